"""Invented people: Vietnamese names as they are common in Hà Tĩnh, fitting gender and age."""

from dataclasses import dataclass
from random import Random

SURNAMES = (
    *("Nguyễn",) * 9, *("Trần",) * 6, *("Lê",) * 5, *("Phan",) * 3, *("Phạm",) * 3,
    *("Hoàng",) * 3, *("Đặng",) * 2, *("Võ",) * 2, *("Dương",) * 2, *("Bùi",) * 2,
    *("Hồ", "Hà", "Biện", "Chu", "Thái", "Đinh", "Trương", "Lưu", "Cao", "Mai", "Kiều"),
)  # fmt: skip
MIDDLE_MALE = (
    *("Văn", "Đình", "Xuân", "Hữu", "Viết", "Bá", "Quốc", "Đức", "Trọng", "Huy", "Ngọc"),
    *("Minh", "Sỹ", "Danh", "Công", "Khắc", "Thanh", "Hậu", "Duy", "Tiến", "Mạnh", "Thế"),
)
MIDDLE_FEMALE = (
    *("Thị",) * 6,
    *("Thị Thanh", "Thị Hồng", "Thị Kim", "Thị Ngọc", "Thị Bích", "Thị Thu", "Thị Mỹ"),
    *("Thị Phương", "Thị Hải", "Thị Minh", "Thị Thúy", "Thị Lan"),
)
GIVEN_MALE_OLDER = (
    *("Bình", "Lợi", "Hòa", "Luận", "Đồng", "Thuận", "Nhuận", "Thìn", "Lực", "Quế", "Tịnh"),
    *("Chiến", "Thắng", "Minh", "Định", "Hải", "Sơn", "Tân", "Việt", "Khai", "Lương", "Tứ"),
    *("Cảnh", "Đường", "Diện", "Hạnh", "Hợi", "Nghị", "Phúc", "Quý", "Tài", "Vinh", "Xuân"),
)
GIVEN_MALE_YOUNGER = (
    *("Tuấn", "Hùng", "Cường", "Dũng", "Hiếu", "Quân", "Long", "Đạt", "Kiên", "Trung", "Nam"),
    *("Thành", "Anh", "Tùng", "Hoàng", "Huy", "Phong", "Quang", "Khánh", "Tú", "Đức", "Giang"),
    *("Linh", "Bảo", "Nhật", "Phương", "Toàn", "Tiến", "Vũ", "Thịnh", "Hưng", "Công", "Duy"),
)
GIVEN_FEMALE_OLDER = (
    *("Hường", "Lài", "Nhung", "Lý", "Tần", "Xuân", "Loan", "Mão", "Nguyệt", "Hoa", "Liên"),
    *("Huệ", "Hồng", "Lan", "Minh", "Tình", "Thoa", "Tuyết", "Vân", "Yến", "Nga", "Hòa"),
    *("Bình", "Châu", "Cúc", "Đào", "Hiền", "Lương", "Mai", "Phúc", "Quý", "Sâm", "Thanh"),
)
GIVEN_FEMALE_YOUNGER = (
    *("Trang", "Linh", "Hương", "Hà", "Thảo", "Hằng", "Quỳnh", "Ngân", "My", "Thủy", "Dung"),
    *("Hạnh", "Giang", "Phượng", "Oanh", "Tâm", "Thương", "Nhàn", "Sương", "Ngọc", "Anh"),
    *("Duyên", "Hiếu", "Huyền", "Lệ", "Mơ", "Nhi", "Thắm", "Tú", "Uyên", "Vinh", "Ánh"),
)
# From about here on parents chose other names; a list of people must not sound of one age.
YOUNGER_FROM = 1976


@dataclass(frozen=True)
class Person:
    """An invented person; gender is «Nam» or «Nữ», as the lists write it."""

    name: str
    gender: str
    birth_year: int


class People:
    """Gives invented people, no two of one name, always the same ones for the same seed."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)
        self._taken: set[str] = set()

    def person(self, gender: str | None, born: tuple[int, int]) -> Person:
        """A person of that gender (None: either) born in one of the years from `born`."""
        gender = gender or self._random.choice(("Nam", "Nam", "Nữ"))
        birth_year = self._random.randint(*born)
        name = self._free_name(gender, birth_year >= YOUNGER_FROM)
        return Person(name, gender, birth_year)

    def _free_name(self, gender: str, younger: bool) -> str:
        while True:
            name = self._name(gender, younger)
            if name not in self._taken:
                self._taken.add(name)
                return name

    def _name(self, gender: str, younger: bool) -> str:
        choose = self._random.choice
        if gender == "Nam":
            given = choose(GIVEN_MALE_YOUNGER if younger else GIVEN_MALE_OLDER)
            middles: tuple[str, ...] = MIDDLE_MALE
        else:
            given = choose(GIVEN_FEMALE_YOUNGER if younger else GIVEN_FEMALE_OLDER)
            middles = MIDDLE_FEMALE
        middle = choose([word for word in middles if given not in word.split()])
        surname = choose([word for word in SURNAMES if word not in (given, *middle.split())])
        return f"{surname} {middle} {given}"

"""A written report held against the register: exactly where it was filled, else by its meaning."""

import re
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from emulation_cli.register.log.past_states import last
from emulation_cli.register.opening.register_file import open_register
from tests.history.test_clock import set_clock


class Told:
    """What `verify` says: counts, and the lines of each sort."""

    def __init__(self, answer) -> None:
        *self.lines, last = answer.stdout.splitlines()
        self.agree, self.differ, self.unclear = (int(n) for n in re.findall(r"\d+", last))


def verified(office, made, *words: object) -> Told:
    if made is not None:
        made.save("bc.docx")
    answer = office("--lang", "vi", "verify", "bc.docx", *words, "--full", code=None)
    told = Told(answer)
    assert answer.code == (1 if told.differ else 0)
    return told


def document(*paragraphs: str):
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return made


PERIOD = "2022-2023"


def test_our_own_report_is_understood_and_agrees(office) -> None:
    office("report", PERIOD, "-o", "bc.docx")

    told = verified(office, None, PERIOD)

    assert told.differ == 0
    assert told.agree > 30
    assert told.unclear <= 0.1 * told.agree


def test_every_number_changed_by_one_is_caught_or_not_understood(office) -> None:
    office("report", PERIOD, "-o", "own.docx")
    before = verified(office, docx.Document("own.docx"), PERIOD)
    made = docx.Document("own.docx")
    texts = [t for t in made.element.body.iter(qn("w:t")) if re.fullmatch(r"\d+", t.text or "")]
    texts += [t for t in made.element.body.iter(qn("w:t")) if re.search(r"\d [a-zđ]", t.text or "")]

    for text in texts[::4]:
        whole = text.text
        text.text = re.sub(
            r"(?<![\d/-])\d+(?![\d/-])", lambda one: str(int(one[0]) + 1), whole, count=1
        )
        after = verified(office, made, PERIOD)
        text.text = whole
        # An ordinal is no figure: nothing is said of it before and after.
        same = (after.agree, after.differ, after.unclear) == (before.agree, 0, before.unclear)
        assert (same and whole.isdecimal()) or after.agree < before.agree, whole


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Toàn huyện đã phát hiện, bồi dưỡng, nhân rộng được 03 điển hình tiên tiến.", (1, 0, 0)),
        ("Có 3 điển hình, trong đó 1 tập thể và 2 cá nhân.", (3, 0, 0)),
        ("Có 3 điển hình (1 tập thể, 2 cá nhân); 02 mô hình “Dân vận khéo”.", (4, 0, 0)),
        ("Có 4 điển hình tiên tiến.", (0, 1, 0)),
        ("Huyện Thử có 3 điển hình tiên tiến.", (1, 0, 0)),
        ("Có 3 điển hình, trong đó 2 tập thể và 1 cá nhân.", (1, 2, 0)),  # moved
        ("Có hơn 2 điển hình tiên tiến.", (1, 0, 0)),
        ("Có hơn 20 điển hình tiên tiến.", (0, 1, 0)),
        ("Năm 2022, có 2 điển hình tiên tiến.", (1, 0, 0)),
        ("Năm 2022, có 3 điển hình tiên tiến.", (0, 1, 0)),
        ("Đã phát hiện 3 điển hình tiên tiến.", (1, 0, 0)),
        ("Đã bồi dưỡng 3 điển hình tiên tiến.", (0, 1, 0)),
        ("Có 1 mô hình được nhân rộng.", (0, 1, 0)),
        ("Số điển hình tiên tiến: 3 (tập thể: 1, cá nhân: 2).", (3, 0, 0)),
        ("Số điển hình tiên tiến: 3 (tập thể: 2, cá nhân: 1).", (1, 2, 0)),  # moved
        # A clause in front tells how it came about.
        ("Qua rà soát, có 3 điển hình.", (1, 0, 0)),
        ("Thực hiện kế hoạch của UBND xã Mẫu, có 3 điển hình.", (1, 0, 0)),
        ("Nhờ đó, các cấp, các ngành đã xây dựng 3 gương điển hình.", (1, 0, 0)),
        ("Phong trào ngày càng sâu rộng, toàn huyện có 3 điển hình.", (1, 0, 0)),
        ("UBND huyện đã xây dựng 3 điển hình, gồm 1 tập thể, 2 cá nhân tiêu biểu.", (3, 0, 0)),
        ("Sau 3 năm thực hiện, toàn huyện có 3 điển hình.", (1, 0, 0)),
        ("Số mô hình tập thể là 2, mô hình cá nhân là 0.", (2, 0, 0)),
        # A field that the register has is a part whose figure is known.
        ("Có 2 mô hình trong lĩnh vực kinh tế.", (1, 0, 0)),
        ("Có 2 mô hình, trong đó lĩnh vực kinh tế có 3 mô hình.", (1, 1, 0)),
        ("Có 2 mô hình trong lĩnh vực kinh tế - xã hội.", (0, 0, 1)),
        ("Lĩnh vực kinh tế có 2 mô hình, 2 mô hình đăng ký.", (2, 0, 0)),
        ("Có 3 điển hình, phát hiện 3 điển hình, trong đó 1 tập thể.", (3, 0, 0)),
        # Where another unit was named before, what follows may be of it.
        ("Xã Thử làm tốt. Đã xây dựng 3 điển hình. Toàn huyện có 3 điển hình.", (1, 0, 1)),
        # It narrows where it names a part, another time or what is only meant to be.
        ("Qua rà soát ở xã Mẫu, có 3 điển hình.", (0, 0, 1)),
        ("Đối với phụ nữ, có 3 điển hình.", (0, 0, 1)),
        ("Trong lĩnh vực kinh tế, toàn huyện có 3 điển hình.", (1, 0, 0)),
        ("Qua công tác khen thưởng, có 3 điển hình.", (0, 0, 1)),
        ("Kỳ trước, có 3 điển hình.", (0, 0, 1)),
        ("Sau 6 tháng, có 3 điển hình.", (0, 0, 2)),
        ("Dự kiến, có 3 điển hình.", (0, 0, 1)),
        ("Nếu làm tốt, có 3 điển hình.", (0, 0, 1)),
        ("Hội Nông dân phát hiện, bồi dưỡng, nhân rộng 3 điển hình.", (0, 0, 1)),
        ("Chi hội, tổ phụ nữ có 3 điển hình.", (0, 0, 1)),
        ("Xã Mẫu có 2 mô hình, 2 điển hình.", (2, 0, 0)),
        ("Có 3 điển hình và mô hình.", (0, 0, 1)),
        ("Có 3 điển hình mới.", (0, 0, 1)),
        ("Có 3 điển hình được khen thưởng.", (0, 1, 0)),
        ("Nông dân: 3 điển hình.", (0, 0, 1)),
        ("Đã tuyên truyền 3 điển hình.", (0, 0, 1)),
        ("Toàn huyện có 05 nam.", (0, 0, 1)),
        # What says more than any figure of ours is left alone, also where the value would fit.
        ("Có 3 điển hình tiên tiến của xã Mẫu.", (0, 1, 0)),
        ("Có 3 điển hình tiên tiến là nữ.", (0, 0, 1)),
        ("Cấp xã có 2 mô hình.", (0, 0, 1)),
        ("Các xã, phường có 12 mô hình.", (0, 0, 1)),
        ("Đảng ủy các xã có 12 mô hình.", (0, 0, 1)),
        ("Huyện có 3 điển hình tiên tiến.", (1, 0, 0)),
        ("Trong đó phát hiện 3 điển hình tiên tiến.", (0, 0, 1)),
        ("Có 3 tập thể được khen.", (0, 1, 0)),
        ("Tăng 3 so với năm 2022.", (0, 0, 1)),
        # No figures.
        ("Ngày 04 tháng 10 năm 2023, Quyết định số 163/QĐ-UBND, Điều 3, Bảng 2.", (0, 0, 0)),
    ],
)
def test_another_wording_is_understood_or_left_alone(office, text, counts) -> None:
    told = verified(office, document(text), PERIOD)

    assert (told.agree, told.differ, told.unclear) == counts, told.lines


def test_what_stands_under_the_heading_of_another_unit_is_left_alone(office) -> None:
    made = document("1. Xã Thử", "Có 3 điển hình.", "2. Kết quả chung", "Có 3 điển hình.")
    told = verified(office, made, PERIOD)

    assert (told.agree, told.differ, told.unclear) == (1, 0, 1)


def test_parts_that_do_not_make_their_whole_are_told(office) -> None:
    told = verified(office, document("Có 30 buổi, trong đó có 10 tập thể và 19 cá nhân."), PERIOD)

    assert any("10 + 19" in line for line in told.lines)
    assert told.differ == 1


def test_a_difference_opens_to_its_rows(office) -> None:
    told = verified(office, document("Có 4 điển hình tiên tiến."), PERIOD)

    assert "emul danh-sach exemplars --period 2022-2023" in told.lines[0]


def test_a_filled_file_is_held_by_its_own_requests(office) -> None:
    document("Có [[điển hình.tổng số]] người, năm trước [[điển hình.tổng số; 2022]].").save(
        "mau.docx"
    )
    office("fill", "mau.docx", PERIOD, "-o", "bc.docx")
    told = verified(office, None)
    assert (told.agree, told.differ, told.unclear) == (2, 0, 0)

    # What is left of a sentence without its figures is no heading of the year that it names.
    document("Năm 2022 có [[điển hình.tổng số; 2022]].", "Có 3 điển hình.").save("mau2.docx")
    office("fill", "mau2.docx", PERIOD, "-o", "bc2.docx")
    assert verified(office, docx.Document("bc2.docx")).agree == 2

    office("fill", "mau.docx", PERIOD, "-o", "bc.docx", "-y")
    edited = docx.Document("bc.docx")
    next(t for t in edited.element.body.iter(qn("w:t")) if t.text == "2").text = "5"
    told = verified(office, edited)
    assert (told.agree, told.differ) == (1, 1)
    [line] = [line for line in told.lines if "KHÁC" in line]
    assert line.split(": ")[0] == "KHÁC     5 trong «Có 3 người, năm trước 5.»"
    assert line.endswith(
        "sổ ghi 2. Số trong tệp đã bị sửa tay. Xem: emul danh-sach exemplars --period 2022"
    )

    office("fill", "mau.docx", PERIOD, "-o", "bc.docx", "-y")
    office(
        "add-exemplar",
        "--name",
        "Đỗ Văn Mới",
        "--kind",
        "CN",
        "--unit",
        "M",
        "--date",
        2022,
        "--field",
        "kinh-te",
    )
    assert verified(office, None).differ == 2  # the register has changed since


def test_a_filled_place_in_a_row_by_itself_is_named_by_its_row(office) -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Điển hình", "[[điển hình.tổng số]]"
    made.save("mau.docx")
    office("fill", "mau.docx", PERIOD, "-o", "bc.docx")
    edited = docx.Document("bc.docx")
    next(t for t in edited.element.body.iter(qn("w:t")) if t.text == "3").text = "4"

    assert "4 trong «Điển hình – 4»" in "".join(verified(office, edited).lines)


def test_a_file_is_held_in_the_language_in_which_it_was_filled(office) -> None:
    document("[[exemplars.total]]").save("mau.docx")
    office("--lang", "en", "fill", "mau.docx", PERIOD, "-o", "bc.docx")

    assert verified(office, None).agree == 1


def test_a_text_without_a_period_is_held_against_itself(office) -> None:
    document("Có 3 điển hình.", "Có 30 buổi (10 tập thể và 19 cá nhân).").save("bc.docx")
    told = office("--lang", "vi", "--db", "khong-co.db", "verify", "bc.docx", code=1)

    assert "10 + 19" in told.stdout
    assert "chỉ kiểm tổng" in told.stderr
    Path("hong.docx").write_bytes(b"x")
    office("verify", "hong.docx", PERIOD, code=6)


def test_totals_of_any_table_are_added_up(office) -> None:
    made = docx.Document()
    rows = [
        ("TT", "Nội dung", "Tổng số", "Tập thể", "Cá nhân"),
        ("1", "Vườn mẫu", "12", "5", "7"),
        ("2", "Đường hoa", "9", "4", "4"),
        ("", "Cộng", "21", "9", "12"),
    ]
    table = made.add_table(0, 5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save("bc.docx")
    lines = office("--lang", "vi", "verify", "bc.docx", code=1).stdout.splitlines()

    assert any("9 trong «2»" in line and "4 + 4" in line for line in lines), lines
    assert any("12 trong «Cộng, Cá nhân»" in line and "11" in line for line in lines), lines


def test_a_share_that_its_own_numbers_do_not_make_is_told(office) -> None:
    text = "Có 50 buổi, trong đó 20 buổi ở xã, chiếm 45%; 10 buổi ở thôn, chiếm 20%."
    told = verified(office, document(text), PERIOD)

    assert [line for line in told.lines if line.startswith("SAI TỶ LỆ 45%")], told.lines
    assert not [line for line in told.lines if line.startswith("SAI TỶ LỆ 20%")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Có 2 điển hình tiên tiến.", "Trùng với kỳ 2022."),
        ("Năm 2022 có 3 điển hình.", "Trùng với kỳ"),
    ],
)
def test_a_difference_says_where_the_number_is_found(office, text, why) -> None:
    told = verified(office, document("Giai đoạn 2022-2023", text), PERIOD)

    assert why in told.lines[0], told.lines


def test_what_was_so_on_the_day_of_the_report_is_told_as_changed_since(
    office, register_path
) -> None:
    with open_register(register_path) as register:
        for change in range(1, last(register) + 1):
            set_clock(register, change, "2026-01-02T00:00:00Z")
    office(
        "add-exemplar", "--name", "Đỗ Văn Mới", "--kind", "CN", "--unit", "M", "--date", 2022,
        "--field", "kinh-te",
    )  # fmt: skip
    made = document("Có 3 điển hình.")
    told = verified(office, made, PERIOD, "--as-recorded", "05/01/2026")

    assert told.differ == 1
    assert "Ngày 05/01/2026 sổ ghi đúng như thế" in told.lines[0], told.lines

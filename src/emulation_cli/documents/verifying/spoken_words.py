"""What the words of any report say: nouns, marks of records, grammar. In Vietnamese, lower case.

What a register calls its own (fields, units, forms, bodies) is in its vocabulary, not here.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.tallies.measures.specifications import ACTS, KINDS, LEVELS, STAGES
from emulation_cli.tallies.row_lists.list_requests import ANY

EXEMPLARS, MODELS, EVENTS, HONOURS = COUNTED = ("exemplars", "models", "events", "honours")
ANY_NOUN = frozenset(COUNTED)


class Concept(NamedTuple):
    """What a phrase says of records: a dimension, the values in it, of which nouns it can be said.

    No value: the whole of it. An empty `name` says nothing of them.
    """

    name: str
    values: frozenset[Any] = frozenset()
    nouns: frozenset[str] = ANY_NOUN


# One of several things that a phrase may say; each is said by several concepts together.
Saying = tuple[Concept, ...]


def concept(name: str, value: Any, *nouns: str) -> Concept:
    """One value of a dimension."""
    return Concept(name, frozenset((value,)), frozenset(nouns) or ANY_NOUN)


_LEVEL_NAMES = dict(zip(LEVELS, ("cơ sở", "huyện", "tỉnh"), strict=False))
_SORTS = {"interim_review": "sơ kết", "final_review": "tổng kết", "praise": "biểu dương"}


def _fixed() -> Iterator[tuple[str, tuple[Saying, ...]]]:
    """Phrases as patterns, with what each may say."""
    of_people = (EXEMPLARS, MODELS, HONOURS)
    for kind, said in zip(KINDS, ("tập thể", "cá nhân|người", "hộ gia đình|hộ"), strict=False):
        yield said, ((concept("kind", kind, *of_people),),)
    stages = ("phát hiện(?: mới)?", "bồi dưỡng", r"nhân rộng|nhân ra diện rộng")
    for stage, said in zip(STAGES, stages, strict=True):
        sayings: list[Saying] = [(concept("stage", stage, EXEMPLARS),)]
        if stage == "multiplied":
            sayings.append((concept("replicated", 1, MODELS),))
        yield said, tuple(sayings)
    for act, said in zip(
        ACTS, ("biểu dương", "tôn vinh|vinh danh", "khen thưởng|khen"), strict=True
    ):
        saying = (concept("act", act, EXEMPLARS, MODELS, HONOURS),)
        types = [(concept("type", "praise", EVENTS),)] if act == "praise" else []
        yield said, (saying, *types)
    for code, said in _SORTS.items():
        if code != "praise":
            yield said, ((concept("type", code, EVENTS),),)
    yield "đăng ký", ((Concept("", nouns=frozenset((MODELS,))),),)
    recognised = concept("recognised", 1, MODELS)
    yield "công nhận", ((recognised,), (Concept("", nouns=frozenset((HONOURS,))),))
    for level, said in _LEVEL_NAMES.items():
        at_level = concept("level", level, MODELS, HONOURS)
        yield f"cấp {said}", ((at_level,),)
        by_level = (recognised, concept("level", level, MODELS))
        yield f"(?:do |cấp )?{said}(?: đã)? công nhận|công nhận (?:ở )?cấp {said}", (by_level,)
    yield "nữ", ((concept("gender", "female", EXEMPLARS, HONOURS),),)
    yield "(?:đăng ký )?mới", ((concept("status", "new", MODELS),),)
    yield "(?:tiếp tục )?duy trì", ((concept("status", "continued", MODELS),),)
    yield "không (?:tính )?trùng(?: lặp)?", ((concept("counted", "recipients", HONOURS),),)
    given = (concept("counted", "instances", HONOURS),)
    others = frozenset((EXEMPLARS, MODELS, EVENTS))
    yield "tặng thưởng|trao tặng|tặng|trao", (given, (Concept("", nouns=others),))
    at_any = concept("event_id", ANY, HONOURS)
    yield "tại (?:các |những )?hội nghị(?: này| trên)?", ((at_any,), (Concept("", nouns=ANY_NOUN),))
    yield "tiền thưởng|kinh phí khen thưởng", ((concept("adds", "amount", HONOURS),),)


FIXED = tuple(_fixed())
_COUNTED_AS = {
    "instances": "lượt",
    "recipients": "không tính trùng",
    "registrations": "lượt đăng ký",
}
_WORDS = {
    (one.name, value): said.partition("|")[0].partition("(")[0].strip()
    for said, sayings in FIXED
    for saying in sayings
    for one in saying
    for value in one.values
    if not said.startswith("(") and len(saying) == 1 and one.name != "counted"
} | {("counted", counted): said for counted, said in _COUNTED_AS.items()}


def spoken(name: str, value: Any) -> str:
    """The word for a value that no vocabulary of the register has."""
    return str(value) if name == "when" else _WORDS.get((name, value), "")


NOUNS = {
    EXEMPLARS: "(?:gương )?điển hình(?: tiên tiến)?|gương",
    MODELS: "mô hình(?: dân vận khéo)?",
    EVENTS: "(?:cuộc )?hội nghị|cuộc",
    HONOURS: "lượt(?: người)?",
}
REGISTRATIONS = "lượt (?:đăng ký|mô hình)"  # model-years
CALLED = {MODELS: concept("counted", "registrations", MODELS),
          HONOURS: concept("counted", "instances", HONOURS)}  # fmt: skip

# Grammar: what joins a part to its whole, and two clauses of one number each.
PART = "trong đó|bao gồm|gồm|cụ thể|trong số (?:này|đó)"
AND = "và|với|cùng|còn|có|đã có"
# What turns a number into another thing than a count of what was reached in the period.
DOUBT = (
    "tăng|giảm|so với|bình quân|trung bình|dự kiến|phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|nếu|chưa|"
    "không|còn lại|vượt|thiếu|trước|hàng năm|hằng năm|mỗi|nhằm|góp phần|cùng kỳ|đề nghị"
)
# What only leads to a name of the register: by itself nobody knows which.
OF = "của|danh hiệu(?: thi đua)?|lĩnh vực|hình thức|loại hình|khối|hệ thống"
WORTHY = "tiêu biểu|xuất sắc|điển hình|tiên tiến"
# Words of grammar, of counting and of making: they narrow nothing.
BLANK = (
    r"(?:\d+|hai|ba|bốn|sáu) năm(?! \d)|hơn|(?:có |đạt )?thành tích(?: xuất sắc| tiêu biểu)*|"
    "(?:chia |phân )?theo (?:từng )?(?:lĩnh vực|hình thức|loại hình|danh hiệu|khối|cấp|đơn vị)|"
    "(?:trên )?(?:tất cả )?các lĩnh vực|hình thức(?=:)|qua các năm|nhiều nhất|tổng (?:số|hợp)|"
    "tất cả|số lượng|toàn bộ|tiếp (?:đến|theo)|giai đoạn(?: này)?|thời gian(?: qua| này)?|"
    "phong trào(?: thi đua)?|hiện (?:có|nay)|đến nay|đồng|triệu đồng|đã|đang|được|bị|là|trong|"
    "ngoài|ở|tại|trên|từ|đến|cho|các|những|một|này|nay|đó|ra|riêng|chỉ|chủ yếu|phần lớn|đa số|"
    "nhất|nổi bật|cũng|nữa|do|vì|theo|về|thì|mà|như|để|tổng|số|cả|chiếm|đạt|bằng|tỷ lệ|"
    "trường hợp|đóng góp|kỳ|kết quả|công tác|năm|qua|tiền|kèm theo|nhận được|chi|"
    "xây dựng|thực hiện|triển khai|tổ chức|tiến hành|mở|làm|tập trung|lựa chọn|giới thiệu|"
    "lãnh đạo|chỉ đạo|xuất hiện|ghi nhận|quan tâm|thuộc|thu hút|tham gia|dân vận khéo"
)
# How a clause begins that tells the way, the cause or the company.
CIRCUMSTANCE = pattern(
    r"(?:(?:thông )?qua|nhờ|với|bằng|cùng|dưới|được sự|trên cơ sở|xác định|kết quả|nhìn chung|sau|"
    r"nhằm|để|bên cạnh đó|trong (?:kỳ|thời gian|những năm)|đến nay|từ đó|đáng chú ý|nổi bật|như|"
    r"theo (?:báo cáo|thống kê|số liệu)|thực hiện|căn cứ|quán triệt|triển khai|hưởng ứng)\b"
)
# The paper that was followed names its issuer: no part of the records.
FOLLOWS = pattern(r"(?:thực hiện|căn cứ|quán triệt|triển khai|hưởng ứng)\b")
# What records may be cut by, where no word of the register says it.
CUT = pattern(
    r"\b(?:xã(?! hội)|phường|thị trấn|thị xã|huyện|tỉnh|thôn|xóm|bản|làng|tổ dân phố|khối|"
    r"trường(?! hợp)|hội(?! nghị| nhập)|đoàn|chi bộ|đảng bộ|đơn vị|địa phương|cơ quan|"
    r"(?<!trên )cơ sở|doanh nghiệp|hợp tác xã|câu lạc bộ|phụ nữ|nam giới|thanh niên|nông dân|"
    r"công nhân|cán bộ|công chức|viên chức|đảng viên|giáo viên|học sinh|người|hộ|lĩnh vực|ngành|"
    r"cấp (?!ủy\b)\w+|giấy khen|bằng khen|danh hiệu|nông thôn|đô thị|tháng|quý)\b"
)
# Everybody: «cấp ủy các cấp», «các cấp, các ngành», «các địa phương, đơn vị».
EVERYBODY = (
    r"(?:(?:cấp ủy|chính quyền),? )*(?:chính quyền )?các cấp(?:,? (?:các )?ngành)?|"
    r"các (?:địa phương,? (?:và )?đơn vị|đơn vị,? (?:và )?địa phương)|các đơn vị|các địa phương"
)
# A body that acts: «UBND huyện đã …»; behind «của» it would be a part.
ACTS_ITSELF = (
    r"(?=,? (?:đã|có|đăng ký|phát hiện|bồi dưỡng|mở|tổ chức|xây dựng|tặng|khen|công nhận|"
    r"biểu dương))"
)

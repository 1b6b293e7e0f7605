"""TCVN3 and VNI: there and back, and recognised by what the words can be."""

from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.sheets.formats import legacy_encodings
from emulation_cli.sheets.formats.delimited import decode

NAMES = st.sampled_from(
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đào",
        "Đoàn",
        "Thị",
        "Văn",
        "Hữu",
        "Đức",
        "Quốc",
        "Thúy",
        "Ngọc",
        "Quỳnh",
        "Xuân",
        "Mỹ",
        "Kiều",
        "Tuyết",
        "Nhượng",
        "Thiên",
        "Cầm",
        "Duệ",
        "Thịnh",
        "Vĩnh",
        "Thắng",
        "Phúc",
        "Khuê",
        "Uyên",
        "Thoa",
        "Việt",
        "Trường",
        "Nghĩa",
        "Hương",
        "Hường",
        "Bích",
        "Yến",
    ]
)
TITLE_CASE = st.lists(NAMES, min_size=2, max_size=5).map(" ".join)


@given(TITLE_CASE)
def test_vni_there_and_back_is_the_same(name):
    assert legacy_encodings.decode(legacy_encodings.encode(name, "VNI"), "VNI") == name
    assert (
        legacy_encodings.decode(legacy_encodings.encode(name.upper(), "VNI"), "VNI").casefold()
        == name.casefold()
    )


@given(TITLE_CASE)
def test_tcvn3_there_and_back_is_the_same_but_for_capitals_with_a_tone(name):
    assert (
        legacy_encodings.decode(legacy_encodings.encode(name, "TCVN3"), "TCVN3").casefold()
        == name.casefold()
    )


@given(TITLE_CASE)
def test_every_name_is_made_of_syllables(name):
    assert all(map(legacy_encodings.is_syllable, name.split()))


@given(TITLE_CASE)
def test_a_verdict_on_a_name_is_never_wrong(name):
    for encoding in legacy_encodings.ENCODINGS:
        assert legacy_encodings.verdict(legacy_encodings.encode(name, encoding)) in (encoding, None)
    assert legacy_encodings.verdict(name) in ("Unicode", None)


@given(st.lists(TITLE_CASE, min_size=5, max_size=20))
def test_a_text_file_in_a_legacy_encoding_is_recognised(names):
    text = "\n".join(f"{number};{name};Xã Cẩm Duệ" for number, name in enumerate(names))
    for encoding in legacy_encodings.ENCODINGS:
        found, verdict = decode(legacy_encodings.encode(text, encoding).encode("latin-1"))
        assert verdict == encoding
        assert legacy_encodings.decode(found, encoding).casefold() == text.casefold()


def test_known_words_of_both():
    assert legacy_encodings.decode("Uû ban nh©n d©n", "TCVN3") == "Uỷ ban nhân dân"
    assert legacy_encodings.decode("Caùn boä", "VNI") == "Cán bộ"


def test_each_word_of_a_long_text_is_looked_at_once(monkeypatch) -> None:
    looked_at: list[str] = []

    def watched(word: str) -> bool:
        looked_at.append(word)
        return True

    monkeypatch.setattr(legacy_encodings, "is_syllable", watched)
    legacy_encodings.verdict("Thành tích hàng năm. " * 60)
    assert len(looked_at) <= 3 * 4

"""Vietnamese text: cleaning, keys for search and identity, the order of lists."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.text import (
    clean,
    comparing_key,
    fold,
    nearest,
    person_order,
    safe,
    vietnamese_order,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = "aăâeêioôơuưy"
vietnamese_letters = st.sampled_from(LETTERS + LETTERS.upper()) | st.builds(
    lambda vowel, tone: unicodedata.normalize("NFC", vowel + tone),
    st.sampled_from(VOWELS + VOWELS.upper()),
    st.sampled_from(TONES),
)
vietnamese_words = st.text(vietnamese_letters, min_size=1, max_size=7)
vietnamese = st.lists(vietnamese_words, min_size=1, max_size=4).map(" ".join)
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202e\u2066\u2069\u061c"
# Anything a cell may hold, with many of the characters that make trouble.
troubled = st.text(
    st.characters() | st.sampled_from(f"{INVISIBLE}\u00d0\u00f0\u00a0\u202f\t\n\r\x00\x1b {TONES}"),
    max_size=20,
)


@given(troubled)
def test_cleaning_twice_changes_no_more_than_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(troubled)
def test_clean_text_is_composed_and_has_nothing_invisible(text):
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()
    assert not set(cleaned) & set(f"{INVISIBLE}\u00d0\u00f0\u00a0\u202f")
    assert not {unicodedata.category(letter) for letter in cleaned} & {"Cc", "Cs"}


@given(vietnamese, st.sampled_from(["NFC", "NFD"]))
def test_clean_keeps_every_vietnamese_letter(text, form):
    assert clean(unicodedata.normalize(form, text)) == text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("\u00d0oàn  xã\u00a0Cẩm Duệ\u200b", "Đoàn xã Cẩm Duệ"),
        ("Trần\nVăn\tA\x00", "Trần Văn A"),
        ("Ca\u200b\u0309m", "Cảm"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_the_traps_of_old_keyboards_are_cleaned(written, kept):
    assert clean(written) == kept


@given(troubled)
def test_safe_output_has_no_control_characters_and_no_overrides(text):
    shown = safe(text)
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cs"}
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )
    assert safe(shown) == shown


def test_safe_shows_that_something_was_there():
    assert safe("a\x1b[31mb\u202e") == "a\ufffd[31mb"
    assert safe("Cẩm Duệ – «dân vận khéo»") == "Cẩm Duệ – «dân vận khéo»"


@given(troubled | vietnamese)
def test_folding_twice_changes_no_more_than_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(vietnamese, st.sampled_from(["NFC", "NFD"]))
def test_folding_leaves_plain_letters_however_it_was_typed(text, form):
    folded = fold(unicodedata.normalize(form, text))
    assert folded.isascii()
    assert folded == fold(text.upper()) == fold(text.lower()) == fold(f" {text}\u00a0")


def test_folding_is_what_a_clerk_types_without_diacritics():
    assert fold("Thị trấn Cẩm Xuyên – ĐƯỜNG Ngô  Quyền") == "thi tran cam xuyen – duong ngo quyen"
    assert fold("\u00d0oàn thể") == "doan the"


@given(vietnamese)
def test_the_key_of_identity_ignores_case_and_form_only(text):
    key = comparing_key(text)
    assert key == comparing_key(unicodedata.normalize("NFD", text.upper()))
    assert comparing_key(key) == key
    # Not one letter or mark is lost or gained: at most a tone has moved.
    assert sorted(unicodedata.normalize("NFD", key)) == sorted(
        unicodedata.normalize("NFD", text.lower())
    )


@given(vietnamese, vietnamese)
def test_one_key_of_identity_means_the_same_marks_and_letters(one, other):
    if comparing_key(one) == comparing_key(other):
        marks = [sorted(unicodedata.normalize("NFD", text.lower())) for text in (one, other)]
        assert marks[0] == marks[1]


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("Yên HÒA", "yên hoà"), ("úy", "uý")],
)
def test_the_two_places_of_a_tone_are_one_name(old, new):
    assert comparing_key(old) == comparing_key(new)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cẩm Hà", "Cẩm Hạ"), ("Hoàng Thanh Hùng", "Hoàng Thanh Hưng"), ("Đạt", "Dạt"),
        ("Quý", "Quy"), ("Hòa", "Hóa"), ("Cẩm Quan", "Cẩm Quang"), ("Loan", "Loán"),
    ],
)  # fmt: skip
def test_names_that_only_marks_tell_apart_stay_apart(one, other):
    assert comparing_key(one) != comparing_key(other)


def test_a_tone_moves_in_an_open_syllable_only():
    assert comparing_key("Hoàn") == "hoàn"
    assert comparing_key("Quý") == "quý"


def shuffled(names: list[str]) -> list[str]:
    return names[1::2] + names[::2]


def test_letters_stand_in_the_vietnamese_order():
    letters = list(LETTERS)
    assert sorted(shuffled(letters), key=vietnamese_order) == letters
    assert sorted(shuffled(letters), key=person_order) == letters


def test_tones_stand_in_the_vietnamese_order():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(shuffled(tones), key=vietnamese_order) == tones


def test_a_letter_weighs_more_than_a_tone_and_a_syllable_more_than_the_next():
    ordered = ["Cẩm An", "Cẩm Ân", "Cẩm Duệ", "Cẩm Đàm", "Cân Anh", "Cần Anh", "Cần Bình"]
    assert sorted(shuffled(ordered), key=vietnamese_order) == ordered


def test_persons_stand_by_given_name_then_by_the_rest():
    ordered = [
        "Trần Thị An", "Lê Văn Ân", "Đặng Bình", "Nguyễn Văn Bình", "Lê Cúc", "Lê Thị Dung",
        "Hoàng Đạt", "Trần Đạt", "Võ Thị Xuân", "Bùi Như Ý",
    ]  # fmt: skip
    assert sorted(shuffled(ordered), key=person_order) == ordered


@given(st.lists(vietnamese, min_size=2, max_size=6))
def test_any_names_can_be_put_in_order(names):
    ordered = sorted(names, key=person_order)
    for one, other in pairwise(ordered):
        given = vietnamese_order(one)[-1:], vietnamese_order(other)[-1:]
        assert given[0] <= given[1]


@given(st.lists(troubled, max_size=5))
def test_no_text_of_a_cell_stops_the_sorting(names):
    assert len(sorted(names, key=person_order)) == len(names)


def test_the_nearest_names_come_best_first():
    names = ["Kinh tế", "Quốc phòng - an ninh", "Văn hóa - xã hội"]
    assert nearest("kinh te", names)[0] == "Kinh tế"
    assert nearest("Quoc phong an nin", names)[0] == "Quốc phòng - an ninh"
    assert nearest("zzzz", names) == []


def test_numbers_stand_by_their_value_and_before_letters():
    ordered = [
        "Tổ 1", "Tổ 2", "Tổ 2A", "Tổ 2B", "Tổ 10", "Tổ A", "Tổ A2", "Tổ A10", "Tổ dân phố 3",
        "Tổ Đông",
    ]  # fmt: skip
    assert sorted(shuffled(ordered), key=vietnamese_order) == ordered


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Đặng Văn An", "Đặng Văn An"),
        ("\u00d0ặng Văn An", "Đặng Văn An"),
        ("Lê \u00f0ình An", "Lê đình An"),
        ("  Lê\u00a0Văn\u202fAn ", "Lê Văn An"),
        ("Lê\tVăn\nAn", "Lê Văn An"),
        ("Lê\u200bVăn", "LêVăn"),
        ("a\u200b\u0301", "á"),
        ("Le\u0302 An", "Lê An"),
        ("\x07Lê\ue000", "Lê"),
    ],
)
def test_a_text_is_kept_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned

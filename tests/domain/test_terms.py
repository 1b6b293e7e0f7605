"""Coded values, found as code, label or abbreviation in either language, folded."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.terms import Term, Vocabularies
from emulation_cli.domain.text import fold

TERMS = (
    Term("kind", "collective", "Tập thể", "Collective", ("TT",)),
    Term("kind", "individual", "Cá nhân", "Individual", ("CN",)),
    Term("kind", "household", "Hộ gia đình", "Household", ("HGĐ", "hộ")),
    Term("act", "honour", "Tôn vinh", "Honour", ("vinh danh",)),
    Term("model_field", "KT", "Kinh tế", "Economy"),
    Term("model_field", "QPAN", "Quốc phòng - an ninh", "Defence and security", ("QP-AN",)),
    Term("unit_type", "township", "Thị trấn", "Township", ("TT",)),
)
# Terms that only diacritics tell apart, the second of them hidden behind the first when folded.
ALIKE = (
    Term("form", "co", "Cờ", "Flag"),
    Term("form", "co-2", "Cỡ", "Size"),
    Term("form", "do", "Đỏ", "Red"),
    Term("form", "do-2", "Dó", "Paper"),
)
known = Vocabularies(TERMS)


@given(st.sampled_from(TERMS), st.data())
def test_every_name_of_a_term_finds_it_in_any_case_and_form(term, data):
    name = data.draw(st.sampled_from(term.names))
    change = data.draw(st.sampled_from([str, str.upper, str.lower, str.title, fold]))
    form = data.draw(st.sampled_from(["NFC", "NFD"]))
    assert known.find(term.vocabulary, unicodedata.normalize(form, f" {change(name)} ")) is term


def test_a_vocabulary_answers_for_itself_only():
    assert known.find("kind", "TT").code == "collective"
    assert known.find("unit_type", "TT").code == "township"
    assert known.find("kind", "Kinh tế") is None
    assert known.find("no such vocabulary", "TT") is None


@pytest.mark.parametrize(
    ("text", "code"), [("Cờ", "co"), ("CỠ", "co-2"), ("Đỏ", "do"), ("dó", "do-2")]
)
def test_what_is_written_with_its_marks_wins_over_a_folded_namesake(text, code):
    for terms in (ALIKE, ALIKE[::-1]):
        assert Vocabularies(terms).find("form", text).code == code


def test_a_code_wins_over_the_label_of_another_term():
    terms = (Term("level", "one", "two", "two"), Term("level", "two", "Hai", "Second"))
    assert Vocabularies(terms).find("level", "two").code == "two"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TT, Tập thể", "collective"),
        ("TT/CN", None),
        ("TT; Tập thể / TT", "collective"),
        (",", None),
    ],
)
def test_several_names_of_one_term_are_that_term(text, code):
    found = known.find("kind", text)
    assert (found.code if found else None) == code


def test_terms_keep_the_order_of_the_register():
    assert [term.code for term in known.of("kind")] == ["collective", "individual", "household"]


def test_the_nearest_terms_are_named_once_each_best_first():
    found = known.nearest("model_field", "quoc phong an nihn")
    assert found[0].code == "QPAN"
    assert len(found) == len(set(found)) <= 3


def test_a_label_is_in_the_language_asked_for():
    assert known.label("kind", "collective", "vi") == "Tập thể"
    assert known.label("kind", "COLLECTIVE", "en") == "Collective"
    assert known.label("kind", "unheard-of", "vi") == "unheard-of"


def test_a_term_added_is_found_by_every_name_and_stands_last():
    vocabularies = Vocabularies(TERMS)
    assert vocabularies.find("kind", "tổ") is None
    new = Term("kind", "group", "Tổ", "Group", ("nhóm",))
    assert vocabularies.nearest("kind", "nhom")[:1] != [new]
    vocabularies.add(new)
    assert {vocabularies.find("kind", name) for name in new.names} == {new}
    assert vocabularies.coded("kind", "group") is vocabularies.of("kind")[-1] is new
    assert vocabularies.nearest("kind", "nhom")[0] is new


def test_what_means_a_term_already_goes_on_meaning_it():
    vocabularies = Vocabularies(TERMS)
    vocabularies.find("kind", "TT")
    vocabularies.add(Term("kind", "other", "Tập thể", "Collective"))
    assert vocabularies.find("kind", "tập thể").code == "collective"

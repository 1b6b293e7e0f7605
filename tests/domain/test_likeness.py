"""«Did you mean» in a long vocabulary: few names are compared, and the right one is among them."""

import pytest

from emulation_cli.domain.likeness import COMPARED, Likely
from emulation_cli.domain.text import nearest

WORDS = ["an", "bao", "binh", "chi", "cuong", "diep", "dung", "giang", "ha", "hai", "hien", "hoa"]
LONG = [f"xom {one} {other} so {n}" for n, one in enumerate(WORDS) for other in WORDS]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("xom gianh hai so 7", "xom giang hai so 7"),  # another letter at the end of a word
        ("xom giang hai 7", "xom giang hai so 7"),  # a word less
        ("xm hoa hien so 11", "xom hoa hien so 11"),  # a letter less
    ],
)
def test_a_slip_finds_its_name_among_many(slip, meant):
    assert len(LONG) > COMPARED
    assert Likely(LONG).nearest(slip, 3)[0] == meant


@pytest.mark.parametrize("count", [COMPARED - 1, COMPARED])
def test_of_few_names_every_one_is_compared(count):
    names = [f"{word}{n}" for n, word in enumerate(WORDS * 10)][:count]
    assert Likely(names).nearest("zzhoa", 3) == nearest("zzhoa", names, 3)


def test_of_many_names_no_more_are_compared_than_of_few(monkeypatch):
    compared = []

    def spy(text, candidates, limit, *, whole):
        compared.append(len(list(candidates)))
        return []

    monkeypatch.setattr("emulation_cli.domain.likeness.nearest", spy)
    Likely(LONG).nearest("xom an an so 0", 3)
    assert 0 < compared[0] <= COMPARED


def test_a_name_is_taken_up_once():
    likely = Likely(["ca nhan"])
    likely.add("ca nhan")
    assert likely.nearest("ca nhan", 3) == ["ca nhan"]

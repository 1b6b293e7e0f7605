"""References: a letter and a number."""

import pytest

from emulation_cli.domain.catalogue.refs import LETTERS, Ref, number_of
from emulation_cli.domain.errors import Refused


@pytest.mark.parametrize("noun", LETTERS)
def test_an_id_is_read_as_it_is_written(noun: str) -> None:
    assert Ref.parse(str(Ref(noun, 12))) == Ref(noun, 12)
    assert Ref.parse(str(Ref(noun, 1)).lower()) == Ref(noun, 1)


def test_no_two_nouns_share_a_letter() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)


@pytest.mark.parametrize(
    "text", ["", "X", "12", "X-1", "X1a", "X 1", "Z1", "X¹", "XX1", "X" + "9" * 19]
)
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        Ref.parse(text)
    assert refusal.value.values == {"id": text}


@pytest.mark.parametrize(("digits", "fits"), [(17, True), (18, True), (19, False)])
def test_a_number_is_one_that_sqlite_can_hold(digits: int, fits: bool) -> None:
    assert (number_of("X" + "9" * digits) is not None) == fits

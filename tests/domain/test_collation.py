"""Vietnamese order against an oracle: ICU's collation of Vietnamese with numbers by their value.

The kept lists were put in order by ICU 72.1 (PyICU 2.17): syllables as they are, names syllable by
syllable, as Vietnamese dictionaries go; ICU by itself compares all letters of a name before any
tone. Where PyICU is installed it is asked anew.
"""

import random
from pathlib import Path

import pytest

from emulation_cli.domain.text import vietnamese_order

HERE = Path(__file__).parent


def kept(name: str) -> list[str]:
    return (HERE / "collated" / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", ["syllables", "names"])
@pytest.mark.parametrize("seed", range(5))
def test_the_order_is_that_of_the_oracle(name, seed) -> None:
    shuffled = random.Random(seed).sample(kept(name), k=len(kept(name)))
    assert sorted(shuffled, key=vietnamese_order) == kept(name)


@pytest.mark.parametrize("name", ["syllables", "names"])
def test_no_two_of_the_kept_lists_are_one_to_the_order(name) -> None:
    assert len({vietnamese_order(text) for text in kept(name)}) >= len(
        {text.casefold() for text in kept(name)}
    )


def test_the_oracle_itself_agrees_where_it_is_installed() -> None:
    icu = pytest.importorskip("icu")
    collator = icu.Collator.createInstance(icu.Locale("vi"))
    collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
    words = [word for text in kept("syllables") + kept("names") for word in text.casefold().split()]
    drawn = random.Random()
    texts = [" ".join(drawn.sample(words, k=2)) for _ in range(500)]
    by_oracle = sorted(texts, key=lambda text: [collator.getSortKey(w) for w in text.split()])
    assert [vietnamese_order(text) for text in by_oracle] == sorted(map(vietnamese_order, texts))


def test_old_and_new_places_of_a_tone_are_one_order() -> None:
    """The tone is the syllable's, on whatever letter it is written; ICU looks at the letter."""
    mixed = ["hoa", "hòa", "hoả", "hõa", "hoá", "họa"]
    mixed_up = random.Random(1).sample(mixed, k=len(mixed))
    assert sorted(mixed_up, key=vietnamese_order) == mixed

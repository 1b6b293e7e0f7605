"""The manual is one page that needs no network, and opens where it speaks of a word."""

import re
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from emulation_cli import resources


def page_of(answer) -> tuple[str, str]:
    address = urlparse(answer.stdout.strip())
    return Path(unquote(address.path)).read_text("utf-8"), address.fragment


@pytest.mark.parametrize(
    ("language", "word"), [("vi", "sao lưu"), ("vi", "SAO LUU"), ("en", "lists")]
)
def test_the_manual_opens_where_it_speaks_of_a_word(emul, language, word) -> None:
    page, anchor = page_of(emul("--lang", language, "manual", word))

    assert f'<a href="#{anchor}">' in page
    assert f'id="{anchor}"' in page


def test_the_page_needs_nothing_from_elsewhere(emul) -> None:
    page, _ = page_of(emul("--lang", "vi", "manual"))

    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "http" not in page


def test_a_word_that_the_manual_does_not_have_is_told(emul) -> None:
    assert "xyzzy" in emul("manual", "xyzzy", code=1).stderr


@pytest.mark.parametrize("language", ["vi", "en"])
def test_there_is_a_manual_in_both_languages(language) -> None:
    assert resources.manual_pages(language)

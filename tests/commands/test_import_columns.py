"""What the clerk says of columns is understood in her words, and as the screen says it."""

import pytest

from emulation_cli import words
from emulation_cli.commands.importing.import_columns import said_of_columns
from emulation_cli.commands.importing.import_json import column_label
from emulation_cli.domain.errors import Usage
from emulation_cli.intake.headings.synonyms import concepts


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("concept", concepts())
def test_what_the_screen_calls_a_column_names_it(monkeypatch, language, concept):
    monkeypatch.setattr(words, "_language", language)
    headings, _places = said_of_columns([f"Mảng việc={column_label(concept)}"])
    assert headings == {"mang viec": concept}


@pytest.mark.parametrize(
    ("text", "headings", "places"),
    [
        ("Mảng=lĩnh vực", {"mang": "field"}, {}),
        ("Mảng=field", {"mang": "field"}, {}),
        ("a=b=Năm được phát hiện", {"a=b": "discovered"}, {}),
        ("B=họ và tên", {}, {1: "name"}),
        ("cột AB=không dùng", {}, {27: ""}),
        ("TT=tên tập thể", {"tt": "collective_name"}, {}),
        ("Mảng=", {"mang": ""}, {}),
    ],
)
def test_a_column_is_said_by_its_heading_or_its_letter(text, headings, places):
    assert said_of_columns([text]) == (headings, places)


@pytest.mark.parametrize("text", ["Mảng", "=lĩnh vực", "Mảng=điều gì lạ", "B=linhvuc"])
def test_what_is_no_column_is_refused(text):
    with pytest.raises(Usage):
        said_of_columns([text])

"""A letter's table is a list as well: Word documents are read, and told where they hold none."""

import docx
import pytest

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import Merge, read


@pytest.fixture
def letter(tmp_path):
    def written(change):
        document = docx.Document()
        document.add_paragraph("DANH SÁCH KHEN THƯỞNG")
        change(document)
        document.add_paragraph("NGƯỜI LẬP BIỂU")
        path = tmp_path / "danh-sach.docx"
        document.save(path)
        return path

    return written


def _table(document) -> None:
    table = document.add_table(4, 4)
    for row, texts in enumerate(("a|b|b|c", "a|d|e|c", "1|x||", "2||y|z")):
        for column, text in enumerate(texts.split("|")):
            table.cell(row, column).text = text
    for first, last in (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3)), ((2, 1), (3, 1))):
        text = table.cell(*first).text
        table.cell(*first).merge(table.cell(*last)).text = text


def test_tables_and_the_lines_around_them_are_rows_with_their_merges(letter) -> None:
    book = read(letter(_table))

    (sheet,) = book.sheets
    assert (book.format, book.misnamed, sheet.name) == ("docx", None, "Word")
    assert [row for row in sheet.rows if any(row)] == [
        ["DANH SÁCH KHEN THƯỞNG"], ["a", "b", "", "c"], ["", "d", "e", ""],
        ["1", "x", "", ""], ["2", "", "y", "z"], ["NGƯỜI LẬP BIỂU"],
    ]  # fmt: skip
    assert set(sheet.merges) == {
        Merge(1, 0, 2, 0), Merge(1, 1, 1, 2), Merge(1, 3, 2, 3), Merge(3, 1, 4, 1),
    }  # fmt: skip


def test_a_letter_without_a_table_is_told_plainly(letter) -> None:
    with pytest.raises(FileTrouble) as refused:
        read(letter(lambda _document: None))

    assert refused.value.sentence == "intake.word_without_table"

"""Text files as programs leave them: guarded, in two encodings, read wrongly, with a stray quote."""

import unicodedata

import pytest

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import read
from emulation_cli.sheets.formats import legacy_encodings

LINES = ["STT;Họ và tên;Đơn vị", "1;Phan Doãn Lương;Xã Cẩm Duệ", "2;Trần Thị Nhạn;Xã Cẩm Hà"]
PLAIN = [line.split(";") for line in LINES]
LONG = [*LINES, *[f"{n};Nguyễn Thị Hường;Xã Cẩm Lạc" for n in range(3, 60)]]


def taken(tmp_path, data: bytes, name: str = "a.csv"):
    path = tmp_path / name
    path.write_bytes(data)
    (sheet,) = read(path).sheets
    return [list(row) for row in sheet.rows], [(note.code, note.row) for note in sheet.notes]


@pytest.mark.parametrize("sign", [";", "\t", ","])
@pytest.mark.parametrize("quoted", [True, False])
def test_guards_of_web_systems_are_taken_off(tmp_path, sign, quoted) -> None:
    def guarded(cell: str) -> str:
        bare = f'="{cell}"'
        return '"' + bare.replace('"', '""') + '"' if quoted else bare

    text = "\n".join(sign.join(map(guarded, row)) for row in PLAIN)

    assert taken(tmp_path, text.encode()) == (PLAIN, [])


@pytest.mark.parametrize("codec", ["cp1258", "TCVN3", "VNI"])
def test_lines_in_another_encoding_are_read_in_theirs(tmp_path, codec) -> None:
    def encoded(line: str) -> bytes:
        if codec == "cp1258":
            return b"".join(map(_in_1258, line))
        return legacy_encodings.encode(line, codec).encode("latin-1")

    data = "\n".join(LINES[:1]).encode() + b"\n" + b"\n".join(map(encoded, LINES[1:]))

    rows, notes = taken(tmp_path, data)

    assert [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows] == PLAIN
    assert notes == [("mixed_encodings", 1)]


def _in_1258(letter: str) -> bytes:
    """A letter and its tone, which stands behind it there."""
    base, *marks = unicodedata.normalize("NFD", letter)
    tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
    plain = unicodedata.normalize("NFC", base + "".join(set(marks) - set(tones)))
    return (plain + "".join(tones)).encode("cp1258")


def test_letters_read_in_a_wrong_encoding_are_mended(tmp_path) -> None:
    wrong = "\n".join(LINES).encode().decode("latin-1")

    assert taken(tmp_path, wrong.encode()) == (PLAIN, [("mended_letters", None)])


def test_letters_that_are_lost_are_told_and_nothing_is_guessed(tmp_path) -> None:
    wrong = "\n".join(LINES).encode().decode("cp1252", "replace")

    _rows, notes = taken(tmp_path, wrong.encode())

    assert notes == [("broken_letters", None)]


@pytest.mark.parametrize("text", ["\n".join(LINES), "Tên;Xã\n«cá»;Hoá»\n" * 9, "a;b\nâ€;x\n"])
def test_sound_texts_are_left_alone(tmp_path, text) -> None:
    assert taken(tmp_path, text.encode())[1] == []


def test_a_quotation_mark_that_nothing_closes_swallows_no_row_and_is_told(tmp_path) -> None:
    stray = [line.replace("Trần", '"Trần') for line in LONG]

    rows, notes = taken(tmp_path, "\n".join(stray).encode())

    assert rows == [line.split(";") for line in LONG]
    assert notes == [("stray_quote", 2)]


def test_a_quotation_mark_that_opens_in_the_last_line_swallows_no_cell(tmp_path) -> None:
    last = [*LONG[:-1], LONG[-1].replace(";", ';"', 1)]

    rows, notes = taken(tmp_path, "\n".join(last).encode())

    assert rows == [line.split(";") for line in LONG]
    assert notes == [("stray_quote", len(LONG) - 1)]


def test_lines_within_a_quoted_cell_stay_one_cell(tmp_path) -> None:
    text = LINES[0] + '\n1;"Phan Doãn\nLương";Xã Cẩm Duệ\n' + LINES[2]

    rows, notes = taken(tmp_path, text.encode())

    assert rows == [PLAIN[0], ["1", "Phan Doãn\nLương", "Xã Cẩm Duệ"], PLAIN[2]]
    assert notes == []


def test_where_it_swallows_more_than_a_cell_holds_its_row_is_told(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join([*LINES, '3;"Lê', *LINES * 20_000]), "utf-8")

    with pytest.raises(FileTrouble) as refusal:
        read(path)

    assert refusal.value.sentence == "intake.open_quote"
    assert refusal.value.values["row"] == 4


def test_an_apostrophe_that_keeps_a_text_a_text_is_taken_off(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("STT;Họ tên;Ghi chú\n'1;'Lê A;'Chị Na' giúp dân\n", "utf-8")

    assert read(path).sheets[0].rows[1] == ["1", "Lê A", "'Chị Na' giúp dân"]


def test_a_formula_written_out_is_a_cell_without_a_result(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('STT;Họ tên\n1;"=PROPER(B9)"\n2;=Sạch nhà (mẫu)\n', "utf-8")

    (sheet,) = read(path).sheets

    assert [row[1] for row in sheet.rows] == ["Họ tên", "", "=Sạch nhà (mẫu)"]
    assert sheet.uncomputed == {(1, 1)}

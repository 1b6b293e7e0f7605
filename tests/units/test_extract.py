"""A unit gets a register of its own: all that it answers for, its history too, nothing else."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from emulation_cli.register.purging.blanks import unguarded


def extracted(emul, unit: str) -> Path:
    emul("extract", "--unit", unit, "-o", "own.db")
    return Path("own.db")


def rows(emul, noun: str, *words: str) -> list[dict]:
    return json.loads(emul(*words, "list", noun, "--format", "json").stdout)


def test_it_holds_the_records_of_the_predecessors_and_no_others(emul, district) -> None:
    district.close()
    own = extracted(emul, "Xã Cẩm Xuyên")

    assert [row["name"] for row in rows(emul, "exemplars", "--db", own)] == [
        "Người mẫu 0",
        "Người mẫu 1",
    ]
    assert [row["name"] for row in rows(emul, "units", "--db", own)] == [
        "Huyện Cẩm Xuyên", "Xã Cẩm Quang", "Xã Cẩm Quan", "Tỉnh Hà Tĩnh", "Xã Cẩm Xuyên",
    ]  # fmt: skip
    assert "Cẩm Duệ" not in own.read_bytes().decode("utf-8", "ignore")


def test_identities_and_history_come_along(emul, district) -> None:
    district.close()
    emul("edit", "X1", "--position", "Bí thư chi bộ")
    emul("cancel", "X4", "--reason", "ghi nhầm")
    own = extracted(emul, "Xã Cẩm Xuyên")

    with (
        closing(sqlite3.connect("own.db")) as made,
        closing(sqlite3.connect(district.path)) as whole,
    ):
        asked = "SELECT uuid FROM exemplar WHERE id = 1"
        assert made.execute(asked).fetchone() == whole.execute(asked).fetchone()
        assert made.execute("PRAGMA foreign_key_check").fetchall() == []
        uuids = [
            db.execute("SELECT value FROM setting WHERE name = 'uuid'").fetchone()
            for db in (made, whole)
        ]
        assert uuids[0] != uuids[1]
    told = emul("--db", own, "history").stdout
    assert "Bí thư chi bộ" in told
    assert "ghi nhầm" not in told


def test_the_district_keeps_what_nobody_followed(emul, district) -> None:
    district.close()
    own = extracted(emul, "U1")

    names = [row["name"] for row in rows(emul, "units", "--db", own)]
    assert "Huyện đoàn Cẩm Xuyên" in names
    # The split commune is still the district's, with all that may follow it.
    assert {"Xã Cẩm Sơn", "Xã Cẩm Lạc", "Xã Cẩm Hưng"} <= set(names)
    assert [row["name"] for row in rows(emul, "exemplars", "--db", own)] == ["Người mẫu 3"]


def test_a_check_finds_nothing_amiss(emul, district) -> None:
    district.close()
    own = extracted(emul, "Xã Cẩm Xuyên")

    answer = emul("--db", own, "check", "--deep")

    assert (answer.code, "Worth a look" in answer.stderr + answer.stdout) == (0, False)


def test_its_log_begins_where_that_of_the_district_does(emul, district) -> None:
    with district.change() as change, unguarded(district.connection, None):
        district.connection.execute("UPDATE change SET at = '2024-01-02T03:04:05Z' WHERE id = 1")
        change.keep = True
    district.close()

    own = extracted(emul, "Xã Cẩm Xuyên")

    assert "Worth a look" not in emul("--db", own, "check").stderr


def test_who_is_who_is_known_there_too(emul, district) -> None:
    district.close()
    person = ("--recipient", "Người mẫu 0", "--kind", "CN", "--unit", "Xã Cẩm Quang")
    emul("add-honour", *person, "--act", "khen", "--date", "2024")

    assert rows(emul, "honours", "--db", extracted(emul, "Xã Cẩm Xuyên"))[0]["for"] == "X1"


def test_an_existing_file_is_left_alone(emul, district) -> None:
    district.close()
    Path("own.db").write_text("mine")

    emul("extract", "--unit", "Xã Cẩm Xuyên", "-o", "own.db", code=6)

    assert Path("own.db").read_text() == "mine"


def test_a_new_record_in_the_extracted_register_is_logged(emul, district) -> None:
    district.close()
    own = extracted(emul, "Xã Cẩm Xuyên")
    words = ("--kind", "CN", "--unit", "Xã Cẩm Xuyên", "--field", "Y tế")

    emul("--db", own, "add-exemplar", "--name", "Người sau", *words)
    emul("--db", own, "undo")

    assert len(rows(emul, "exemplars", "--db", own)) == 2


def test_two_known_to_be_two_stay_two_elsewhere(emul, district) -> None:
    district.close()
    emul("distinct", "X1", "X2")
    emul("distinct", "X1", "X3")

    own = extracted(emul, "Xã Cẩm Xuyên")

    assert "already" in emul("--db", own, "distinct", "X1", "X2").stderr
    assert emul("--db", own, "check", "--deep").code == 0


def test_a_log_that_somebody_wrote_into_is_told_with_its_file(emul, district) -> None:
    district.connection.execute("PRAGMA foreign_keys = OFF")
    with unguarded(district.connection, None):
        district.connection.execute(
            "UPDATE change_row SET change_id = -1 WHERE id = (SELECT max(id) FROM change_row"
            " WHERE record = 'X1')"
        )
    district.close()

    told = emul("extract", "--unit", "Xã Cẩm Xuyên", "-o", "own.db", code=5).stderr

    assert str(district.path) in told
    assert not Path("own.db").exists()

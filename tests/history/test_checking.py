"""`emul check`: silent where all is well, and a line for everything that is not."""

import sqlite3
from collections import defaultdict
from contextlib import closing

import pytest

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.checking import check
from emulation_cli.register.copies import backups
from emulation_cli.register.recording import editing, new_records
from emulation_cli.tallies import against_lists
from emulation_cli.tallies.measures import period_figures
from tests.history.conftest import add_exemplar, add_model, add_unit


def found(register, *, deep=False) -> dict[str, tuple[str, ...]]:
    return {one.sentence: one.records for one in check(register, deep=deep)}


@pytest.fixture
def filled(register):
    add_unit(register)
    add_unit(register, "Xã Cẩm Quang")
    add_model(register, 1)
    add_exemplar(register, 1, discovered=PartialDate("2022-05"))
    return register


def test_a_register_that_only_emul_wrote_is_silently_well(filled) -> None:
    backups.automatic(filled.path, "asked")

    assert found(filled, deep=True) == {}
    asked = against_lists.requests(filled)
    assert [request.period.text for request in asked] == ["2022-2023", "2022-2023", "2023"]
    assert list(against_lists.differences(filled, asked)) == []


BROKEN = {
    "unit_circle": "UPDATE unit SET parent_id = 3 - id",
    "unit_ends_early": "UPDATE unit SET valid_from = '2020-01-01', valid_to = '2019-01-01'",
    "of_cancelled_unit": "UPDATE unit SET cancelled_on = '2020-01-01', cancelled_reason = 'x' WHERE id = 1",
    "open_change": "INSERT INTO open_change VALUES (1)",
}


@pytest.mark.parametrize(("sentence", "sql"), BROKEN.items(), ids=BROKEN)
def test_a_rule_that_another_program_broke_is_named(filled, sentence, sql) -> None:
    filled.connection.execute(sql)

    assert sentence in found(filled)


def test_a_name_changed_without_its_keys_is_found_in_depth(filled) -> None:
    filled.connection.execute("UPDATE exemplar SET name = 'Trần Văn Bình'")

    assert found(filled) == {}
    assert found(filled, deep=True) == {"keys_differ": ("X1",)}


def test_a_row_changed_behind_the_log_is_found_in_depth(filled) -> None:
    triggers = filled.connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'log_model_update'"
    ).fetchone()[0]
    filled.connection.execute("DROP TRIGGER log_model_update")
    filled.connection.execute("UPDATE model SET leader = 'Ông Ba'")
    filled.connection.execute(triggers)

    assert found(filled, deep=True) == {"log_differs": ("model 1",)}


def test_likely_doubles_are_suspects(filled) -> None:
    add_exemplar(filled, 1)
    add_exemplar(filled, 2)
    add_model(filled, 1)

    assert found(filled) == {
        "same_exemplars": ("X1 = X2",),
        "same_models": ("M1 = M2",),
        "undated_exemplars": ("X2", "X3"),
    }


def test_a_decision_that_states_other_numbers_than_its_rows_is_a_suspect(filled) -> None:
    values = {"number": "163/QĐ-UBND", "date": PartialDate("2023"), "level": "district"}
    new_records.add(filled, "decisions", values | {"stated_individuals": 2})
    honour = {"recipient": "Nguyễn Văn An", "kind": "individual", "unit": filled.unit(1)}
    honour |= {"act": "commend", "decision": Ref("decisions", 1), "for": Ref("exemplars", 1)}
    new_records.add(filled, "honours", honour)
    assert found(filled) == {"stated_differs": ("D1",)}

    other = Ref(
        "exemplars",
        int(add_exemplar(filled, 1, "Nguyễn Văn Bình", discovered=PartialDate("2023"))[1:]),
    )
    new_records.add(filled, "honours", honour | {"recipient": "Nguyễn Văn Bình", "for": other})

    assert found(filled) == {}


def test_what_cannot_have_happened_so_is_a_suspect(filled) -> None:
    editing.mark(filled, ["X1"], "multiplied", date=PartialDate("2021"))
    editing.mark(filled, ["M1"], "stopped", date=PartialDate("2022"))
    editing.edit(filled, "X1", {"birth_year": 2020})
    new_records.add(
        filled, "events", {"name": "Hội nghị", "type": "other", "date": PartialDate("2199")}
    )

    assert set(found(filled)) == {"backwards", "after_the_end", "unborn", "not_yet"}


def test_a_harmed_backup_is_named(filled) -> None:
    path = backups.automatic(filled.path, "asked")
    path.write_bytes(path.read_bytes()[:-1])

    assert found(filled) == {"backup_harmed": (path.name,)}


def test_a_figure_that_is_not_as_long_as_its_list_would_be_found(filled, monkeypatch) -> None:
    monkeypatch.setattr(period_figures, "left_out", lambda *_: defaultdict(lambda: 3))

    found = set(against_lists.differences(filled, against_lists.requests(filled)))

    assert ("2023", "exemplars.not_placed", 3, 0) in found


def test_the_command_is_silent_where_all_is_well(emul) -> None:
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")

    answer = emul("check", "--deep")

    assert (answer.stdout, answer.stderr) == ("", "")


def test_a_broken_rule_is_a_line_with_the_way_to_mend_it_and_exit_code_1(
    emul, register_path
) -> None:
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    with closing(sqlite3.connect(register_path)) as raw, raw:
        raw.execute("UPDATE unit SET valid_from = '2020-01-01', valid_to = '2019-01-01'")

    answer = emul("check", code=1)

    assert answer.stdout.startswith("WRONG: units that end before they begin: U1.")
    assert "--valid-to" in answer.stdout


def test_a_suspect_alone_is_no_failure(emul) -> None:
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    for _ in range(2):
        emul("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")

    assert emul("check").stdout.startswith("Worth a look: models recorded twice")


def test_a_damaged_page_is_exit_code_5_with_the_way_back(emul, register_path) -> None:
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul("backup")
    with closing(sqlite3.connect(register_path)) as raw, raw:
        page = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'unit_by_name'"
        ).fetchone()[0]
    content = bytearray(register_path.read_bytes())
    content[(page - 1) * 4096 + 8 : page * 4096] = bytes(4096 - 8)
    register_path.write_bytes(content)

    answer = emul("check", code=5)

    assert "emul restore" in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_every_number_of_a_report_can_be_held_against_its_list(emul) -> None:
    """With a cut-off day too: what is open at it is asked of events, decisions and honours."""
    emul("init", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul("add-event", "--name", "Tổng kết", "--type", "final_review", "--date", "2023")
    emul("add-honour", "--recipient", "A", "--kind", "CN", "--unit", "M", "--act", "praise",
         "--date", "2023")  # fmt: skip

    emul("check", "--deep")
    for noun in ("events", "honours"):
        words = ("--period", "2023", "--cut-off", "2023-06-30", "--at-cut-off")
        assert len(emul("list", noun, *words, "--format", "csv").stdout.splitlines()) == 2

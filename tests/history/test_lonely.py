"""Names that one record bears are passed over: who is who comes out the same with and without."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulation_cli.domain.errors import Refused
from emulation_cli.register.identity import lonely
from emulation_cli.register.log.undo import last_change, undo
from emulation_cli.register.opening import register_file
from emulation_cli.register.recording import editing
from emulation_cli.register.store import Register
from tests.history.conftest import add_exemplar, add_unit

PEOPLE = st.tuples(st.sampled_from(["An", "Bình", "Chi", "Dũng"]), st.integers(1, 3))
STEPS = st.one_of(PEOPLE, st.sampled_from(["rename", "succeed", "undo"]))


def _who_is_who(register: Register) -> list[object]:
    return [
        register.rows("SELECT * FROM subject_record ORDER BY noun, record_id"),
        register.rows("SELECT * FROM suspect ORDER BY one, other"),
    ]


def _step(register: Register, step: object) -> None:
    if isinstance(step, tuple):
        add_exemplar(register, step[1], step[0])
    elif step == "rename":
        editing.edit(register, "X1", {"name": "Bình"})
    elif step == "undo":
        undo(register, last_change(register))
    else:
        with register.change():
            row = {"old_unit_id": 1, "new_unit_id": 2, "date": "2025-07-01"}
            register.rows("SELECT 1 FROM unit_succession") or register.insert(
                "unit_succession", row
            )


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(STEPS, max_size=8))
def test_passing_over_lonely_names_changes_nothing(tmp_path_factory, monkeypatch, steps) -> None:
    found = []
    for many in (0, 10**9):
        monkeypatch.setattr(lonely, "MANY", many)
        path = tmp_path_factory.mktemp("either") / "register.db"
        with register_file.create(path, unit_name="Huyện", language="vi") as register:
            for name in ("Xã Một", "Xã Hai", "Xã Ba"):
                add_unit(register, name)
            add_exemplar(register, 1, "An")
            for step in steps:
                with suppress(Refused):
                    _step(register, step)
            found.append(_who_is_who(register))
    assert found[0] == found[1]

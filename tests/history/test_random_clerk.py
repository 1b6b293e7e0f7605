"""A clerk who does anything in any order: the register always equals a plain model of it."""

import os
import shutil
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.intake.model import Hints
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.checking import check
from emulation_cli.register.copies import backups
from emulation_cli.register.copies.restoring import restore
from emulation_cli.register.log import past_states, recorded_changes
from emulation_cli.register.log.undo import undo
from emulation_cli.register.opening import register_file
from emulation_cli.register.recording import editing, new_records
from emulation_cli.taking_in.results import Wishes
from emulation_cli.taking_in.runs import run
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from tests.history.conftest import add_unit, state
from tests.tallies import recounting

YEARS = st.integers(2019, 2023)
FIELDS = st.sampled_from(["KT", "VHXH", "QPAN", "HTCT"])
# A model as the plain model holds it: name, field, years, cancelled.
Plain = dict[int, dict[str, Any]]


class Clerk(RuleBasedStateMachine):
    """Models of one unit: what a clerk does to them, and what a plain dictionary says of it."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "register.db"
        self.register = register_file.create(self.path, unit_name="Huyện Cẩm Xuyên", language="vi")
        self.empty = state(self.register)
        add_unit(self.register)
        self.models: Plain = {}
        self.names = 0
        # What the plain model was after each change, and before it.
        self.seen: dict[str, Plain] = {}
        self.kept: list[tuple[Path, Plain]] = []
        self.remember()

    def teardown(self) -> None:
        if not hasattr(self, "register"):
            return
        try:
            self.undo_everything()
        finally:
            self.register.close()
            shutil.rmtree(self.folder)

    def remember(self) -> None:
        self.seen[self.uuid(past_states.last(self.register))] = deepcopy(self.models)

    def uuid(self, change: int) -> str:
        row = self.register.row("SELECT uuid FROM change WHERE id = ?", (change,))
        assert row is not None
        return str(row["uuid"])

    def name(self) -> str:
        self.names += 1
        return f"Mô hình thứ {self.names}"

    def living(self) -> list[int]:
        return [number for number, model in self.models.items() if not model["cancelled"]]

    @rule(field=FIELDS, year=YEARS)
    def add(self, field: str, year: int) -> None:
        name = self.name()
        values = {"name": name, "unit": self.register.unit(1), "field": field}
        values |= {"year": PartialDate(str(year))}
        number = int(new_records.add(self.register, "models", values).id[1:])
        self.models[number] = {"name": name, "field": field, "years": {year}, "cancelled": False}
        self.remember()

    @precondition(lambda self: self.models)
    @rule(data=st.data(), field=FIELDS)
    def edit(self, data: Any, field: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.models)))
        edited = editing.edit(self.register, f"M{number}", {"field": field})
        self.models[number]["field"] = field
        if edited.changes:
            self.remember()

    @precondition(lambda self: self.living())
    @rule(data=st.data())
    def cancel(self, data: Any) -> None:
        number = data.draw(st.sampled_from(self.living()))
        cancel(self.register, f"M{number}", "thử")
        self.models[number]["cancelled"] = True
        self.remember()

    @precondition(lambda self: self.living())
    @rule(data=st.data(), year=YEARS)
    def mark(self, data: Any, year: int) -> None:
        number = data.draw(st.sampled_from(self.living()))
        date = PartialDate(str(year))
        try:
            editing.mark(self.register, [f"M{number}"], "continued", date=date)
        except Refused:
            assert year in self.models[number]["years"]
            return
        assert year not in self.models[number]["years"]
        self.models[number]["years"].add(year)
        self.remember()

    @rule(rows=st.lists(st.tuples(FIELDS, YEARS), min_size=1, max_size=4))
    def take_in_a_list(self, rows: list[tuple[str, int]]) -> None:
        lines = ["Tên mô hình,Đơn vị,Lĩnh vực,Năm"]
        plain = []
        for field, year in rows:
            name = self.name()
            lines.append(f"{name},Xã Cẩm Duệ,{field},{year}")
            model = {"name": name, "field": field, "years": {year}, "cancelled": False}
            plain.append(model)
        path = self.folder / "list.csv"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        outcome = run(self.register, [path], Wishes(hints=Hints(register="models")))
        assert outcome.import_id, [p for file in outcome.files for p in file.problems]
        new = self.register.rows("SELECT id, name FROM model")
        numbers = {row["name"]: row["id"] for row in new}
        self.models |= {numbers[model["name"]]: model for model in plain}
        self.remember()

    @rule(data=st.data())
    def undo_one(self, data: Any) -> None:
        changes = [change for change in self.changes() if self.uuid(change - 1) in self.seen]
        number = data.draw(st.sampled_from(changes)) if changes else 0
        if not number:
            return
        before, after = self.seen[self.uuid(number - 1)], self.seen[self.uuid(number)]
        met = {model for model in {**before, **after} if before.get(model) != after.get(model)}
        as_left = all(self.models.get(model) == after.get(model) for model in met)
        try:
            undo(self.register, number)
        except Refused:
            assert not as_left, "what nobody has changed since can be taken back"
            return
        assert as_left, "what was changed since is not overwritten"
        for model in met:
            self.models.pop(model, None)
        self.models |= {model: deepcopy(before[model]) for model in met if model in before}
        self.remember()

    def changes(self) -> list[int]:
        """Changes of models that may be taken back; the unit stands under all of them."""
        with_rows = {row.change for row in self.all_rows()}
        return sorted(with_rows - {2})

    def all_rows(self) -> list[recorded_changes.RowChange]:
        entries = recorded_changes.entries(self.register)
        return [
            row for entry in entries for row in recorded_changes.rows_of(self.register, entry.id)
        ]

    @rule()
    def back_up(self) -> None:
        self.kept.append((backups.automatic(self.path, "asked"), deepcopy(self.models)))

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def restore_one(self, data: Any) -> None:
        backup, models = data.draw(st.sampled_from(self.kept))
        if not backup.exists():
            return
        self.register.close()
        aside = restore(self.path, backup, "emul restore")
        if aside is not None:
            self.kept.append((aside, deepcopy(self.models)))
        self.register = register_file.open_register(self.path)
        self.models = deepcopy(models)
        self.remember()

    @rule(year=YEARS)
    def report(self, year: int) -> None:
        found = figures(self.register, ReportRequest(Period.parse(str(year))))
        counted = [self.models[number] for number in self.living()]
        total = found.sections["models"].number("total")
        assert total == sum(year in model["years"] for model in counted)

    def read(self) -> Plain:
        models = {
            row["id"]: {
                "name": row["name"],
                "field": row["field"],
                "years": set(),
                "cancelled": row["cancelled_on"] is not None,
            }
            for row in self.register.rows("SELECT * FROM model")
        }
        for row in self.register.rows("SELECT model_id, year FROM registration"):
            models[row["model_id"]]["years"].add(row["year"])
        return models

    @invariant()
    def the_register_is_what_the_plain_model_says(self) -> None:
        if hasattr(self, "register"):
            assert self.read() == self.models

    @invariant()
    def a_deep_check_is_silent(self) -> None:
        if hasattr(self, "register"):
            assert list(check(self.register, deep=True)) == []
            assert list(recounting.differences(self.register)) == []

    def undo_everything(self) -> None:
        """Taking back every change, the last one first, gives the empty register."""
        for change in sorted({row.change for row in self.all_rows()}, reverse=True):
            undo(self.register, change)
        assert state(self.register) == self.empty


Clerk.TestCase.settings = settings(
    max_examples=int(os.environ.get("RANDOM_CLERK", "12")),
    stateful_step_count=12,
    deadline=None,
    derandomize="RANDOM_CLERK" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestRandomClerk = Clerk.TestCase

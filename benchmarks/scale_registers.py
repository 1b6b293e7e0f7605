"""Large registers for benchmarks/scale.py: invented people, the same at every run.

The rows go straight into the tables of schema.sql, half exemplars and half honours, without a log
of how they came there. A commune has some 470 of them whatever the size of the register, a district
15 communes. Who belongs where is drawn by lot, so that the rows of a unit lie far apart, or they
lie as lists bring them, each commune's of a year together.
"""
# ruff: noqa: SIM905 (a hundred names are easier read as words than as strings)

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from emulation_cli.domain.text import name_keys
from emulation_cli.register.opening.register_file import create

A_COMMUNE, A_LIST, COMMUNES, DISTRICTS = 470, 11, 15, 11
SURNAMES = (
    "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Trần Trần Trần"
    " Lê Lê Lê Lê Lê Phan Phạm Hoàng Đặng Võ Dương Bùi Hồ Hà Chu Thái Đinh Trương Lưu Cao Mai"
).split()
MIDDLE = (
    "Văn Thị Đình Xuân Hữu Bá Quốc Đức Trọng Ngọc Minh Công Khắc Thanh Duy Mạnh Thế Hồng Kim Bích"
).split()
GIVEN = (
    "An Bình Cường Dũng Đạt Giang Hà Hải Hạnh Hiền Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga"
    " Nhung Oanh Phúc Phượng Quang Quý Sơn Tâm Thắng Thảo Thủy Trung Tuấn Yến"
).split()
KINDS = ("individual",) * 8 + ("collective", "household")
FIELDS = ("kinh-te", "van-hoa", "giao-duc", "y-te", "an-ninh", "nong-thon-moi", "tu-thien", None)
MODEL_FIELDS = ("KT", "VHXH", "QPAN", "HTCT")
FIRST, DAYS = dt.date(2004, 1, 1), 21 * 365  # three years of twenty-one are asked for
Row = tuple[Any, ...]


def make(path: Path, records: int, *, in_lists: bool = False) -> None:
    """A register of so many exemplars and honours together, by lot or `in_lists`."""
    create(path, unit_name="Trung ương", language="vi").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000;"
        )
        aside = _taken_aside(connection)
        connection.execute("BEGIN")
        for table, columns, rows in _Invented(records, in_lists=in_lists).tables():
            marks = ", ".join("?" * (columns.count(",") + 1))
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        connection.execute("COMMIT")
        for sql in aside:
            connection.execute(sql)


def _taken_aside(connection: sqlite3.Connection) -> list[str]:
    """Indexes are made afterwards, in one go; the triggers of the log come back unused."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'index'"
        " OR type = 'trigger' AND name LIKE 'log^_%' ESCAPE '^')"
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f"DROP {kind} {name}")
    return [sql for _, _, sql in found]


class _Invented:
    """The rows of one register, table by table."""

    def __init__(self, records: int, *, in_lists: bool) -> None:
        self.in_lists = in_lists
        self.chance = random.Random(records)  # noqa: S311 (invented people, not secrets)
        self.given = 0
        self.exemplars = self.honours = records // 2
        self.models = records // 20
        self.decisions, self.events = records // 40, records // 500
        self.communes = max(COMMUNES, records // A_COMMUNE)
        self.districts = self.communes // COMMUNES
        self.provinces = -(-self.districts // DISTRICTS)
        self.names: dict[str, tuple[str, str]] = {}

    def tables(self) -> Iterator[tuple[str, str, Iterator[Row]]]:
        """Each table with its columns and rows; what is referred to comes first."""
        yield "unit", "id, uuid, code, name, name_key, place_key, type, parent_id", self._units()
        named = "uuid, name, name_key, comparing_key"
        yield "event", f"{named}, type, date", self._events()
        yield "decision", "uuid, number, number_key, date, level, category", self._decisions()
        yield "model", f"{named}, kind, unit_id, field, leader", self._models()
        yield "registration", "uuid, model_id, date, status", self._registrations()
        yield "model_milestone", "uuid, model_id, milestone, date, level", self._recognised()
        columns = f"{named}, kind, unit_id, field, birth_year, gender, position, summary"
        yield "exemplar", columns, self._exemplars()
        yield "exemplar_milestone", "uuid, exemplar_id, milestone, date", self._milestones()
        columns = (
            "uuid, recipient, name_key, comparing_key, kind, unit_id, act, form, category,"
            " decision_id, event_id, date, status, achievement"
        )
        yield "honour", columns, self._honours()

    def _uuid(self) -> str:
        """In the order of the rows, as the register gives them."""
        self.given += 1
        return f"{self.given:012x}{self.chance.getrandbits(80):020x}"

    def _unit(self, number: int) -> int:
        """The commune of a row: communes come after provinces and districts."""
        by_lot = int(self.chance.random() * self.communes)
        place = number // A_LIST % self.communes if self.in_lists else by_lot
        return 1 + self.provinces + self.districts + place

    def _date(self, first: dt.date = FIRST, days: int = DAYS) -> str:
        """A day, or only its month or year, as lists have it."""
        day = (first + dt.timedelta(days=int(self.chance.random() * days))).isoformat()
        return day[: self.chance.choice((10, 10, 10, 7, 4))]

    def _name(self) -> tuple[str, str, str]:
        """One of 800,000 names, some of them as frequent as in life."""
        parts = (SURNAMES, MIDDLE, GIVEN, GIVEN)
        name = " ".join(part[int(self.chance.random() * len(part))] for part in parts)
        keys = self.names.get(name) or self.names.setdefault(name, name_keys(name))
        return name, *keys

    def _units(self) -> Iterator[Row]:
        levels = (
            ("Tỉnh", "province", self.provinces, lambda _: None),
            ("Huyện", "district", self.districts, lambda n: 1 + n // DISTRICTS),
            ("Xã", "commune", self.communes,
             lambda n: 1 + self.provinces + min(n // COMMUNES, self.districts - 1)),
        )  # fmt: skip
        number = 0
        for word, kind, count, parent in levels:
            for n in range(count):
                number += 1
                name = f"{word} số {n + 1}"
                key = name_keys(name)[0]
                code = f"{kind[0].upper()}{n + 1}"
                yield (number, self._uuid(), code, name, key, f"so {n + 1}", kind, parent(n))

    def _events(self) -> Iterator[Row]:
        for n in range(1, self.events + 1):
            name = f"Hội nghị biểu dương số {n}"
            kind = self.chance.choice(("praise", "interim_review", "final_review"))
            yield self._uuid(), name, *name_keys(name), kind, self._date()

    def _decisions(self) -> Iterator[Row]:
        choice = self.chance.choice
        levels = ("grassroots", "district", "province", "state")
        for n in range(1, self.decisions + 1):
            number = f"{n}/QĐ-UBND"
            yield (self._uuid(), number, number.casefold(), self._date(), choice(levels),
                   choice(("phong-trao", None)))  # fmt: skip

    def _models(self) -> Iterator[Row]:
        for n in range(1, self.models + 1):
            name = f"Dân vận khéo thôn {n}"
            yield (self._uuid(), name, *name_keys(name), self.chance.choice(KINDS), self._unit(n),
                   self.chance.choice(MODEL_FIELDS), self._name()[0])  # fmt: skip

    def _registrations(self) -> Iterator[Row]:
        for n in range(1, self.models + 1):
            first = self.chance.randint(2004, 2024)
            for year in range(first, min(first + self.chance.randint(1, 4), 2025)):
                yield self._uuid(), n, str(year), "new" if year == first else "continued"

    def _recognised(self) -> Iterator[Row]:
        for n in range(1, self.models + 1, 3):
            level = self.chance.choice(("grassroots", "district"))
            yield self._uuid(), n, "recognised", self._date(), level

    def _exemplars(self) -> Iterator[Row]:
        for n in range(self.exemplars):
            yield (self._uuid(), *self._name(), KINDS[n % 10], self._unit(n), FIELDS[n % 8],
                   1950 + n % 55, ("male", "female", None)[n % 3], "Trưởng thôn, Bí thư chi bộ",
                   "Điển hình trong phong trào thi đua xây dựng nông thôn mới")  # fmt: skip

    def _milestones(self) -> Iterator[Row]:
        for n in range(1, self.exemplars + 1):
            yield self._uuid(), n, "discovered", self._date()
            if n % 2:
                yield self._uuid(), n, "fostered", self._date()
            if n % 5 == 0:
                yield self._uuid(), n, "multiplied", self._date()

    def _honours(self) -> Iterator[Row]:
        """Dated by a decision, an event, or themselves."""
        chance = self.chance.random
        for n in range(self.honours):
            decided, met = n % 10 < 7, n % 10 in (6, 7, 8)
            yield (
                self._uuid(), *self._name(), KINDS[n % 10], self._unit(n),
                ("praise", "honour", "commend")[n % 3], ("giay-khen", "bang-khen", None)[n % 3],
                None if decided else "phong-trao",
                1 + int(chance() * self.decisions) if decided else None,
                1 + int(chance() * self.events) if met else None,
                None if decided or met else self._date(),
                "proposed" if n % 50 == 0 else "awarded",
                "Thành tích xuất sắc trong phong trào thi đua",
            )  # fmt: skip


if __name__ == "__main__":
    import sys

    make(Path(sys.argv[1]), int(sys.argv[2]))

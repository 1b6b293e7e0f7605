"""A large register of everything, made by a seeded draw: the same one at every run."""

import random
from pathlib import Path

from emulation_cli.register.opening.register_file import create

from .worlds import (
    DATES,
    KINDS,
    PEOPLE,
    Decision,
    Event,
    Exemplar,
    Honour,
    Model,
    UnitRow,
    World,
    rows_of,
)

STAGES = ("discovered", "fostered", "multiplied")
MILESTONES = ("recognised", "replicated", "appraised", "stopped")
LEVELS = (None, "grassroots", "district", "province")

_PARTICULARS = (
    "UPDATE unit SET unit_group = CASE id % 3 WHEN 0 THEN 'Khối xã' WHEN 1 THEN 'Khối trường' END",
    "UPDATE exemplar SET gender = CASE id % 3 WHEN 0 THEN 'female' WHEN 1 THEN 'male' END",
    "UPDATE exemplar SET leads = nullif(id % 3, 2), works_directly = nullif(id % 4, 3) % 2",
)


def write_register(path: Path, size: int, seed: int = 4) -> None:
    """Make a register with `size` exemplars, as many models, and twice as many honours."""
    world = _Draw(seed).world(size)
    with create(path, unit_name="Huyện Cẩm Xuyên", language="vi") as register, register.change():
        for table, row in rows_of(world):
            register.insert(table, row)
        for sql in _PARTICULARS:
            register.connection.execute(sql)
        for old, new in ((3, 4), (5, 6), (7, 8), (7, 9)):
            succession = {"old_unit_id": old, "new_unit_id": new, "date": "2022-07-01"}
            register.insert("unit_succession", succession)


class _Draw:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def world(self, size: int) -> World:
        draw = self.chance
        units = [
            UnitRow(n, f"CX-{n}" if n % 2 else None, draw.randint(1, n - 1) if n > 10 else None)
            for n in range(1, 31)
        ]
        return World(
            units,
            [self._exemplar(n) for n in range(1, size + 1)],
            [self._model(n) for n in range(1, size + 1)],
            [
                Event(n, draw.choice(("final_review", "praise")), self._unit(), self._date(), False)
                for n in range(1, 21)
            ],
            [
                Decision(n, self._date(), draw.choice(LEVELS), draw.choice((None, "dot-xuat")))
                for n in range(1, 31)
            ],
            [self._honour(n, size) for n in range(1, 2 * size + 1)],
        )

    def _unit(self) -> int | None:
        return self.chance.choice((None, *range(1, 31)))

    def _date(self) -> str | None:
        return self.chance.choice((None, *DATES))

    def _seldom(self) -> bool:
        return self.chance.random() < 0.1

    def _some(self, values: tuple[str, ...]) -> list[str]:
        return self.chance.sample(values, self.chance.randint(0, len(values)))

    def _exemplar(self, number: int) -> Exemplar:
        return Exemplar(
            number, self.chance.choice(KINDS), self._unit(),
            self.chance.choice((None, "kinh-te", "y-te")), self._seldom(),
            [(stage, self._date()) for stage in self._some(STAGES)],
        )  # fmt: skip

    def _model(self, number: int) -> Model:
        years = self._some(("2021", "2022", "2023", "2024"))
        return Model(
            number, self.chance.choice(KINDS), self.chance.randint(1, 30),
            self.chance.choice((None, "KT", "HTCT", "QPAN")), self._seldom(),
            [(year, self.chance.choice(("new", "continued", None))) for year in years],
            [
                (name, self._date(), self.chance.choice(LEVELS) if name == "recognised" else None)
                for name in self._some(MILESTONES)
            ],
        )  # fmt: skip

    def _honour(self, number: int, size: int) -> Honour:
        draw = self.chance
        of = draw.choice(("exemplar", "model", None))
        return Honour(
            number, draw.choice(PEOPLE), draw.choice(KINDS), self._unit(),
            draw.choice(("praise", "honour", "commend")), draw.choice((None, "giay-khen")),
            draw.choice((None, "co-thi-dua")), draw.choice((None, "cong-trang")),
            draw.choice((None, *range(1, 31))), draw.choice((None, *range(1, 21))), self._date(),
            draw.choice(("awarded", "awarded", "awarded", "proposed")), self._seldom(),
            draw.randint(1, size) if of == "exemplar" else None,
            draw.randint(1, size) if of == "model" else None,
        )  # fmt: skip

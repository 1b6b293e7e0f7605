"""A random office: which columns a list has, in which words and order, and what each cell shows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import made_words as words
from made_facts import Fact

Cell = Any


@dataclass
class MadeColumn:
    """One column: its heading, top-down, what it shows of a record, the fields it tells."""

    heading: tuple[str, ...]
    cell: Callable[[Fact], Cell]
    tells: tuple[str, ...] = ()
    role: str = ""


@dataclass
class Office:
    """The habits of one sender; `strange` headings are outside the rules' vocabulary."""

    rng: Random
    register: str
    strange: float
    told: set[str] = field(default_factory=set)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def heading(self, key: str) -> str:
        known, _, other = words.HEADINGS[key].partition("||")
        texts = (other if other and self.chance(self.strange) else known).split("|")
        text = self.rng.choice(texts)
        return text.upper() if self.chance(0.15) else text

    def columns(self, kinds: set[str]) -> list[MadeColumn]:
        """The columns after the name's, in an order of this office's own."""
        made = list(getattr(self, f"_{self.register}")(kinds))
        made += self._further()
        if self.chance(0.5):
            self.rng.shuffle(made)
        names = self._names(kinds)
        place = 0 if self.chance(0.8) else self.rng.randint(0, len(made))
        made[place:place] = names
        if self.chance(0.3):
            made.append(MadeColumn(("Ghi chú",), lambda _f: self.rng.choice(words.NOTES)))
        return made

    def _names(self, kinds: set[str]) -> list[MadeColumn]:
        name = "recipient" if self.register == "honours" else "name"
        if kinds <= {"individual"} and self.register in ("exemplars", "honours"):
            if self.chance(0.12):
                last = MadeColumn(
                    ("Họ và tên đệm",), lambda f: f.written.rsplit(" ", 1)[0], (name,), "name"
                )
                return [last, MadeColumn(("Tên",), lambda f: f.written.rsplit(" ", 1)[1])]
            return [self._whole_name("individual.name", name)]
        if kinds <= {"collective"} and self.register in ("exemplars", "honours"):
            return [self._whole_name("collective.name", name)]
        return [self._whole_name(f"{self.register}.name", name)]

    def _whole_name(self, key: str, name: str) -> MadeColumn:
        titled = self.register in ("exemplars", "honours") and self.chance(0.25)
        born = not titled and self.register == "exemplars" and self.chance(0.12)

        def shown(fact: Fact) -> str:
            if fact["kind"] == "individual" and titled:
                return f"{self.rng.choice(words.HONORIFICS[fact['gender']])} {fact.written}"
            if fact["kind"] == "individual" and born:
                return f"{fact.written} (SN {fact['birth_year']})"
            return fact.written

        return MadeColumn(
            (self.heading(key),), shown, (name, *(("birth_year",) if born else ())), "name"
        )

    def _exemplars(self, kinds: set[str]) -> list[MadeColumn]:
        made = self._kind(kinds) + self._of_person(kinds) + self._unit("unit")
        if self.chance(0.75):
            made.append(self._plain("exemplars.field", "field"))
        if self.chance(0.85):
            made.append(self._date("discovered"))
        return made

    def _models(self, kinds: set[str]) -> list[MadeColumn]:
        made = self._unit("models.unit")
        if self.chance(0.4):
            made += self._kind(kinds)
        made += (
            self._marked_fields()
            if self.chance(0.2)
            else [self._model_field()]
            if self.chance(0.8)
            else []
        )
        if self.chance(0.65):
            made.append(MadeColumn((self.heading("year"),), lambda f: float(f["year"]), ("year",)))
        if self.chance(0.4):
            said = self.rng.choice((("Mới", "Duy trì"), ("Đăng ký mới", "Tiếp tục duy trì")))
            made.append(
                MadeColumn(
                    (self.heading("status"),), lambda f: said[f["status"] != "new"], ("status",)
                )
            )
        return made

    def _honours(self, kinds: set[str]) -> list[MadeColumn]:
        made = self._kind(kinds) + self._of_person(kinds) + self._unit("unit")
        made.append(self._plain("form", "form"))
        match self.rng.randint(0, 3):
            case 0:
                made.append(self._plain("decision_number", "decision_number"))
                made.append(self._date("decision_date"))
            case 1:
                made.append(
                    MadeColumn(
                        (self.heading("decision"),), _decision, ("decision_number", "decision_date")
                    )
                )
        if self.chance(0.4):
            money = self.rng.choice(
                (
                    float,
                    lambda n: f"{n:,}".replace(",", "."),
                    lambda n: f"{n:,} đ".replace(",", "."),
                )
            )
            made.append(
                MadeColumn((self.heading("amount"),), lambda f: money(f["amount"]), ("amount",))
            )
        return made

    def _events(self, kinds: set[str]) -> list[MadeColumn]:
        made = self._unit("events.unit")
        if self.chance(0.2):
            made.append(
                MadeColumn(
                    (self.heading("time_place"),),
                    lambda f: f"{_written(f['date'])}, {f['place']}",
                    ("date", "place"),
                )
            )
        else:
            made += [self._date("date"), self._plain("place", "place")]
        if self.chance(0.4):
            said = {"interim_review": "Sơ kết", "final_review": "Tổng kết", "praise": "Biểu dương"}
            made.append(MadeColumn((self.heading("type"),), lambda f: said[f["type"]], ("type",)))
        return made

    def _unit(self, key: str) -> list[MadeColumn]:
        if "unit" in self.told:
            return []
        short = self.chance(0.2)

        def shown(fact: Fact) -> str:
            name = fact["unit"].name
            return name.replace("Xã ", "X. ").replace("Thị trấn ", "TT. ") if short else name

        if key == "unit" and self.chance(0.15):
            order, sign = self.chance(0.7), self.rng.choice((", ", " - "))

            def joint(fact: Fact) -> str:
                parts = [fact["position"], fact["unit"].name]
                return sign.join(filter(None, parts if order else parts[::-1]))

            self.told.add("position")
            return [
                MadeColumn((self.heading("position_unit"),), joint, ("unit", "position"), "unit")
            ]
        return [MadeColumn((self.heading(key),), shown, ("unit",), "unit")]

    def _kind(self, kinds: set[str]) -> list[MadeColumn]:
        if "kind" in self.told or len(kinds) < 2 or self.chance(0.25):
            return []
        if self.chance(0.3):
            names = {
                "collective": ("Tập thể", "TT"),
                "individual": ("Cá nhân", "CN"),
                "household": ("Hộ gia đình", "HGĐ"),
            }
            short, mark, over = self.chance(0.3), self.rng.choice("xX"), self.chance(0.7)
            return [
                MadeColumn((("Đối tượng", names[k][short]) if over else (names[k][0],)), _mark("kind", k, mark), ("kind",), "mark")
                for k in ("collective", "individual", "household") if k in kinds
            ]  # fmt: skip
        way = self.rng.randrange(4)
        return [
            MadeColumn(
                (self.heading("kind"),), lambda f: words.KIND_CELLS[f["kind"]][way], ("kind",)
            )
        ]

    def _of_person(self, kinds: set[str]) -> list[MadeColumn]:
        made = []
        if "individual" not in kinds:
            return made
        if self.chance(0.4):
            made.append(
                MadeColumn(
                    (self.heading("birth_year"),),
                    lambda f: float(f["birth_year"]) if f["birth_year"] else "",
                    ("birth_year",),
                )
            )
        elif self.chance(0.25):
            made.append(MadeColumn((self.heading("birth_date"),), _birth_date, ("birth_year",)))
        if self.chance(0.25):
            made.append(
                MadeColumn(
                    (self.heading("gender"),),
                    lambda f: {"male": "Nam", "female": "Nữ"}.get(f["gender"], ""),
                    ("gender",),
                )
            )
        if "position" not in self.told and self.chance(0.4):
            made.append(
                MadeColumn(
                    (self.heading("position"),), lambda f: f["position"] or "", ("position",)
                )
            )
        return made

    def _model_field(self) -> MadeColumn:
        way = self.rng.randrange(3)
        return MadeColumn(
            (self.heading("models.field"),),
            lambda f: words.MODEL_FIELDS[f["field"]][way],
            ("field",),
        )

    def _marked_fields(self) -> list[MadeColumn]:
        way = self.rng.randrange(2)
        return [
            MadeColumn(("Lĩnh vực", names[way]), _mark("field", code, "x"), ("field",), "mark")
            for code, names in words.MODEL_FIELDS.items()
        ]

    def _plain(self, key: str, name: str) -> MadeColumn:
        return MadeColumn((self.heading(key),), lambda f: f[name] or "", (name,))

    def _date(self, name: str) -> MadeColumn:
        """A day, a month or a year; the truth is cut to what the cells show."""
        if name == "discovered" and self.chance(0.55):
            return MadeColumn(
                (self.heading("discovered.year"),), lambda f: float(f[name][:4]), (f"{name}:4",)
            )
        key = "discovered.date" if name == "discovered" else name
        style = self.rng.choice(
            (_written, lambda iso: iso, lambda iso: _written(iso).replace("/", "."))
        )
        return MadeColumn((self.heading(key),), lambda f: style(f[name]), (name,))

    def _further(self) -> list[MadeColumn]:
        """Columns of no use to us."""
        among = words.FURTHER[
            "persons" if self.register in ("exemplars", "honours") else self.register
        ]
        chosen = self.rng.sample(among, self.rng.choice((0, 0, 0, 1, 1, 2)))
        return [
            MadeColumn((name,), lambda _f, cells=cells: self.rng.choice(cells))
            for name, cells in chosen
        ]


def _mark(name: str, value: str, sign: str) -> Callable[[Fact], Cell]:
    return lambda fact: sign if fact[name] == value else ""


def _written(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def _birth_date(fact: Fact) -> str:
    return f"12/05/{fact['birth_year']}" if fact["birth_year"] else ""


def _decision(fact: Fact) -> str:
    return f"{fact['decision_number']} ngày {_written(fact['decision_date'])}"

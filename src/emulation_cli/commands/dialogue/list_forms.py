"""The lists that emul writes for others to fill in or to read back: their columns and words.

`template` gives them empty, `export` full; both are laid out alike, and `import` takes both in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from emulation_cli import words
from emulation_cli.domain.catalogue.field_types import YesNo
from emulation_cli.domain.catalogue.fields import EMPTY, FULL, Field
from emulation_cli.domain.catalogue.found_types import Coded, FormOrTitle, OfUnit, Organiser
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, FURTHER_LISTS, NOUNS
from emulation_cli.domain.catalogue.refs import LETTERS, Ref
from emulation_cli.domain.offices.units import Unit, UnitNames
from emulation_cli.register.recording.record_naming import BETWEEN, NOTHING
from emulation_cli.tallies.row_lists.term_uses import offered

if TYPE_CHECKING:
    from emulation_cli.register.store import Register
    from emulation_cli.sheets.writing.entry_sheets import Form, FormColumn

Layout = Sequence[Field]
# The columns of each form to fill in, and those that a full one has besides, where they are used.
FORMS: dict[str, Layout] = {
    noun.plural: layout
    for noun in NOUNS
    if (layout := tuple(field for field in noun.fields if field.form == EMPTY))
}
FURTHER: dict[str, Layout] = {
    noun.plural: tuple(field for field in noun.fields if field.form == FULL)
    for noun in (*NOUNS, *FURTHER_LISTS)
}
Row = Mapping[str, Any]

# The registers whose rows are records with ids of their own.
_COMING_BACK = tuple(name for name in LETTERS if name not in ("imports", "figures", "terms"))


class Writer:
    """Writes values of this register as a list has them, in one language.

    `unclear` holds the units that no way of writing tells apart from others. A form for a `year`
    offers the terms and units of that year, any other one the terms of today and every unit.
    `placed_today`: its rows stand under the units that answer for them today.
    """

    def __init__(
        self,
        register: "Register",
        language: str,
        year: int | None = None,
        *,
        placed_today: bool = False,
    ) -> None:
        self.register = register
        self.language = language
        today = date.today().isoformat()
        self.time = (f"{year}-01-01", f"{year}-12-31") if year else (today, today)
        self.lives = [self.time] if year else []
        self.lives += [(today, today)] if placed_today else []
        self.unclear: dict[int, str] = {}
        self._labels: dict[tuple[str, Any], str] = {}

    def say(self, key: str) -> str:
        """A word of the forms; not every column needs a note or an example."""
        known = words.known(f"template.{key}")
        return words.say_in(self.language, f"template.{key}") if known else ""

    @cached_property
    def _units(self) -> UnitNames:
        """Without what the clerk once decided: another register does not know it."""
        return UnitNames(self.register.unit_names.units)

    @cached_property
    def _unit_by_number(self) -> dict[int, Any]:
        return {unit.id: unit for unit in self._units.units}

    def value(self, field: Field, value: Any) -> str | int | None:
        """A value as it stands in a cell; None stays empty."""
        if value is None:
            return None
        match field.type:
            case OfUnit() | Organiser():
                return self._unit(value)
            case YesNo():
                return self.say("yes" if value else "no")
            case Coded() | FormOrTitle():
                return self._label(field.type.vocabularies[0], value)
        return words.date(value) if field.type.shown == "date" else cast("str | int", value)

    def _label(self, vocabulary: str, code: str) -> str:
        """The label, or the code where another term is called so too."""
        if (vocabulary, code) not in self._labels:
            known = self.register.vocabularies
            label = known.label(vocabulary, code, self.language)
            found = known.find(vocabulary, label)
            self._labels[vocabulary, code] = label if found and found.code == code else code
        return self._labels[vocabulary, code]

    def _unit(self, number: int | str) -> str:
        """A unit by a name that is its own; a text (an organiser elsewhere) stays as it is."""
        unit = self._unit_by_number.get(number) if isinstance(number, int) else None
        if unit is None:
            return str(number) if isinstance(number, str) else NOTHING
        if ("units", number) not in self._labels:
            written = self._units.written(unit)
            if written is None:
                self.unclear[unit.id] = unit.told_apart
            self._labels["units", number] = written or unit.name
        return self._labels["units", number]

    def model(self, row: Row) -> str | None:
        """The model that an exemplar grew from, as register/recording/record_naming.py reads it."""
        if not row.get("model_name"):
            return None
        own = f" {Ref('models', row['model_id'])}" if row["another_model"] else ""
        model = f"{self.say('model')}{own}"
        return BETWEEN.join((model, row["model_name"], self._unit(row["model_unit"])))

    def has_to_say(self, noun: str, field: Field, rows: Sequence[Row]) -> bool:
        """Whether a further column says what no other one of these rows does."""
        if field.text_of is None:
            return any(row.get(field.name) is not None for row in rows)
        said = [BY_PLURAL[noun].field(name) for name in (field.text_of, "title")]
        cells = ((row, one and self.value(one, row.get(one.name))) for row in rows for one in said)
        return any(row.get(field.name) != cell for row, cell in cells if cell is not None)

    def columns(self, noun: str, layout: Layout, exact: bool) -> Iterator["FormColumn"]:
        """The columns of a form, the order number first; `exact` for names as they are recorded."""
        from emulation_cli.sheets.writing.entry_sheets import FormColumn

        yield FormColumn(self.say("ordinal"), example="1")
        with_kind = "kind" in (field.name for field in layout)
        for field in layout:
            heading = self._heading(noun, field.name)
            note, example = (self.say(f"{part}.{noun}.{field.name}") for part in ("note", "value"))
            if exact and with_kind and field.name == BY_PLURAL[noun].title:
                heading = f"{heading} ({self.say('as_registered')})"
            yield FormColumn(heading, note, example, self.choices(noun, field))

    def _heading(self, noun: str, name: str) -> str:
        """The label of a field; a list of names says of what: «Tên mô hình»."""
        if name != "name":
            return words.label(name, noun, self.language)
        named = words.say_in(self.language, f"record.noun.{noun}")
        heading = words.say_in(self.language, "template.heading.name", noun=named)
        return heading[:1].upper() + heading[1:]

    def choices(self, noun: str, field: Field) -> Sequence[str]:
        """What a drop-down offers for a field: units by names of their own, labels in force."""
        match field.type:
            case OfUnit() | Organiser():
                return [self._unit(unit.id) for unit in self._units.units if self._is_there(unit)]
            case Coded() | FormOrTitle():
                vocabulary = field.type.vocabularies[0]
                terms = offered(self.register, vocabulary, self.time)
                labels = [term.label(self.language) for term in terms]
                marked = (noun, field.name) == ("models", "status")
                return [*labels, self.say("stopped")] if marked else labels
        return ()

    def _is_there(self, unit: Unit) -> bool:
        return not self.lives or any(
            (unit.valid_to or last) >= first and (unit.valid_from or first) <= last
            for first, last in self.lives
        )

    def form(
        self, noun: str, layout: Layout, rows: Iterable[Row], sheet: str, *, exact: bool = False
    ) -> "Form":
        """A sheet with these rows; the words over it are the noun's own."""
        from emulation_cli.sheets.writing.entry_sheets import Form

        return Form(
            sheet=sheet,
            title=self.say(f"title.{noun}"),
            hint=self.say("hint"),
            locked=self.say("locked"),
            columns=[*self._id_column(noun, exact), *self.columns(noun, layout, exact)],
            rows=(
                [
                    *self._id_cell(noun, exact, row),
                    number,
                    *(self.value(field, row.get(field.name)) for field in layout),
                ]
                for number, row in enumerate(rows, start=1)
            ),
        )

    def _id_column(self, noun: str, exact: bool) -> Iterator["FormColumn"]:
        """In front of what is recorded: by it a corrected row is known when it comes back."""
        from emulation_cli.sheets.writing.entry_sheets import FormColumn

        if exact and noun in _COMING_BACK:
            yield FormColumn(self.say("id"), self.say("id_note"), "X1")

    @staticmethod
    def _id_cell(noun: str, exact: bool, row: Row) -> Iterator[str]:
        if exact and noun in _COMING_BACK:
            yield str(Ref(noun, row["id"])) if row.get("id") else ""

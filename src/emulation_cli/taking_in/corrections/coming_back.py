"""Rows of a sheet that `emul` wrote: which record each is, by the id in it (DESIGN section 8)."""

from collections.abc import Mapping
from typing import Any

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, STAGES
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.register.log.as_of_export import (
    latest_change,
    mark_of,
    record_of,
    shown_of,
    stage_dates,
    stages_of_subject,
)
from emulation_cli.register.recording.editing import edit_stages
from emulation_cli.register.store import Register
from emulation_cli.sheets.writing.stamp import Stamp
from emulation_cli.taking_in.preparer import RowRefused
from emulation_cli.taking_in.taken import ListRow

Row = Mapping[str, Any]


class ComingBack:
    """Finds records by the ids in rows of one file; an id alone proves nothing."""

    def __init__(
        self,
        register: Register,
        stamp: Stamp | None,
        *,
        update: bool,
        over_changes: bool = False,
        numbers: dict[tuple[str | None, str], int] | None = None,
    ) -> None:
        """With `update` what a row says otherwise is a correction, else it is refused.

        `over_changes`: a record that was changed here since is corrected too. `numbers` has what
        the ids of each register mean here, as far as this run has seen.
        """
        self._register, self._update, self._over = register, update, over_changes
        self._mark = stamp and stamp.register
        self.mine = stamp is not None and stamp.register == mark_of(register)[0]
        self._since = stamp.change if stamp and self.mine else None
        self._numbers = {} if numbers is None else numbers

    def find(self, noun: Noun, row: ListRow, wanted: Row) -> dict[str, Any] | None:
        """The record that the id of a row means, where the name or the unit agrees with it.

        In a file without a mark both must; in one of another register only rows above tell what
        an id means. Raises RowRefused where the record was changed here since.
        """
        own = row.own_id
        if own is None:
            return None
        number = self._numbers.get((self._mark, own))
        if number is None and (self.mine or self._mark is None):
            number = int(own[1:])
        found = record_of(self._register, noun, number) if number is not None else None
        if found is None or not self._agrees(noun, found, wanted):
            return None
        self._refuse_changed(noun, found, wanted)
        return found

    def news(self, noun: Noun, found: Row, differing: Row) -> dict[str, Any]:
        """What a row says that a list does not show of its record.

        A list shows what is known of the whole subject, and the date that counts.
        """
        shown = shown_of(self._register, noun, int(found["id"])) if differing else {}
        news = {n: value for n, value in differing.items() if n not in shown or shown[n] != value}
        told = {field.name for field in map(noun.field_of, news) if field}
        fields = {name: noun.field(name) for name in news}
        return {
            name: value
            for name, value in news.items()
            if not (field := fields[name]) or field.text_of is None or field.text_of in told
        }

    def without_known(self, noun: Noun, number: int, values: Row) -> Row:
        """The values of a row without stages that are of other records of the exemplar."""
        if noun.plural != "exemplars":
            return values
        known = stages_of_subject(self._register, number)
        passed = {
            stage for stage in STAGES if (day := values.get(stage)) and (stage, day.iso) in known
        }
        return {name: value for name, value in values.items() if name not in passed}

    def remember(self, row: ListRow, number: int) -> None:
        """Note which record a row with an id came to be."""
        if row.own_id:
            self._numbers[self._mark, row.own_id] = number

    def by_id(self, text: str) -> Ref | None:
        """The record that an id in this file means, if that is known."""
        try:
            ref = Ref.parse(text)
        except Refused:
            return None
        number = self._numbers.get((self._mark, text))
        if number is not None:
            return Ref(ref.noun, number)
        there = self.mine and record_of(self._register, BY_PLURAL[ref.noun], ref.number)
        return ref if there else None

    def correct_stages(
        self, noun: Noun, found: Row, values: Mapping[str, Any]
    ) -> list[tuple[str, Any, Any]]:
        """The dates of an exemplar's stages that differ, corrected where that is wished.

        Gives (stage, old, new). A list says nothing of the other dates of a stage that has several.
        """
        if noun.plural != "exemplars":
            return []
        said, otherwise = {}, []
        for stage in STAGES:
            known = stage_dates(self._register, found["id"], stage)
            day = values.get(stage)
            if day is not None and known and day.iso not in known:
                said[stage] = day
                otherwise.append((stage, known[0], day.iso))
        if not self._update:
            return otherwise
        return edit_stages(self._register, found["id"], said)

    def _agrees(self, noun: Noun, found: Row, wanted: Row) -> bool:
        keys = ("comparing_key", "number_key", "name_key")
        key = next((name for name in keys if wanted.get(name)), noun.title)
        named = found.get(key) == wanted.get(key)
        placed = "unit_id" not in wanted or found.get("unit_id") == wanted.get("unit_id")
        return (named or placed) if self._since is not None else (named and placed)

    def _refuse_changed(self, noun: Noun, found: Row, wanted: Row) -> None:
        if (
            self._over
            or self._since is None
            or all(found.get(name) == value for name, value in wanted.items())
        ):
            return
        ref = f"{noun.letter}{found['id']}"
        if latest := self.changed_since(ref):
            raise RowRefused(noun.title, "changed_here_since", id=ref, change=f"C{latest}")

    def changed_since(self, ref: str) -> int | None:
        """The change of a record after this sheet was written, where that is to be heeded."""
        if self._over or self._since is None:
            return None
        latest = latest_change(self._register, ref)
        return latest if latest > self._since else None

"""What an import tells the clerk: how each sheet was understood, what became of its rows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from emulation_cli import words
from emulation_cli.commands.frame.desk import parted_words, tell
from emulation_cli.commands.frame.narration import manners
from emulation_cli.commands.importing.import_json import NO_SHEET, column_label, message
from emulation_cli.commands.importing.import_why import tell_evidence
from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.model import Problem, SheetReading
from emulation_cli.taking_in.results import OUTCOMES, FileResult, RunResult, is_list

# Of what is only a hint, so many of a kind are told one by one; every refused row is.
MOST_OF_A_KIND = 10
_DIFFERS = "differs_from_register"
MOST_FILES = 5
MOST_CONVERTED = 200
MOST_NAMES = 5
SHOWN_OF_A_ROW = 60
_ISO = pattern(r"\d{4}-\d\d-\d\d")
_CONVERTED = "converted_text"
_WHOLE = ("hidden", "example")
_SAMPLES, _LOOKED_AT = 2, 50
_Layouts = dict[tuple[object, ...], tuple[str, str]]  # where each was told first: sheet, file


def tell_understood(outcome: RunResult, *, whole: bool = True) -> None:
    """Tell what was understood; `whole`: column by column, else counted.

    What needs her stands last: hints, then warnings, then refusals.
    """
    seen: _Layouts = {}
    few = whole or len(outcome.files) <= MOST_FILES
    for file in outcome.files:
        if few or file.refused or file.blocked:
            _tell_counts(file.reading.file, [file], refused=outcome.refused)
        if whole and (
            file.stamp is None or manners().verbose
        ):  # our own columns are as we made them
            _tell_file(file, seen)
        else:
            _tell_shortly(file, few=few, most=None if whole else MOST_OF_A_KIND)
    for file in outcome.files:
        tell_evidence(file)
    _tell_sum(outcome)
    if not manners().verbose:
        _tell_reasons(outcome)
    _tell_problems(outcome)


def tell_outcome(outcome: RunResult, *, shown: bool = False) -> None:
    """Tell what became of the lists; all of it, unless it was `shown` before it was taken in."""
    if not outcome.files:
        return  # there was nothing new, which is told
    if shown:
        for file in outcome.files:
            _tell_counts(file.reading.file, [file], refused=outcome.refused)
        _tell_sum(outcome)
    else:
        tell_understood(outcome, whole=manners().verbose)
    _tell_unknown(outcome)
    if outcome.refused:
        good = any(file.count(name) for file in outcome.files for name in OUTCOMES)
        tell("imports.refused" if good else "imports.refused_all")
    elif outcome.import_id:
        tell("imports.done", id=outcome.import_id)
    elif outcome.dry_run:
        tell("imports.dry_run")
    elif any(file.count("unchanged") for file in outcome.files):
        tell("imports.nothing_new")
    else:
        tell("imports.nothing_read")
    if not outcome.refused:
        _tell_whom(outcome)


def _tell_whom(outcome: RunResult) -> None:
    """Whom the rows speak of; last the command that settles what they leave open."""
    if outcome.joined:
        tell("imports.joined", count=words.number(outcome.joined))
    for one in outcome.parted if outcome.dry_run else ():
        tell("identity.parted", **parted_words(one))
    if outcome.open:
        tell("imports.left_open", count=words.number(outcome.open))


def _tell_sum(outcome: RunResult) -> None:
    """Of dozens of files nobody adds up the lines."""
    if len(outcome.files) > 1:
        everything = words.say("imports.all_files", count=words.number(len(outcome.files)))
        _tell_counts(everything, outcome.files, refused=outcome.refused)


def _tell_counts(name: str, files: Sequence[FileResult], *, refused: bool) -> None:
    counts = {outcome: sum(file.count(outcome) for file in files) for outcome in OUTCOMES}
    counts["refused"] = sum(file.refused for file in files)
    counts["skipped"] = sum(len(sheet.skipped) for file in files for sheet in file.reading.sheets)
    tell(
        "imports.file_refused" if refused else "imports.file",
        file=name,
        **{outcome: words.number(count) for outcome, count in counts.items()},
    )


def _tell_reasons(outcome: RunResult) -> None:
    """How many rows of all files are no records, by what they are."""
    sheets = [sheet for file in outcome.files for sheet in file.reading.sheets]
    counts = Counter(row.why for sheet in sheets for row in sheet.skipped)
    if counts:
        reasons = "; ".join(
            f"{words.say(f'intake.why_{why}')} {words.number(count)}"
            for why, count in counts.most_common()
        )
        tell("imports.reasons", reasons=reasons)


def _tell_unknown(outcome: RunResult) -> None:
    """Every row says which unit or event it lacks; what to do about them all is said once."""
    for code, value in (("unknown_unit", "value"), ("unknown_event", "raw")):
        problems = (problem for file in outcome.files for problem in file.problems)
        names = {str(p.values[value]) for p in problems if p.code == code}
        if names:
            few = ", ".join(sorted(names)[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
            tell(f"imports.{code}s", count=words.number(len(names)), names=few)


def _tell_shortly(file: FileResult, *, few: bool, most: int | None) -> None:
    """A line a list, and what of it is not kept."""
    if file.before:
        tell("imports.before", id=file.before[0], day=words.date(file.before[1]))
    for sheet in filter(is_list, file.reading.sheets) if few else ():
        noun = words.say(f"record.noun.{sheet.register}")
        rows = words.number(len(sheet.records) + len(sheet.refused))
        tell("imports.list", sheet=sheet.name or NO_SHEET, noun=noun, rows=rows)
        _tell_unused(sheet)
        _tell_converted(sheet)
    if few:
        _tell_changes(file, most)


def _tell_file(file: FileResult, seen: _Layouts) -> None:
    if file.before:
        tell("imports.before", id=file.before[0], day=words.date(file.before[1]))
    for sheet in filter(is_list, file.reading.sheets):
        _tell_sheet(sheet, file.reading.file, seen)
    _tell_changes(file)
    for sheet in file.reading.sheets if manners().verbose else ():
        if sheet.ignored in _WHOLE:
            # A form's own sheets of examples and choices: a line for each, not for every row.
            tell(
                "imports.sheet_left",
                sheet=sheet.name or NO_SHEET,
                why=words.say(f"imports.{sheet.ignored}"),
            )
            continue
        for row in sheet.skipped:
            why, text = words.say(f"intake.why_{row.why}"), row.text[:SHOWN_OF_A_ROW]
            tell("imports.skipped", sheet=row.sheet or NO_SHEET, row=row.row, why=why, text=text)


def _tell_sheet(sheet: SheetReading, file: str, seen: _Layouts) -> None:
    """How a sheet was read; one that is laid out like an earlier one of the run, in one line."""
    first, last = sheet.header_rows or (0, 0)
    told = {
        "sheet": sheet.name or NO_SHEET,
        "noun": words.say(f"record.noun.{sheet.register}"),
        "rows": f"{first}" if first == last else f"{first}-{last}",
    }
    layout = (sheet.register, first, last, repr(sheet.columns), repr(sheet.headings))
    if layout in seen:
        like, where = seen[layout]
        tell("imports.sheet_like", **told, like=like, file=where)
    else:
        seen[layout] = (told["sheet"], file)
        tell("imports.sheet", **told)
        for name, _letters in sorted(sheet.columns.items(), key=_place):
            _tell_column(sheet, name)
    _tell_unused(sheet)
    _tell_converted(sheet)


def _tell_unused(sheet: SheetReading) -> None:
    unused = "; ".join(f"{letters} «{heading}»" for letters, heading in sheet.unused.items())
    if unused:
        tell("imports.unused", columns=unused)


def _tell_converted(sheet: SheetReading) -> None:
    """Every text that was turned into Unicode, once: that it is right only a reader can see."""
    first = {(before, after): cell for cell, before, after in reversed(sheet.conversions)}
    values = list(reversed(first.items()))
    if values:
        told = [p.values["encoding"] for p in sheet.problems if p.code == _CONVERTED]
        cells = words.number(len(sheet.conversions))
        tell("imports.conversions", cells=cells, encoding=", ".join(dict.fromkeys(map(str, told))))
    for (before, after), cell in values[:MOST_CONVERTED]:
        tell("imports.converted", cell=cell, before=before, after=after)
    if more := values[MOST_CONVERTED:]:
        count = words.number(len(more))
        tell("imports.more_of_a_kind", sheet=sheet.name or NO_SHEET, count=count)


def _place(column: tuple[str, str | tuple[str, ...]]) -> tuple[int, str]:
    """Columns from left to right: Z before AA."""
    _name, letters = column
    first = letters if isinstance(letters, str) else letters[0]
    return len(first), first


def _tell_column(sheet: SheetReading, name: str) -> None:
    """A column with its letters, what it means, and two of its cells as the sender wrote them."""
    letters = sheet.columns[name]
    tell(
        "imports.column",
        place="+".join(letters) if isinstance(letters, tuple) else letters,
        heading=f"«{sheet.headings[name]}»" if sheet.headings.get(name) else "",
        label=column_label(name, sheet.register),
        samples=" | ".join(list(dict.fromkeys(_cells(sheet, name)))[:_SAMPLES]) or "–",
    )


def _cells(sheet: SheetReading, name: str) -> Iterator[str]:
    """The cells of a field as their sender sees them: readers give floats and ISO dates."""
    for record in (*sheet.records[:_LOOKED_AT], *sheet.refused[:_LOOKED_AT]):
        if text := record.raw.get(name, "").strip(" |").removesuffix(".0"):
            yield words.date(text) if _ISO.fullmatch(text) else text[:SHOWN_OF_A_ROW]


def _tell_changes(file: FileResult, most: int | None = None) -> None:
    """What the list changes in the register, old and new."""
    changes = [(taken.noun, one) for _sheet, taken in file.taken for one in taken.changes]
    for noun, one in changes[:most]:
        key = "filled" if one.old is None else "change"
        label = column_label(one.column.removesuffix("_id"), noun)
        values = {"id": one.record, "name": one.name, "column": label}
        tell(f"imports.{key}", **values, old=one.old, new=one.new)
    if most is not None and (more := len(changes) - most) > 0:
        tell("imports.more_of_a_kind", sheet=file.reading.file, count=words.number(more))


def _tell_problems(outcome: RunResult) -> None:
    """Everything once, by weight: what needs her is nearest to the end."""
    several = len(outcome.files) > 1
    found = [
        (file.reading.file, problem) for file in outcome.files for problem in _not_told_above(file)
    ]
    for severity in ("info", "warn", "block"):
        kinds: dict[tuple[str, str, str], list[tuple[str, Problem]]] = {}
        for name, problem in found:
            if problem.severity == severity:
                kinds.setdefault((name, problem.sheet, problem.code), []).append((name, problem))
        told: set[tuple[str, str]] = set()
        for (_name, _sheet, code), alike in kinds.items():
            # What keeps a row out is told of each; what she can answer with one word is not.
            every = severity == "block" and code != _DIFFERS
            most = None if every or manners().verbose else MOST_OF_A_KIND
            lines = [(_place_of(name, p, several=several), message(p)) for name, p in alike[:most]]
            for place, text in dict.fromkeys(lines):
                if (place, text) not in told:
                    tell(f"imports.{severity}", sheet=place, text=text)
            told.update(lines)
            if more := len(alike) - len(lines):
                tell("imports.more_of_a_kind", sheet=lines[0][0], count=words.number(more))


def _place_of(name: str, problem: Problem, *, several: bool) -> str:
    """The file where there are several, the sheet where there is one."""
    place = problem.sheet or (NO_SHEET if problem.row else name)
    return f"{name}: {place}" if several and place != name else place


def _not_told_above(file: FileResult) -> Iterator[Problem]:
    """Texts turned into Unicode are told one by one with their list."""
    sheets = {sheet.name for sheet in filter(is_list, file.reading.sheets) if sheet.conversions}
    for problem in file.problems:
        if problem.code != _CONVERTED or problem.sheet not in sheets:
            yield problem

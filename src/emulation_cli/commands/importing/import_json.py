"""A run of `emul import` in words and as JSON."""

from typing import Any

from emulation_cli import words
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.intake.model import Problem, SheetReading
from emulation_cli.taking_in.results import OUTCOMES, FileResult, RunResult

NO_SHEET = "CSV"  # a text file is a list without a sheet


def message(problem: Problem) -> str:
    """The sentence for a problem, in the language of the screen."""
    values = dict(problem.values)
    if "concept" in values:
        values["known"] = column_label(str(values["concept"]))
    if "sort" in values:
        values["kind_of_cells"] = words.say(f"intake.sort_{values['sort']}")
    if values.get("sheet") == "":
        values["sheet"] = NO_SHEET
    for name in ("taken", "other", "likely"):
        if name in values and values[name] in BY_PLURAL:
            values[name] = words.say(f"record.noun.{values[name]}")
    if problem.code == "kind_conflict":
        values |= {name: _kind(str(values[name])) for name in ("first", "second")}
    return words.say(f"intake.{problem.code}", **values)


def _kind(label: str) -> str:
    """A kind, which the list has in Vietnamese, in the language of the screen."""
    for name, text in words.sentences("lists", "vi").items():
        if name.startswith("kind.") and text == label:
            return words.say(f"lists.{name}")
    return label


def column_label(name: str, noun: str | None = None) -> str:
    """What a column means, in the language of the screen."""
    return words.label(name, noun or "")


def as_json(outcome: RunResult) -> dict[str, Any]:
    """The shape that scripts rely on; several files stand under `files`."""
    files = [_file_json(file, outcome) for file in outcome.files]
    whom = {"joined": outcome.joined, "parted": [one.groups for one in outcome.parted]}
    if len(files) == 1:
        return files[0] | {"import": outcome.import_id} | whom
    return {"files": files, "dry_run": outcome.dry_run, "import": outcome.import_id} | whom


def _file_json(file: FileResult, outcome: RunResult) -> dict[str, Any]:
    return {
        "file": file.reading.file,
        "sheets": [_sheet_json(sheet) for sheet in file.lists],
        **{name: 0 if outcome.refused else file.count(name) for name in OUTCOMES},
        "refused": file.refused,
        "skipped": [
            {"sheet": row.sheet or None, "row": row.row, "text": row.text, "why": row.why}
            for sheet in file.reading.sheets
            for row in sheet.skipped
        ],
        "problems": [_problem_json(problem) for problem in file.problems],
        "converted": [
            {"sheet": sheet.name or None, "cell": cell, "before": before, "after": after}
            for sheet in file.lists
            for cell, before, after in sheet.conversions
        ],
        "dry_run": outcome.dry_run,
        "imported_before": file.before and file.before[0],
    }


def _sheet_json(sheet: SheetReading) -> dict[str, Any]:
    return {
        "name": sheet.name or None,
        "register": sheet.register,
        "header_rows": list(range(sheet.header_rows[0], sheet.header_rows[1] + 1))
        if sheet.header_rows
        else [],
        "columns": {
            name: list(letters) if isinstance(letters, tuple) else letters
            for name, letters in sheet.columns.items()
        },
        "unused": dict(sheet.unused),
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet or None,
        "row": problem.row,
        "column": problem.column,
        "cell": problem.cell,
        "code": problem.code,
        "severity": problem.severity,
        "message": message(problem),
    }

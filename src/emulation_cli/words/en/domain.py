"""Refusals and warnings that the rules of the register give."""

SENTENCES = {
    "reversed_period": "The period «{text}» ends before it begins: write the first day first.",
    "unreadable_period": (
        "The period «{text}» cannot be read. You can write: 2023; 2021-2023; Q3/2023 or quý III/2023; 6 tháng đầu năm 2023 or H1/2023; "
        "9 tháng 2023; 09/2023; nhiệm kỳ 2020-2025; năm học 2022-2023; năm nay; đầu năm đến nay; 01/01/2021-04/10/2023."
    ),
    "school_year": "The school year «{text}» must be two years in a row, such as năm học 2022-2023.",
    "impossible_date": "There is no day «{date}» in the calendar.",
    "bad_year": "The year {year} cannot be meant: it must lie between {earliest} and {latest}.",
    "unreadable_date": "The date «{text}» cannot be read. You can write: 04/10/2023; 10/2023; 2023; 2023-10-04.",
    "old_sqlite": "The SQLite {version} of this Python is too old; install a newer Python.",
    "damaged_register": "The register «{path}» is damaged and cannot be read. Go back to the latest backup: emul restore.",
    "no_register": "There is no register at «{path}». Make one with: emul init; or look around first with: emul demo.",
    "unreadable_register": "The register «{path}» cannot be opened: {reason}.",
    "not_a_file": "«{path}» is no ordinary file (a folder, a pipe or a device, perhaps); it was left as it is.",
    "not_a_register": "The file «{path}» is not a register of emul; it was left as it is.",
    "newer_register": "The register «{path}» was made by a newer emul (version {version}; this program knows {known}). Update emul.",
    "register_exists": "There is a file «{path}» already; emul does not overwrite it. See the register with: emul info.",
    "cannot_create": "The register «{path}» cannot be made: {reason}.",
    "new_field": "the field «{field}» was not in the vocabulary and has been added (nearest: {nearest}).",
    "possible_double": "this may be {id} «{name}» of the same unit. If they are one, cancel the spare record: emul cancel.",
    "second_unit": "there is {units} already, and nothing known tells «{name}» from it. If they are one: emul undo.",
    "outside_life": "the unit {unit} was not there on {date}. Another unit: emul edit … --unit.",
    "unit_code_taken": "The unit code «{code}» is taken by {id}.",
    "term_exists": "«{text}» is in the vocabulary already, under the code {code}.",
    "no_such_id": "There is no record «{id}» in the register. Find ids with: emul search, emul list.",
    "cannot_cancel": "«{id}» cannot be cancelled: only units, exemplars, models, events, decisions and honours can.",
    "already_cancelled": "«{id}» was cancelled before (reason: {reason}).",
    "unit_in_use": "The unit {id} cannot be cancelled: {count} records belong to it.",
    "honours_leave": "{count} honours still stand under the cancelled decision; look at each: emul list honours --decision.",
    "not_marked": "{id} «{name}» has no such milestone on that date.",
    "already_marked": "{id} «{name}» has this milestone on that date already.",
    "registration_needs_year": "A registration of {id} «{name}» needs a year: add --date, such as --date 2023.",
    "already_registered": "{id} «{name}» is registered for {year} already.",
    "unfit_milestone": (
        "The milestone «{milestone}» does not fit {id}. Exemplars: discovered, fostered, multiplied. "
        "Models: registered, continued, appraised, recognised, replicated, stopped."
    ),
    "ambiguous_unit": "«{text}» may be several units: {units}. Use an id, such as --unit U3.",
    "unknown_unit": "There is no unit «{text}» in the register. Nearest: {nearest}. Add a unit with: emul add-unit.",
    "unit_below_itself": "Unit {id} cannot stand below itself or below a unit that stands below it.",
    "level_of_recognition": "Only a recognition has a level (--level); {id} was not marked.",
}

"""What the commands that find records say."""

SENTENCES = {
    "written": "Wrote {file}.",
    "found": "Found {count}. See a record: emul show ID.",
    "milestones": "Milestones",
    "registration": "Registered (new or continued not stated)",
    "honours": "Honours",
    "cancelled": "Cancelled on {date}: {reason}",
    "info.path": "Register",
    "info.backups": "Automatic backups",
    "info.size": "Size",
    "info.office": "Office",
    "info.language": "Language",
    "info.units": "Units",
    "info.exemplars": "Exemplars",
    "info.models": "Models",
    "info.events": "Events",
    "info.decisions": "Decisions",
    "info.honours": "Honours",
    "info.imports": "Imports",
    "info.private": "The data lie in this file only; emul sends nothing off the machine.",
}

"""The history of the register, and taking back."""

SENTENCES = {
    "no_such_change": "There is no change «{id}». See the changes: emul history.",
    "nothing_to_undo": "There is nothing to take back yet.",
    "no_undo_of": "{id} «{command}» is not taken back by undo: after a restore go back by another one (emul restore); a purge is for ever; after compact: emul compact --undo. To take back what was before it: emul undo {earlier}.",
    "without_years": "Years of the log are not told here: they lie in {files}, not beside the register.",
    "log_absent": "Older years of the log lie in «{path}», which is not there or is another one than was put away. Put it beside the register and try again.",
    "nothing_in_change": "The change {id} did nothing to the register; there is nothing to take back.",
    "already_undone": "The change {id} was taken back by {by}. To do it again: emul undo {by}.",
    "changed_since": (
        "{id} cannot be taken back, for records were changed again since: {records} ({changes}). Take back the later changes first, the newest first."
    ),
    "depended_on": "It cannot be taken back, for other records stand on what would be gone: {records}. Change or take back those first.",
    "identity_taken": "It cannot be taken back: the code or name of {record} belongs to another record by now. See: emul history {record}.",
    # What is told
    "added": "recorded: {values}",
    "removed": "taken off the register: {values}",
    "part_added": "added: {values}",
    "part_removed": "removed: {values}",
    "changed": "{column}: {old} → {new}",
    "only_latest": "These are the latest {count} {count:change|changes}; all of them: emul history --all.",
    "took_back": "(takes back {id})",
    "only_first": "These are the first {count} {count:record|records} of the change; all of them: emul history {id} --all.",
    "and_more": "… and {count} more.",
    "ask_undo": "Take all of this back?",
    "not_undone": "Nothing was taken back.",
    "undone": "Took back {id} «{command}»: {count} {count:record is as it was|records are as they were}. To do it again: emul undo {by}.",
    # Figures as recorded
    "before_the_log": "The log of the register begins on {since}; what the register was on {day} is not known.",
    "as_recorded": "Figures as recorded by the end of {day} ({change}).",
    "saved": "Saved under the name «{name}»; to ask it again: {again}. Undo: emul undo.",
    "saved_again": "Saved under the name «{name}», in place of what stood there. Undo: emul undo.",
    "forgotten": "The saved request «{name}» is taken away. Undo: emul undo.",
    "not_saved": "No request is saved under the name «{name}». Saved requests: {names}.",
    "saved_ones": "Saved requests: {names}.",
    "name_is_period": "«{name}» is a period; choose a name that is none, such as quy.",
    "kept_before": "A report «{name}» was kept before. Choose another name.",
    "not_kept": "No report was kept under the name «{name}». Kept: {names}.",
    "kept": 'This report is kept under the name «{name}». To compare it later: --against "{name}".',
    "kept_otherwise": 'The report «{name}» asked for something else. Compare it by: emul report {request} --against "{name}".',
    "differing": "Figures that differ between C{older} and C{newer}: {count}. To see a change: emul history C…",
}

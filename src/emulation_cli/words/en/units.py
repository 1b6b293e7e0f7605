"""Units in time: mergers and splits, extracting, merging registers, doubles."""

SENTENCES = {
    "unknown_map": "--units {text} is not understood. You can write: then (the units of the time), now (those of today).",
    "elsewhere": "«{unit}» is shown as at the end of the period; records of units that were under it before stand elsewhere then ({count} {count:unit|units}). As they were: add --units then.",
    "follows": "From {date} on: «{old}» is now «{new}».",
    "ended": "{id} {name}: ends on the day before.",
    "begun": "{id} {name}: there since {date}.",
    "not_there_yet": "«{unit}» is there from {day} on, so nothing can follow it on that day or before. Look again at the units that were named.",
    "follows_itself": "«{unit}» cannot follow itself. Look again at the units that were named.",
    "succession_known": "The register knows already that «{new}» follows «{old}»; nothing is new.",
    "succession_otherwise": "The register has «{new}» following «{old}» since {day}. For another day: emul undo, then record it again.",
    "would_extract": "Dry run: a register of «{unit}» would hold {counts}. Nothing was written.",
    "extracted": "The register of «{unit}» is in {file}: {counts}.",
    # Merging registers
    "unknown_preference": "--prefer {text} is not understood. You can write: {known}.",
    "not_a_match": '--same-unit {text} is not understood. Write it like: "Xã Cẩm Duệ=U9", or "Xã Cẩm Duệ=new".',
    "merge_with_itself": "{path} is this register; it cannot be merged with itself.",
    "merged_from": "{name}: {added} added; {changed} {changed:value|values} changed; {removed} {removed:row|rows} taken away.",
    "changed": "  {id} {column}: {old} → {new}",
    "unmatched": '{source}: the unit «{name}» may be {units}. Say which: --same-unit "{name}=U…", or "{name}=new".',
    "purged_here": "{source}, {id}: this name was purged here. If it is another person of that name, add --another-person; else purge it there first: emul --db FILE purge {id}.",
    "purged_there": "{id} here bears a name that was purged in {source}. If it is another person of that name, add --another-person; else purge it first: emul purge {id}.",
    "edit_ahead": "{id} {column}: the edit of a wrong clock, which stands in the future, counts as older ({edit}).",
    "conflict": (
        "{id} «{name}», {column}: both sides changed it.\n"
        "  here: {mine} ({my_edit})\n  {source}: {theirs} ({their_edit})"
    ),
    "edited": "{who}, {date} {time} UTC",
    "as_recorded": "as first recorded",
    "which_value": "Which value is to stay",
    "keep_mine": "the one here",
    "take_theirs": "the other one",
    "decide_later": "decide later (no merge)",
    "which_unit": "Which unit is «{name}» of the register {source}",
    "none_of_them": "none of these: a new unit",
    "merge_now": "Merge?",
    "merge_blocked": "Nothing was merged: something is to be decided. Run it again on a terminal, or with --prefer mine|theirs|newer, --same-unit, --another-person.",
    "merged": "Merged ({id}). To take it back: emul undo {id}.",
    "merge_dry_run": "Only tried: nothing was written.",
    "nothing_new": "Nothing is new.",
    "tables_here": "«{names}»: {name} keeps tables of these names otherwise; yours stay.",
    "table.accepted_finding": "findings said to be so",
    "table.kept_table": "kept tables",
    "table.unit": "units",
    "table.exemplar": "exemplars",
    "table.model": "models",
    "table.event": "events",
    "table.movement": "movements",
    "table.proposal": "proposals",
    "table.dossier": "dossiers",
    "table.presenter": "presenters",
    "table.publication": "publications",
    "table.target": "targets",
    "table.decision": "decisions",
    "table.honour": "honours",
    "table.registration": "registrations",
    "table.model_milestone": "milestones of models",
    "table.exemplar_milestone": "milestones of exemplars",
    "table.unit_succession": "successions",
    "table.reported_figure": "figures from papers",
    # Doubles
    # Two desks
    "shared_network": (
        "Note: the register lies on a network share. Two machines that write at once can damage it. "
        "Better: a register for each desk, on its own disk, brought together with emul merge."
    ),
    "shared_synchronised": (
        "Note: the register lies in a synchronised folder. It may be copied while it is written, or kept in two versions. "
        "Better: a register for each desk, outside that folder; two versions come together again with emul merge."
    ),
    "successions": "Mergers and splits",
    "followed_by": "now {name}",
    "following": "follows {name}",
    "several_units": "several units",
    "now_is": "{name} (now {new})",
}

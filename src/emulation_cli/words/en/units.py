"""Units in time: mergers and splits, extracting, merging registers, doubles."""

SENTENCES = {
    "unknown_map": "--units {text} is not understood. You can write: then (the units of the time), now (those of today).",
    "follows": "From {date} on: «{old}» is now «{new}».",
    "ended": "{id} {name}: ends on the day before.",
    "begun": "{id} {name}: there since {date}.",
    "follows_itself": "«{unit}» cannot follow itself. Look again at the units that were named.",
    "succession_known": "The register knows already that «{new}» follows «{old}»; nothing is new.",
    "succession_otherwise": "The register has «{new}» following «{old}» since {day}. For another day: emul undo, then record it again.",
    "extracted": "The register of «{unit}» is in {file}: {counts}.",
    "now_is": "{name} (now {new})",
}

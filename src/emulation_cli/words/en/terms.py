"""Words of the commands about vocabularies."""

SENTENCES = {
    "joined": "«{other}» is «{kept}» from now on; rows that follow: {count}. Take it back: emul undo.",
    "cannot_join": "«{one}» and «{other}» are not two terms of one vocabulary: they cannot be joined.",
    "not_hers": "«{name}» is of a vocabulary that the counting rests on: its names can be edited, it cannot be joined.",
}

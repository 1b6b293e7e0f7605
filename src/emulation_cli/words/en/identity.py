"""Who is who: what a clerk says of two records, and what is left open."""

SENTENCES = {
    "same": "{one} «{name}» and {other} «{other_name}» are one from now on. Nothing is rewritten: emul join {one} {other} --undo takes it back.",
    "same_known": "Known already: {one} and {other} are one.",
    "distinct": "Remembered: {one} and {other} are two. emul distinct {one} {other} --undo takes it back.",
    "distinct_known": "Known already: {one} and {other} are two.",
    "withdrawn": "What was said of {one} and {other} is taken back.",
    "nothing_said": "Nothing was said of {one} and {other}.",
    "said_distinct": "{one} and {other} were said to be two. --yes joins all the same and withdraws that.",
    "said_same": "{one} and {other} were joined. --yes parts them all the same and withdraws that.",
    "cannot_join": "{one} and {other} cannot be one: it takes two exemplars, models or honours, two decisions or two events.",
    "typed_twice": "{id} «{name}» is the same one: both count once. If they are two: emul distinct.",
    "belongs": "counts as one with {id} «{name}».",
    "may_be": "may be {id} «{name}»; counted apart. One: emul join {own} {id}. Two: emul distinct {own} {id}.",
    "same_honour": "{id} «{name}» is the same honour; it counts twice. Take back the spare one: emul cancel.",
    "second_award": "a second award for the same movement and year, see {id} «{name}».",
}

"""`mark ID… MILESTONE`: which of the words name records, and which the milestone."""

from collections.abc import Sequence

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.dialogue.record_names import is_id, meant
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import EmulError, Usage
from emulation_cli.register.store import Register

_MARKED = ("exemplars", "models")


def marked_words(register: Register, given: Sequence[str]) -> tuple[str, list[str], str]:
    """The noun, the ids of the records, and the code of the milestone; asked for where missing.

    The milestone is the longest end of the line that is one, «nhân rộng» without quotes too.
    """
    first = meant(register, given[0], _MARKED)
    noun = Ref.parse(first).noun
    for cut in range(1, len(given)):
        code = _milestone(register, noun, " ".join(given[cut:]))
        if code:
            return noun, [first, *(meant(register, one, _MARKED) for one in given[1:cut])], code
    names = [one for one in given[1:] if not is_id(one)]
    if names:
        parsing.milestone(register, noun, " ".join(names))  # raises Usage with the nearest
    refs = [first, *(meant(register, one, _MARKED) for one in given[1:])]
    return noun, refs, _asked_for(register, noun)


def _milestone(register: Register, noun: str, text: str) -> str | None:
    try:
        return parsing.milestone(register, noun, text)
    except EmulError:
        return None


def _asked_for(register: Register, noun: str) -> str:
    terms = register.vocabularies.of(parsing.milestones_of(noun))
    labels = [(term.label(words.language()), term.code) for term in terms]
    if not questions.possible():
        known = ", ".join(f"{label} ({code})" for label, code in labels)
        raise Usage("cli.missing_milestone", known=known)
    question = words.say("record.which_milestone")
    return questions.ask(
        question, lambda text: parsing.milestone(register, noun, text), lambda: labels
    )

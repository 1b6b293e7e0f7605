"""Refusals: each knows the sentence that tells the clerk what, where and what to do."""


class EmulError(Exception):
    """A refusal the clerk can act on.

    Takes the key of a sentence in `words` and the values that fill it.
    """

    exit_code = 1

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values


class Refused(EmulError):
    """No such unit or record, or a rule forbids it."""

    exit_code = 1


class Usage(EmulError):
    """A value given on the command line cannot be understood."""

    exit_code = 2


class Busy(EmulError):
    """The register is in use by another program."""

    exit_code = 4


class Unusable(EmulError):
    """The register is missing, foreign, damaged or newer than this program."""

    exit_code = 5


class FileTrouble(EmulError):
    """A file cannot be opened or written."""

    exit_code = 6

"""What an honorific says of the gender of whoever bears it."""


def _forms(*words: str) -> tuple[str, ...]:
    """The words however written, for SQLite knows no capitals of Vietnamese."""
    forms = ((word, word.capitalize(), word.title(), word.upper()) for word in words)
    return tuple(sorted({form for each in forms for form in each}))


# A list says who is a woman by «Bà» as well as in a column of its own.
GENDERED = {
    "female": _forms("bà", "chị", "cô", "cô giáo", "mrs", "ms"),
    "male": _forms("ông", "anh", "chú", "mr"),
}

# What says the gender and nothing else of whoever bore another word.
PLAINEST = {"female": "Bà", "male": "Ông"}


def gender_by_honorific(honorific: str | None) -> str | None:
    """The gender that an honorific tells, if it tells one."""
    return next((gender for gender, forms in GENDERED.items() if honorific in forms), None)

"""Shares in percent, rounded as offices and spreadsheets round: half away from nothing."""


def percentage(part: int, whole: int) -> float | None:
    """So many of so many in percent with one decimal, 1 of 16 is 6.3; None of nothing.

    In whole numbers, for no float is exactly a half of a tenth.
    """
    if not whole:
        return None
    tenths = (2000 * abs(part) + abs(whole)) // (2 * abs(whole))
    return (tenths if (part < 0) == (whole < 0) else -tenths) / 10

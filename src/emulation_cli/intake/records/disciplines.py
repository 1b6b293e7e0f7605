"""«Môn»: in what a prize was won, by a column or by the sections of a list."""

from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.records.record_rows import Records


def read_disciplines(records: Records) -> None:
    """Say it with the achievement: the form stays the prize, whatever it was won in."""
    columns = records.of("discipline")
    if records.register != "honours":
        return
    cells = records.cells(columns, "achievement") if columns else [""] * len(records.rows)
    said = [
        as_text(cell) or context.discipline
        for cell, context in zip(cells, records.contexts, strict=True)
    ]
    if not any(said):
        return
    deeds = records.values.get("achievement") or records.empty()
    pairs = zip(map(_in_full, said), deeds, strict=True)
    records.values["achievement"] = ["; ".join(map(str, filter(None, p))) or None for p in pairs]
    if columns:
        records.remember("achievement", [*records.of("summary"), *columns])


def _in_full(text: str | None) -> str | None:
    return text if not text or text.casefold().startswith("môn ") else f"Môn {text}"

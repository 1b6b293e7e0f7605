"""Genders of the rows: «Nam | Nữ» as marks, as two columns of births, or «Ông | Bà» over names."""

from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.grid import filled
from emulation_cli.intake.records.record_rows import Records


def read_genders(records: Records) -> None:
    """«Nam | Nữ» as marks, or as two columns of births: the filled one tells the gender."""
    if "gender" in records.values or not records.of_persons:
        return
    sexes = {"male", "female"}
    if columns := [c for c in records.all_of("individual_name") if c.mark in sexes]:
        named = zip(*(records.column(c.number) for c in columns), strict=True)
        found = [[c.mark for c, n in zip(columns, row, strict=True) if filled(n)] for row in named]
        records.values["gender"] = [marks[0] if len(marks) == 1 else None for marks in found]
    elif columns := records.all_of("male_mark", "female_mark"):
        records.remember("gender", columns)
        other = None if len(columns) > 1 else "male"
        marked = records.marks(columns, "gender")
        records.values["gender"] = [_gender(found[0]) if found else other for found in marked]
    elif records.of("birth_male") and records.of("birth_female"):
        births = records.all_of("birth_male", "birth_female")
        rows = records.source
        filled_in = [[c for c in births if c.number < len(r) and filled(r[c.number])] for r in rows]
        records.values["gender"] = [_gender(found[0]) if found else None for found in filled_in]


def _gender(column: SheetColumn) -> str:
    return "female" if "female" in str(column.concept) else "male"

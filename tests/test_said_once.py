"""Each field is named once: outside the catalogue no literal lists fields (DESIGN section 2)."""

import ast
from collections.abc import Iterator
from pathlib import Path

from emulation_cli.domain.catalogue.nouns import NOUNS

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "emulation_cli"
# Words that mean other things too: kinds of columns, parts of a report, of a sentence.
COMMON = {
    "name",
    "date",
    "unit",
    "kind",
    "year",
    "field",
    "form",
    "title",
    "code",
    "for",
    "note",
    "type",
}
NAMES = {field.name for noun in NOUNS for field in noun.fields} - COMMON


CATALOGUE = (
    "words/", "domain/catalogue/nouns.py", "domain/catalogue/award_fields.py",
    "domain/catalogue/conference_fields.py",
)  # fmt: skip
# Where fields are named for what only they are, with the reason.
ARGUED = {
    "intake/": "concepts of headings and the evidence between them: what offices write, not fields",
    "commands/dialogue/filters.py": "filters that follow from other rows than a record's own",
    "commands/settings.py": "the words of a letterhead",
    "commands/entry/add_term.py": "names of vocabularies",
    "documents/papers/": "what the papers of a dossier say, and the columns of their tables",
    "documents/links/list_commands.py": "steps of a record that lists are filtered by",
    "register/copies/extracting.py": "names of tables",
    "register/opening/upgrade_to_2.py": "names of tables",
    "register/identity/": "the law of who is one names what it compares",
    "register/recording/matching.py": "the law of who is one names what it compares; names of tables",
    "register/purging/names_beside.py": "names of tables",
    "register/recording/row_values.py": "the parts that the text of an award is read into",
    "render/excel/list_sheet.py": "what a certificate says, and what may be wide on paper",
    "render/name_lists.py": "the order of a printed list is its own",
    "render/word/report_paper.py": "the words of a letterhead",
    "tallies/row_lists/lookalikes.py": "what is compared of likely doubles",
    "tallies/row_lists/exporting.py": "the facts of a registration",
    "tallies/row_lists/listings.py": "columns that are worked out from other rows",
    "tallies/measures/specifications.py": "the measures of a section",
    "tallies/measures/steps.py": "what is known of a recipient by another record",
    "tallies/row_lists/term_counts.py": "names of vocabularies",
}


def literals(path: Path) -> Iterator[tuple[int, set[str]]]:
    """The line and the names of fields of every tuple, list, set and dictionary."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
        texts = {p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)}
        if len(texts & NAMES) >= 3:
            yield node.lineno, texts & NAMES


def test_no_literal_lists_fields_outside_the_catalogue() -> None:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(CATALOGUE):
            found.update({f"{name}:{line}": names for line, names in literals(path)})

    assert {place for place in found if not place.startswith(tuple(ARGUED))} == set()

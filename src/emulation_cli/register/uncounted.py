"""Records that no report will count, and why: said when they are recorded, and by `check`."""

from collections.abc import Iterator

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.register.store import Register

# Without a date a record stands in no period.
UNDATED = {
    "exemplars": (
        "SELECT id FROM exemplar WHERE cancelled_on IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM exemplar_milestone WHERE exemplar_id = exemplar.id AND date IS NOT NULL)"
    ),
    "models": (
        "SELECT id FROM model WHERE cancelled_on IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM registration WHERE model_id = model.id AND date IS NOT NULL)"
    ),
    "honours": "SELECT id FROM honours WHERE cancelled_on IS NULL AND date IS NULL",
}
_STATES = {
    "proposed": "SELECT 1 FROM honour WHERE id = ? AND status = 'proposed'",
    "unclassified": "SELECT 1 FROM {table} WHERE id = ? AND kind = 'unclassified'",
}
_TABLES = {"exemplars": "exemplar", "models": "model", "honours": "honour"}


def reasons(register: Register, ref: Ref) -> Iterator[str]:
    """Why a record is in no report, or not among the kinds: keys of sentences (area record)."""
    if ref.noun not in _TABLES:
        return
    if register.row(f"{UNDATED[ref.noun]} AND id = ?", (ref.number,)):
        yield f"uncounted.undated.{ref.noun}"
    if ref.noun == "honours" and register.row(_STATES["proposed"], (ref.number,)):
        yield "uncounted.proposed"
    kind = _STATES["unclassified"].format(table=_TABLES[ref.noun])
    if register.row(kind, (ref.number,)):
        yield "uncounted.unclassified"

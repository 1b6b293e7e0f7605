"""The words of each section of the report; what it counts: tallies/measures/specifications.py."""

from collections.abc import Mapping

from emulation_cli.documents.part import Wording
from emulation_cli.documents.sections import (
    events,
    exemplars,
    honours,
    models,
    movements,
    proposals,
    publications,
    targets,
)

WORDINGS: Mapping[str, Wording] = {
    "exemplars": exemplars.WORDING,
    "models": models.WORDING,
    "events": events.WORDING,
    "honours": honours.WORDING,
    "movements": movements.WORDING,
    "proposals": proposals.WORDING,
    "publications": publications.WORDING,
    "targets": targets.WORDING,
}

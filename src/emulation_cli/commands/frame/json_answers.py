"""What commands answer as JSON: a version, then codes and ISO dates (docs/json.schema.json)."""

import sys
from typing import Any

from emulation_cli.commands.frame.output import chosen_format

VERSION = 1
FORMATS = ("text", "json")


def as_json(style: str | None) -> bool:
    """Whether JSON is asked for; raises Usage for a format that there is not."""
    return chosen_format(style, FORMATS) == "json"


def write_answer(**parts: Any) -> None:
    """Write an answer to stdout. Keys are only added to a version."""
    from emulation_cli.render.screen.machine_text import write_json

    write_json({"version": VERSION, **parts}, sys.stdout)

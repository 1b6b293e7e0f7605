"""`manual`: the handbook, as a page of its own that the browser shows."""

from typing import Annotated

import typer

from emulation_cli import resources, words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import tell
from emulation_cli.commands.frame.narration import put
from emulation_cli.domain.errors import Refused
from emulation_cli.render.whole_files import replacing, trouble


def manual(ctx: typer.Context, word: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Show the manual, at the place that is about a word."""
    del ctx
    from platformdirs import user_cache_path

    from emulation_cli.render.web.manual_page import anchor_about, manual_page

    language = words.language()
    page = manual_page(resources.manual_pages(language), language, words.say("cli.manual_title"))
    text = " ".join(word or ())
    anchor = anchor_about(page, text) if text else None
    if text and anchor is None:
        raise Refused("cli.not_in_manual", text=text)
    path = user_cache_path("emul", appauthor=False) / f"manual.{language}.html"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise trouble(path, error) from error
    with replacing(path) as place:
        place.write_text(page, "utf-8")
    address = path.as_uri() + (f"#{anchor}" if anchor else "")
    put(address)
    if questions.possible():
        import webbrowser

        webbrowser.open(address)
    else:
        tell("cli.manual_written", path=path)

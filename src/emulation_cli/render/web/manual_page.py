"""The manual as one page that needs no network, made from the pages of docs/manual."""

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from emulation_cli.domain.text import fold, slug

_STYLE = """
body{font:17px/1.6 "Segoe UI",Arial,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;
  color:#222}
nav{border-bottom:1px solid #bbb;margin-bottom:2rem}nav li{margin:.2rem 0;break-inside:avoid}
nav ul{columns:20rem;padding-left:1.2rem}
h1{margin-top:3rem;color:#8b0000}h2{margin-top:2rem}a{color:#8b0000}
pre{background:#f4f1ea;padding:.8rem;overflow-x:auto;border-radius:4px}
code{font:15px Consolas,monospace}
table{border-collapse:collapse;display:block;overflow-x:auto}
td,th{border:1px solid #bbb;padding:.35rem .6rem;text-align:left;vertical-align:top}
figure{margin:1rem 0}figure svg{max-width:100%;height:auto}figcaption{color:#666;font-size:.9em}
@media print{nav{display:none}pre{white-space:pre-wrap}}
"""
_PICTURE = re.compile(r'<p><img src="([^"]+\.svg)" alt="([^"]*)" /></p>')
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'  # in a page of HTML it goes without saying
_HEADING = re.compile(r"<h([12])>(.*?)</h\1>")


def manual_page(pages: Sequence[Path], language: str, title: str) -> str:
    """One HTML page with a table of contents; `pages` are Markdown files in their order."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = "".join(
        _with_pictures(markdown.render(page.read_text("utf-8")), page.parent) for page in pages
    )
    headings: list[tuple[str, str, str]] = []

    def mark(found: re.Match[str]) -> str:
        anchor = f"{len(headings) + 1}-{anchor_of(found[2])}"
        headings.append((found[1], anchor, found[2]))
        return f'<h{found[1]} id="{anchor}">{found[2]}</h{found[1]}>'

    body = _HEADING.sub(mark, body)
    contents = "".join(
        f'<li style="margin-left:{int(level) - 1}rem"><a href="#{anchor}">{text}</a></li>'
        for level, anchor, text in headings
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><nav><ul>{contents}</ul></nav>{body}</body></html>\n"
    )


def _with_pictures(html: str, folder: Path) -> str:
    """The page with the drawings in it, so that it is one file."""

    def drawn(found: re.Match[str]) -> str:
        drawing = (folder / found[1]).read_text("utf-8").replace(_NAMESPACE, "")
        return f"<figure>{drawing}<figcaption>{found[2]}</figcaption></figure>"

    return _PICTURE.sub(drawn, html)


def anchor_of(heading: str) -> str:
    """The name of a heading in links: «Sửa sai» is `sua-sai`."""
    return slug(re.sub(r"<[^>]+>|&\w+;", "", heading))


def anchor_about(page: str, word: str) -> str | None:
    """The anchor of the first heading about a word, else of the section that first says it."""
    wanted = fold(word)
    sections = re.split(r'(?=<h[12] id=")', page)[1:]
    for about in (_heading_text, _section_text):
        for section in sections:
            if wanted in about(section):
                return re.match(r'<h[12] id="([^"]+)"', section)[1]  # type: ignore[index]
    return None


def _heading_text(section: str) -> str:
    return fold(re.sub(r"<[^>]+>", "", section.partition("</h")[0]))


def _section_text(section: str) -> str:
    return fold(re.sub(r"<[^>]+>", " ", section))

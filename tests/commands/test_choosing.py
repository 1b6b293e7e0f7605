"""Choosing while typing: the menu narrows with each letter; a part of a name is still enough."""

import pytest

from emulation_cli.commands.dialogue import choosing

UNITS = ("U1 Huyện Cẩm Xuyên", "U2 Xã Cẩm Duệ", "U3 Xã Cẩm Hà", "U4 Trường Tiểu học Cẩm Hà")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("", UNITS),
        ("ha", (UNITS[2], UNITS[3])),
        ("cam due", (UNITS[1],)),
        ("due xa", (UNITS[1],)),
        ("HÀ", (UNITS[2], UNITS[3])),
        ("u4", (UNITS[3],)),
        ("uyen", (UNITS[0],)),
        ("oc", (UNITS[3],)),
        ("khác", ()),
    ],
)
def test_what_holds_each_typed_word_is_left(typed: str, left: tuple[str, ...]) -> None:
    fitting = choosing.Narrowed(lambda: [(label, label) for label in UNITS])
    assert [label for label, _ in fitting(typed)] == list(left)


def test_words_that_begin_so_come_first() -> None:
    labels = ("Xã Thanh Hà", "Xã An Phú", "Huyện Hà An")
    fitting = choosing.Narrowed(lambda: [(label, label) for label in labels])
    assert [label for label, _ in fitting("an")] == ["Xã An Phú", "Huyện Hà An", "Xã Thanh Hà"]


@pytest.mark.parametrize("name", ["EMUL_PLAIN", "TERM"])
def test_a_plain_line_is_asked_for_where_a_menu_is_not_wanted(monkeypatch, name: str) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("EMUL_PLAIN")
    assert choosing.can_narrow()

    monkeypatch.setenv(name, "dumb")
    assert not choosing.can_narrow()

"""`emul completion`: what the Tab key offers, and the scripts that bring it into a shell."""

import shutil
import subprocess
import sys

import pytest


def offered(emul, *line: str, language: str = "en") -> list[str]:
    return emul("--lang", language, "completion", "words", "--", *line).stdout.splitlines()


@pytest.mark.usefixtures("demo_register")
@pytest.mark.parametrize(
    ("line", "among"),
    [
        (["rep"], ["report"]),
        (["bao"], []),  # its word is offered on a Vietnamese screen
        (["--qu"], ["--quiet"]),
        (["--lang", ""], ["en", "vi"]),
        (["--db", "other.db", "li"], ["list"]),
        (["list", "exem"], ["exemplars"]),
        (["list", "exemplars", "--un"], ["--unassigned", "--unit", "--unit-group", "--unit-type", "--units"]),
        (["list", "exemplars", "--unit", "xa cam du"], ["Xã Cẩm Duệ"]),
        (["list", "exemplars", "--unit", "Xã\\ cẩm\\ du"], ["Xã Cẩm Duệ"]),
        (["list", "exemplars", "--kind", "col"], ["Collective"]),
        (["add-exemplar", "--field", "kinh"], None),
        (["list", "units", "--units", ""], ["now", "then"]),
        (["list", "exemplars", "--fostered", ""], ["no", "yes"]),
        (["tally", "models", "--by", "unit"], ["unit", "unit_group", "unit_type"]),
        (["show", "X12"], ["X12", "X120"]),
        (["show", "'ngan hang mau"], ["CLB ngân hàng máu sống"]),
        (["mark", "M1", "repl"], ["Replicated"]),
        (["honours", ""], []),  # no command, no guess
        (["completion", "po"], ["powershell"]),
        (["import", "lists/"], []),  # files are the shell's
    ],
)  # fmt: skip
def test_the_words_that_may_follow(emul, line, among) -> None:
    found = offered(emul, *line)

    if among is None:
        assert found
    else:
        assert sorted(found)[: len(among) or None] == among


def test_the_vietnamese_screen_offers_its_words_too(emul) -> None:
    assert offered(emul, "bao-", language="vi") == ["bao-cao"]


def test_without_a_register_nothing_is_said(emul) -> None:
    answer = emul("completion", "words", "--", "list", "exemplars", "--unit", "")

    assert (answer.stdout, answer.stderr) == ("", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "PowerShell"])
def test_each_shell_has_a_script(emul, shell) -> None:
    assert "emul completion words -- " in emul("completion", shell).stdout


def test_another_shell_is_told_which_there_are(emul) -> None:
    assert "fish" in emul("completion", "ksh", code=2).stderr


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="bash")
def test_bash_completes_with_the_script(emul, tmp_path) -> None:
    """A program called `emul` that offers names with blanks stands in for the real one."""
    program = tmp_path / "emul"
    program.write_text('#!/bin/sh\necho "Xã Cẩm Duệ"\necho "asked: $*"\n')
    program.chmod(0o755)
    script = (
        f'PATH="{tmp_path}:$PATH"\n{emul("completion", "bash").stdout}\n'
        'COMP_WORDS=(emul list exemplars --unit "cam du"); COMP_CWORD=4; _emul\n'
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )

    found = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)

    assert found.stdout.splitlines() == [
        "Xã\\ Cẩm\\ Duệ",
        "asked:\\ completion\\ words\\ --\\ list\\ exemplars\\ --unit\\ cam\\ du",
    ]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh")
def test_zsh_takes_the_script_and_offers_each_name_in_turn(emul, tmp_path) -> None:
    """Names found without their diacritics begin otherwise than what was typed."""
    program = tmp_path / "emul"
    program.write_text('#!/bin/sh\necho "Xã Cẩm Duệ"\necho "Xã Cẩm Dương"\n')
    program.chmod(0o755)
    script = (
        f'path=("{tmp_path}" $path)\n'
        'compdef() { }\ncompadd() { print -rl -- "insert: $compstate[insert]" $found }\n'
        f"{emul('completion', 'zsh').stdout}\n"
        "typeset -A compstate\nwords=(emul list units --unit 'cam du'); CURRENT=5; PREFIX='cam du'\n"
        "_emul\n"
    )

    found = subprocess.run(["zsh", "-f", "-c", script], capture_output=True, text=True, check=True)

    assert found.stdout.splitlines() == ["insert: menu", "Xã Cẩm Duệ", "Xã Cẩm Dương"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish")
def test_fish_completes_with_the_script(emul, tmp_path) -> None:
    program = tmp_path / "emul"
    program.write_text('#!/bin/sh\necho "Xã Cẩm Duệ"\n')
    program.chmod(0o755)
    script = (
        f"set -x PATH {tmp_path} $PATH\n{emul('completion', 'fish').stdout}\n"
        "complete -C 'emul list exemplars --unit Xã'\n"
    )

    found = subprocess.run(
        ["fish", "--no-config", "-c", script], capture_output=True, text=True, check=True
    )

    assert "Xã\\ Cẩm\\ Duệ" in found.stdout.splitlines() or "Xã Cẩm Duệ" in found.stdout

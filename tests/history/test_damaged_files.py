"""Registers cut off at a page, and with bytes that fell over: said in one line, never a traceback.

DAMAGE=500 flips so many bytes, and cuts at every page; the usual run takes a sample.
"""

import os
import random

import pytest

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.copies import backups
from emulation_cli.register.opening import register_file
from tests.history.conftest import add_exemplar, add_model, add_unit

FLIPS = int(os.environ.get("DAMAGE", "60"))
PAGE = 4096
COMMANDS = (
    ("report", "2021-2023", "--format", "json"),
    ("check",),
    ("add-unit", "--name", "Xã Mới", "--type", "commune"),
    ("history", "X3"),
    ("list", "exemplars", "--format", "csv"),
    ("check", "--deep"),
    ("undo",),
    ("search", "nguyen"),
    ("show", "M2"),
    ("backup",),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    """A register with something in every table that a clerk fills by hand."""
    path = tmp_path_factory.mktemp("whole") / "register.db"
    with register_file.create(path, unit_name="Huyện Cẩm Xuyên", language="en") as register:
        add_unit(register)
        for number in range(12):
            add_model(register, 1, f"Mô hình {number}")
            add_exemplar(register, 1, f"Nguyễn Văn {number}", date=PartialDate("2022-05"))
    return path.read_bytes()


def told(emul, words: tuple[str, ...], what: str) -> int:
    """Run a command on a damaged register; it must end in one line, or well."""
    answer = emul(*words, code=None)
    said = f"{what}, emul {' '.join(words)}: {answer}"
    assert answer.code in (0, 1, 5, 6), said
    assert "fault of the program" not in answer.stderr, said
    assert "Traceback" not in answer.stderr, said
    if answer.code == 5:
        assert answer.stderr.count("\n") == 1, said
        assert "emul restore" in answer.stderr or "not a register" in answer.stderr, said
    return answer.code


def test_a_register_cut_off_at_a_page_is_refused(whole, emul, register_path) -> None:
    pages = range(0, len(whole) // PAGE, 1 if FLIPS > 60 else 9)
    for number, page in enumerate(pages):
        register_path.write_bytes(whole[: page * PAGE])

        told(emul, COMMANDS[number % len(COMMANDS)], f"{page} pages")
        assert told(emul, ("check",), f"{page} pages") == 5


@pytest.mark.parametrize("seed", range(4))
def test_bytes_that_fell_over_end_no_command_in_a_traceback(
    seed, whole, emul, register_path
) -> None:
    chance = random.Random(seed)
    for number in range(FLIPS // 4):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 16))):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        register_path.write_bytes(damaged)

        told(emul, COMMANDS[number % len(COMMANDS)], f"flip {number} of seed {seed}")


def test_the_way_back_from_damage_is_one_command(whole, emul, register_path) -> None:
    register_path.write_bytes(whole)
    emul("backup")
    register_path.write_bytes(whole[: 20 * PAGE])

    said = emul("check", code=5).stderr
    name = backups.found(register_path)[-1].path.name
    assert "emul restore" in said
    assert name in emul("restore").stdout
    emul("restore", name, "--yes")

    assert "emul restore" not in emul("check", "--deep").stdout

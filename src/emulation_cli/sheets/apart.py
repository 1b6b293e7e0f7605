"""Reading in a process of its own: what a list takes of memory and time ends with it.

The child is a fork, which costs a hundredth of a new interpreter; it never touches the register
and ends without tidying up, so that nothing of the parent's is closed or written twice.
"""

import faulthandler
import os
import pickle
import signal
from collections.abc import Callable
from dataclasses import replace
from typing import IO, Any

from emulation_cli.sheets.budget import SECONDS, limit_process, time_limit
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import Sheet

Found = tuple[str, list[Sheet]]
Tell = Callable[[int], object]
Work = Callable[[Tell], Found]
_ROWS_AT_ONCE = 5_000  # a text that stands in many of them comes once
_LONGEST_WAIT = 600  # seconds; on a busy machine ten of the processor may take as long


def read_apart(work: Work, tell_long: Tell) -> Found:
    """What `work` gives or raises; Hostile where it took more than it may and was ended."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        os.close(receiving)
        _live(work, sending)
    os.close(sending)
    ended = False
    try:
        with os.fdopen(receiving, "rb", 1 << 20) as answer:
            found = _received(answer, tell_long)
        os.waitpid(child, 0)
        ended = True
    finally:
        if not ended:
            os.kill(child, 9)
            os.waitpid(child, 0)
    if found is None:
        raise Hostile("too_costly")
    return found


def _live(work: Work, sending: int) -> None:
    """The life of the child. What libraries say of their own end is told by the parent, once."""
    try:
        limit_process(0)
        faulthandler.disable()
        # A reader in Rust that is out of memory would look for the names of its functions, for
        # which there is no memory either, and wait for ever; the alarm ends whatever waits.
        os.environ["RUST_BACKTRACE"] = "0"
        signal.setitimer(signal.ITIMER_REAL, _LONGEST_WAIT)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with os.fdopen(sending, "wb", 1 << 20) as answer:
            _answer(work, answer)
    finally:
        os._exit(0)


def _answer(work: Work, answer: IO[bytes]) -> None:
    pickler = pickle.Pickler(answer, 5)

    def tell_long(cells: int) -> None:
        _dump(pickler, ("long", cells))
        answer.flush()

    try:
        with time_limit(SECONDS):
            form, sheets = work(tell_long)
    except Hostile as trouble:
        _dump(pickler, ("trouble", (trouble.reason, trouble.values)))
    except MemoryError:
        _dump(pickler, ("trouble", ("too_costly", {})))
    except BaseException:  # noqa: BLE001 (a damaged file raises a dozen kinds of error)
        _dump(pickler, ("trouble", ("damaged", {})))
    else:
        _send(form, sheets, pickler)


def _send(form: str, sheets: list[Sheet], pickler: pickle.Pickler) -> None:
    _dump(pickler, ("read", (form, [len(sheet.rows) for sheet in sheets])))
    for sheet in sheets:
        _dump(pickler, replace(sheet, rows=()))
        for start in range(0, len(sheet.rows), _ROWS_AT_ONCE):
            _dump(pickler, sheet.rows[start : start + _ROWS_AT_ONCE])


def _dump(pickler: pickle.Pickler, value: object) -> None:
    """Each is read by itself, so none may point to another; nor is the whole held a second time."""
    pickler.clear_memo()
    pickler.dump(value)


def _received(answer: IO[bytes], tell_long: Tell) -> Found | None:
    """None where the child ended before it had said all."""
    try:
        while True:
            what, value = _load(answer)
            if what == "long":
                tell_long(value)
            elif what == "trouble":
                raise Hostile(value[0], **value[1])
            else:
                return value[0], [_receive_sheet(answer, rows) for rows in value[1]]
    except (EOFError, pickle.UnpicklingError):
        return None


def _receive_sheet(answer: IO[bytes], count: int) -> Sheet:
    sheet: Sheet = _load(answer)
    rows: list[Any] = []
    while len(rows) < count:
        rows.extend(_load(answer))
    return replace(sheet, rows=rows)


def _load(answer: IO[bytes]) -> Any:
    """What our own child wrote: nothing in it is a stranger's."""
    return pickle.load(answer)  # noqa: S301

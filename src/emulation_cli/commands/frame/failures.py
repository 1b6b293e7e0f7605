"""Whatever goes wrong ends here: one line for the clerk and an exit code, never a traceback."""

import errno
import os
import sys
from difflib import get_close_matches
from typing import Any

import typer
from typer._click import exceptions as usage

from emulation_cli import words
from emulation_cli.commands.frame.desk import register_path
from emulation_cli.commands.frame.help_page import metavar
from emulation_cli.commands.frame.narration import narrate
from emulation_cli.domain.errors import EmulError
from emulation_cli.domain.text import safe

INTERRUPTED = 130


def told(error: BaseException, db: str | None = None) -> int:
    """Tell the clerk what went wrong, if there is anything to tell; gives the exit code.

    `db` is the register that was asked for: what is said of a register names its file.
    """
    if isinstance(error, BrokenPipeError) or _pipe_closed_on_windows(error):
        _hang_up(sys.stdout)
        return 0
    if os.environ.get("EMUL_DEBUG"):
        import traceback

        traceback.print_exception(error)
    code, sentence, values = explained(error)
    if sentence.startswith("cli.register_"):
        values = {"file": register_path(db)} | values
    _say_line(words.say(sentence, **values))
    _flush_or_hang_up()
    return code


Explained = tuple[int, str, dict[str, Any]]


def explained(error: BaseException) -> Explained:
    """Exit code, key of the sentence and its values for anything that was raised."""
    if isinstance(error, EmulError):
        return error.exit_code, error.sentence, error.values
    if isinstance(error, usage.UsageError):
        return 2, *_usage(error)
    if isinstance(error, KeyboardInterrupt | EOFError | typer.Abort):
        return INTERRUPTED, "cli.interrupted", {}
    return _of_system(error) or _of_database(error) or _unexpected(error)


def _unexpected(error: BaseException) -> Explained:
    """Only the kind is told: a message may hold the name of a person."""
    return 1, "cli.unexpected", {"kind": type(error).__name__}


def _usage(error: usage.UsageError) -> tuple[str, dict[str, Any]]:
    """Typer's own errors, told by their type: it says them in English only."""
    command = words.command_line(error.ctx.command_path) if error.ctx else "emul"
    match error:
        case usage.NoSuchOption():
            return _no_such_option(error, command)
        case usage.MissingParameter():
            return "cli.missing", {"names": _named(error), "command": command}
        case usage.BadOptionUsage():
            # The parser raises it without its context: only the words tell the two cases apart.
            refused = "does not take" in error.message
            sentence = "cli.option_takes_no_value" if refused else "cli.option_needs_value"
            return sentence, {"option": error.option_name}
        case usage.BadParameter():
            return "cli.bad_value", {"name": _named(error)}
    return "cli.bad_usage", {"command": command}


def _no_such_option(error: usage.NoSuchOption, command: str) -> tuple[str, dict[str, Any]]:
    near = get_close_matches(error.option_name, error.possibilities or (), n=2)
    sentence = "cli.no_such_option_but" if near else "cli.no_such_option"
    return sentence, {"option": error.option_name, "near": ", ".join(near), "command": command}


def _named(error: usage.BadParameter) -> str:
    if error.param is None:
        return ""
    is_option = error.param.param_type_name == "option"
    return max(error.param.opts, key=len) if is_option else metavar(error.param)


def _of_system(error: BaseException) -> Explained | None:
    """Errors of files, of memory, and of text that SQLite cannot read as such."""
    if isinstance(error, OSError):
        return 6, *_file(error)
    if isinstance(error, MemoryError):
        return 6, "cli.out_of_memory", {}
    if isinstance(error, UnicodeDecodeError):
        return 5, "cli.register_damaged", {}
    if isinstance(error, UnicodeEncodeError):
        return 2, "cli.no_text", {}
    return None


_FILE_SENTENCES = {
    errno.ENOSPC: "cli.disk_full",
    errno.ENOENT: "cli.no_such_file",
    errno.EACCES: "cli.not_allowed",
    errno.EPERM: "cli.not_allowed",
    errno.EROFS: "cli.not_allowed",
    errno.EISDIR: "cli.is_a_folder",
}


def _file(error: OSError) -> tuple[str, dict[str, Any]]:
    sentence = _FILE_SENTENCES.get(error.errno or 0, "cli.file_trouble")
    name = error.filename2 or error.filename or words.say("cli.the_output")
    return sentence, {"file": name, "why": error.strerror or type(error).__name__}


# By the first word of SQLite's name for the error. Of constraints only a CHECK is the clerk's: a
# value out of bounds; another rule that no command has caught is a fault of the program.
_DATABASE_SENTENCES = {
    "BUSY": (4, "cli.register_busy"),
    "LOCKED": (4, "cli.register_busy"),
    "INTERRUPT": (INTERRUPTED, "cli.interrupted"),
    "FULL": (6, "cli.register_full"),
    "IOERR": (6, "cli.register_unwritable"),
    "READONLY": (6, "cli.register_unwritable"),
    "CANTOPEN": (6, "cli.register_unwritable"),
    "PERM": (6, "cli.register_unwritable"),
    "CORRUPT": (5, "cli.register_damaged"),
    "NOTADB": (5, "cli.register_damaged"),
}


def _of_database(error: BaseException) -> Explained | None:
    """Errors of SQLite that the register did not turn into a refusal of its own."""
    sqlite3 = sys.modules.get("sqlite3")  # if it is not loaded, the error is not its
    if sqlite3 is None or not isinstance(error, sqlite3.DatabaseError):
        return None
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]
    code, sentence = _DATABASE_SENTENCES.get(name, (0, ""))
    if sentence:
        return code, sentence, {}
    if getattr(error, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_CHECK":
        return 2, "cli.breaks_rule", {"rule": str(error).partition(": ")[2]}
    if isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
        return None
    return 5, "cli.register_damaged", {}  # such as a table that is not there


def _say_line(text: str) -> None:
    """A refusal is one line, whatever the values in it hold."""
    line = " ".join(safe(part) for part in text.splitlines())
    try:
        narrate(line)
        sys.stderr.flush()
    except OSError:
        _hang_up(sys.stderr)


def _pipe_closed_on_windows(error: BaseException) -> bool:
    return sys.platform == "win32" and isinstance(error, OSError) and error.errno == errno.EINVAL


def _flush_or_hang_up() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _hang_up(sys.stdout)


def _hang_up(stream: Any) -> None:
    """Send what is still buffered nowhere, or Python would complain of it at the end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return

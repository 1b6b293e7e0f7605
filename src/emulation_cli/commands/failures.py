"""Whatever goes wrong ends here: one line for the clerk and an exit code, never a traceback."""

import errno
import os
import sys
from typing import Any

import typer
from typer._click import exceptions as usage

from emulation_cli import words
from emulation_cli.domain.errors import EmulError
from emulation_cli.domain.text import safe

INTERRUPTED = 130


def told(error: BaseException) -> int:
    """Tell the clerk what went wrong, if there is anything to tell; gives the exit code."""
    if isinstance(error, BrokenPipeError) or _pipe_closed_on_windows(error):
        _hang_up(sys.stdout)
        return 0
    if os.environ.get("EMUL_DEBUG"):
        import traceback

        traceback.print_exception(error)
    code, sentence, values = explained(error)
    _say_line(words.say(sentence, **values))
    _flush_or_hang_up()
    return code


def explained(error: BaseException) -> tuple[int, str, dict[str, Any]]:
    """Exit code, key of the sentence and its values for anything that was raised."""
    match error:
        case EmulError():
            return error.exit_code, error.sentence, error.values
        case usage.UsageError():
            return 2, *_usage(error)
        case KeyboardInterrupt() | EOFError() | typer.Abort():
            return INTERRUPTED, "cli.interrupted", {}
        case UnicodeDecodeError():
            return 5, "cli.register_damaged", {}
        case MemoryError():
            return 6, "cli.out_of_memory", {}
        case OSError():
            return 6, *_file(error)
    return _of_database(error) or (1, "cli.unexpected", {"kind": type(error).__name__})


def _usage(error: usage.UsageError) -> tuple[str, dict[str, Any]]:
    """Typer's own errors, told by their type: it says them in English only."""
    command = error.ctx.command_path if error.ctx else "emul"
    match error:
        case usage.NoSuchOption():
            near = ", ".join(sorted(error.possibilities or ()))
            sentence = "cli.no_such_option_but" if near else "cli.no_such_option"
            return sentence, {"option": error.option_name, "near": near, "command": command}
        case usage.MissingParameter():
            return "cli.missing", {"names": _hint(error), "command": command}
        case usage.BadOptionUsage():
            flag = _is_flag(error)
            sentence = "cli.option_takes_no_value" if flag else "cli.option_needs_value"
            return sentence, {"option": error.option_name}
        case usage.BadParameter():
            return "cli.bad_value", {"name": _hint(error)}
    return "cli.bad_usage", {"command": command}


def _hint(error: usage.BadParameter) -> str:
    param = error.param
    if param is None:
        return ""
    return param.opts[-1] if param.param_type_name == "option" else param.make_metavar(error.ctx)


def _is_flag(error: usage.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(getattr(p, "is_flag", False) for p in params if error.option_name in p.opts)


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


def _of_database(error: BaseException) -> tuple[int, str, dict[str, Any]] | None:
    """Errors of SQLite that the register did not turn into a refusal of its own."""
    sqlite3 = sys.modules.get("sqlite3")
    if sqlite3 is None or not isinstance(error, sqlite3.DatabaseError):
        return None
    match getattr(error, "sqlite_errorname", "").split("_")[1:2]:
        case ["BUSY"] | ["LOCKED"]:
            return 4, "cli.register_busy", {}
        case ["INTERRUPT"]:
            return INTERRUPTED, "cli.interrupted", {}
        case ["FULL"]:
            return 6, "cli.disk_full", {"file": words.say("cli.the_register")}
        case ["IOERR"] | ["READONLY"] | ["CANTOPEN"] | ["PERM"]:
            return 6, "cli.register_unwritable", {}
        case ["CONSTRAINT"]:
            return None  # a rule of the schema that no command caught: a fault of the program
    return 5, "cli.register_damaged", {}


def _say_line(text: str) -> None:
    """A refusal is one line, whatever the values in it hold."""
    line = " ".join(safe(part) for part in text.splitlines())
    try:
        sys.stderr.write(f"{line}\n")
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

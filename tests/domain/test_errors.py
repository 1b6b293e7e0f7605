"""Refusals and their exit codes: a contract with scripts."""

import pytest

from emulation_cli.domain.errors import Busy, EmulError, FileTrouble, Refused, Unusable, Usage


@pytest.mark.parametrize(
    ("kind", "code"),
    [(EmulError, 1), (Refused, 1), (Usage, 2), (Busy, 4), (Unusable, 5), (FileTrouble, 6)],
)
def test_each_refusal_has_its_exit_code(kind: type[EmulError], code: int) -> None:
    refusal = kind("domain.no_such_id", id="X1")
    assert (refusal.exit_code, refusal.sentence, refusal.values) == (
        code,
        "domain.no_such_id",
        {"id": "X1"},
    )

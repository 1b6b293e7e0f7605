"""Killed, torn, full, failing: a sample of every fault; benchmarks/faults.py runs all of them."""

import pytest

from tests.history import faults

STEPS_OF_EACH = 1


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    made = faults.compiled(tmp_path_factory.mktemp("shim"))
    if made is None:
        pytest.skip("no C compiler to make the fault shim with, or not Linux")
    return made


@pytest.mark.parametrize("name", faults.TESTED)
def test_after_any_fault_the_register_is_as_before_or_as_after(name, shim, tmp_path) -> None:
    bench = faults.Bench(name, tmp_path / "bench", shim)
    steps = list(faults.sampled(bench.steps, len(faults.MODES) * STEPS_OF_EACH))

    for number, step in enumerate(steps):
        mode = faults.MODES[number % len(faults.MODES)]
        outcome = bench.fail(mode, step)
        assert not outcome.problem, f"{name}, {mode} at {step} of {bench.steps}: {outcome}"

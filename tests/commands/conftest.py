"""What tests of commands share."""

import pytest


@pytest.fixture
def office(emul):
    """A register with three exemplars of 2022 and 2023, and two models, for papers."""
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("info", "--set", "language=vi")
    for name, code in (("Xã Mẫu", "M"), ("Xã Thử", "T")):
        emul("add-unit", "--name", name, "--type", "commune", "--code", code)
    for name, kind, unit, year in (
        ("Lê Thị Thử", "CN", "M", 2022),
        ("Tổ dân vận <thôn> & «Mẫu»", "TT", "M", 2022),
        ("Trần Văn Mẫu", "CN", "T", 2023),
    ):
        emul(
            "add-exemplar", "--name", name, "--kind", kind, "--unit", unit, "--date", year,
            "--field", "kinh-te",
        )  # fmt: skip
    for name in ("Đường hoa", "Camera an ninh"):
        emul(
            "add-model", "--name", name, "--kind", "TT", "--unit", "M", "--year", 2023,
            "--field", "KT",
        )  # fmt: skip
    return emul

"""What opens a file is never kept, whichever way it was typed."""

import pytest

from emulation_cli.domain.secrets import hide_secrets, hide_secrets_in


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("import a.xlsx --password bi-mat --yes", "import a.xlsx --password *** --yes"),
        ("import --password=bi-mat a.xlsx", "import --password=*** a.xlsx"),
        ("import a.xlsx --password", "import a.xlsx --password"),
        ("import --password --password a.xlsx", "import --password *** a.xlsx"),
        ("import --password-file mk.txt a.xlsx", "import --password-file mk.txt a.xlsx"),
        ("list exemplars", "list exemplars"),
    ],
)
def test_the_word_behind_the_option_is_masked(typed: str, kept: str) -> None:
    assert " ".join(hide_secrets(typed.split())) == kept


@pytest.mark.parametrize(
    ("command", "kept"),
    [
        ("import a.xlsx --password bi mat --yes", "import a.xlsx --password *** --yes"),
        ("import a.xlsx --password=bi-mat", "import a.xlsx --password ***"),
        ("import a.xlsx --password bi mat -y", "import a.xlsx --password *** -y"),
        ("import --password-file mk.txt a.xlsx", "import --password-file mk.txt a.xlsx"),
    ],
)
def test_of_a_kept_command_rather_too_much_is_masked(command: str, kept: str) -> None:
    assert hide_secrets_in(command) == kept

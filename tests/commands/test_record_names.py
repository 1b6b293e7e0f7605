"""A record is named by its id, its name or a part of it, wherever an id is taken."""

import pytest

from emulation_cli.commands.dialogue.choosing import Menu
from emulation_cli.commands.dialogue.record_names import records_offered
from emulation_cli.tallies.row_lists.searching import likely


@pytest.fixture(autouse=True)
def _office(emul, register_path):
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    for name in ("Lê Văn An", "Lê Văn Bình"):
        emul(
            "add-exemplar", "--name", name, "--kind", "CN", "--unit", "M",
            "--field", "Y tế", "--date", "2023",
        )  # fmt: skip
    emul(
        "add-model", "--name", "CLB ngân hàng máu sống", "--unit", "M",
        "--field", "VHXH", "--year", "2023",
    )  # fmt: skip
    emul(
        "add-honour", "--recipient", "Lê Văn An", "--kind", "CN", "--unit", "M",
        "--act", "praise", "--date", "2023",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("CLB ngân hàng máu sống", "M1"),
        ("ngan hang", "M1"),
        ("máu ngân", "M1"),
        ("lê văn an", "X1"),  # not the honour of that name
        ("binh", "X2"),
        ("xa mau", "U1"),
        ("m1", "M1"),
        ("H1", "H1"),
    ],
)
def test_show_takes_a_name_or_a_part_of_it(emul, text, id):
    assert emul("show", text).stdout.startswith(f"{id}  ")


def test_every_command_that_takes_an_id_takes_a_name(emul):
    emul("mark", "ngân hàng", "công", "nhận", "--date", "2023", "--level", "cơ sở")
    emul("mark", "Lê Văn An", "X2", "nhân rộng", "--date", "2023")
    emul("edit", "binh", "--birth-year", "1970")
    emul("history", "binh")
    emul("cancel", "CLB", "--reason", "ghi nhầm")
    emul("distinct", "lê văn an", "binh")
    emul("purge", "binh", "--yes")


def test_a_name_of_several_is_refused_with_all_of_them(emul):
    said = emul("edit", "Lê Văn", "--birth-year", "1970", code=1).stderr
    assert all(one in said for one in ("X1", "X2", "H1"))


def test_a_slip_is_answered_with_what_is_near(emul):
    said = emul("edit", "clb ngan hnag", "--kind", "TT", code=1).stderr
    assert "M1" in said
    assert "M1" in emul("search", "mau sogn").stdout
    emul("search", "xyzxyz", code=1)


@pytest.mark.parametrize(
    ("slip", "found"),
    [
        ("ngan hnag mau", True),  # two letters exchanged
        ("ngan hag mau", True),  # one left out
        ("ngan hangg", True),  # one too many
        ("ngna hnag", True),  # a slip in each word
        ("ngxxn hang", False),  # two slips in one short word
        ("hnag tuoi", False),  # a word that is not there
    ],
)
def test_a_slip_is_one_letter_of_a_word(emul, register_path, slip, found):
    from emulation_cli.register.opening.register_file import open_register

    with open_register(register_path) as register:
        assert [one.id for one in likely(register, slip)] == (["M1"] if found else [])


@pytest.mark.parametrize(
    ("typed", "nouns", "offered"),
    [
        ("", ("exemplars",), ["X2", "X1"]),  # the latest first
        ("le van", ("exemplars",), ["X1", "X2"]),
        ("an le", ("exemplars",), ["X1", "X2"]),  # «van» holds the letters too
        ("binh", ("models", "exemplars"), ["X2"]),
        ("le van b", ("exemplars",), ["X2"]),
        ("x", ("exemplars",), []),  # no letter of a name; an id needs its number
        ("x2", ("exemplars",), ["X2"]),
        ("X", ("models",), []),
        ("x1", ("models",), []),
        ("mau", ("models", "units"), ["M1", "U1"]),
        ("%", ("exemplars",), []),
    ],
)
def test_with_each_letter_the_records_that_fit_are_offered(
    emul, register_path, typed, nouns, offered
):
    from emulation_cli.register.opening.register_file import open_register

    with open_register(register_path) as register:
        assert [str(ref) for _, ref in records_offered(register, nouns)(typed)] == offered


def test_what_is_offered_tells_records_of_one_name_apart_and_a_whole_line_is_taken(
    emul, register_path
):
    from emulation_cli.register.opening.register_file import open_register

    emul("add-unit", "--name", "Xã Khác", "--type", "commune")
    emul(
        "add-exemplar", "--name", "Lê Văn An", "--kind", "CN", "--unit", "U2",
        "--field", "Y tế", "--date", "2023",
    )  # fmt: skip
    with open_register(register_path) as register:
        menu = Menu(records_offered(register, ("exemplars",)))
        labels = menu.labels("van an")
        assert labels[:2] == ["X1 Lê Văn An (Xã Mẫu)", "X3 Lê Văn An (Xã Khác)"]
        assert str(menu.picked(labels[1])[1]) == "X3"
        assert menu.picked("X3") is None
        assert menu.labels("le van an khac") == labels[1:2]
        assert menu.labels("Lê Văn An (Xã Kh") == labels[1:2]
        assert menu.labels("le van an duc") == []


def test_what_was_joined_is_offered_once(emul, register_path):
    from emulation_cli.register.opening.register_file import open_register

    emul("join", "X1", "X2")
    with open_register(register_path) as register:
        assert len(records_offered(register, ("exemplars",))("le van")) == 1


@pytest.mark.parametrize("words", [("X1", "nhan", "rong"), ("X1", "X2", "nhân rộng")])
def test_a_milestone_of_two_words_needs_no_quotes(emul, words):
    assert "nhân rộng" in emul("--lang", "vi", "mark", *words, "--date", "2023").stderr.lower()


def test_a_milestone_that_is_missing_is_named(emul):
    assert "multiplied" in emul("mark", "X1", "--date", "2023", code=2).stderr
    assert "multiplied" in emul("mark", "X1", "nhaan", "--date", "2023", code=2).stderr


def test_the_date_of_an_exemplar_is_that_of_its_discovery(emul):
    said = emul("--lang", "en", "edit", "X1", "--date", "03/2022").stderr
    assert "Discovered: 2023 → 03/2022" in said
    emul("edit", "M1", "--date", "2022", code=2)


@pytest.mark.parametrize(
    "words",
    [("X1", "--kind"), ("X1", "--name"), ("M1", "--unit"), ("H1", "--status"), ("H1", "--act")],
)
def test_what_a_record_must_have_cannot_be_emptied(emul, words):
    assert words[1] in emul("edit", *words, "", code=2).stderr


def test_a_model_without_a_kind_is_not_classified(emul):
    emul("edit", "M1", "--kind", "TT")
    assert "Tập thể → Chưa phân loại" in emul("--lang", "vi", "edit", "M1", "--kind", "").stderr


def test_who_is_taken_from_the_menu_while_the_name_is_typed_is_known(
    emul, register_path, monkeypatch
):
    from emulation_cli.commands.dialogue import known_person, questions
    from emulation_cli.register.opening.register_file import open_register

    emul("edit", "X1", "--birth-year", "1965")
    monkeypatch.setattr(
        questions, "answer_from", lambda _question, menu: menu.labels("le van a")[0]
    )
    with open_register(register_path) as register:
        known = known_person.ask(register, "Recipient:")
    assert (known["recipient"], known["birth_year"], str(known["for"])) == ("Lê Văn An", 1965, "X1")
    assert (known["kind"], known["unit"].name) == ("individual", "Xã Mẫu")


def test_before_two_letters_of_a_name_nobody_is_offered(emul, register_path, monkeypatch):
    from emulation_cli.commands.dialogue import known_person, questions
    from emulation_cli.register.opening.register_file import open_register

    monkeypatch.setattr(
        questions,
        "answer_from",
        lambda _question, menu: "".join(menu.labels("l") + menu.labels("")),
    )
    with open_register(register_path) as register:
        assert known_person.ask(register, "Recipient:") == {}


def test_a_search_finds_who_it_is_by_any_name_of_the_joined_records(emul):
    assert "X1" not in emul("search", "bình").stdout
    emul("join", "X1", "X2")
    found = emul("search", "bình").stdout
    assert ("X1" in found, "X2" in found) == (True, True)
    assert emul("search", "lê văn").stdout.count("X1") == 1

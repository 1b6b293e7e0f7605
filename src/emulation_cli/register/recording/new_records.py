"""Recording what is new: one function for every noun, the rules that differ beside it."""

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, NamedTuple

from emulation_cli.domain.awards import new_award
from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, STAGES
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import clean, comparing_key, fold
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.awarding.award_papers import told_of_papers
from emulation_cli.register.awarding.kept_proposals import keep_proposal, parted
from emulation_cli.register.identity.stated import belong
from emulation_cli.register.identity.told import told_of
from emulation_cli.register.out_of_time import told_out_of_time
from emulation_cli.register.recording.movement_names import (
    make_movement,
    movement_called,
    with_movement,
)
from emulation_cli.register.recording.namesakes import named, namesakes
from emulation_cli.register.recording.row_values import (
    called,
    columns_of,
    place_keys,
    with_body_read,
)
from emulation_cli.register.store import Register

Values = Mapping[str, Any]
Warning_ = tuple[str, dict[str, Any]]


class Recorded(NamedTuple):
    """What was recorded, under which short id. `warnings` are sentences with their values."""

    id: str
    noun: str
    name: str
    warnings: tuple[Warning_, ...] = ()


def add(register: Register, plural: str, values: Values) -> Recorded:
    """Record one unit, exemplar, model, event, decision or honour as one change.

    `values` are typed by the fields of the noun (domain/catalogue/nouns.py). Raises Refused where a
    rule forbids it; doubles only warn (DOMAIN section 3, rule 8).
    """
    with register.change():
        recorded = insert(register, BY_PLURAL[plural], values)
    connection = register.connection
    told = ((f"identity.{code}", said) for code, said in told_of(connection, recorded.id))
    times = told_out_of_time(connection, Ref.parse(recorded.id))
    papers = told_of_papers(connection, Ref.parse(recorded.id))
    return recorded._replace(warnings=(*recorded.warnings, *times, *papers, *told))


def insert(register: Register, noun: Noun, values: Values) -> Recorded:
    """The same inside a change that is already open."""
    if noun.plural == "proposals":
        return _insert_proposal(register, noun, values)
    warnings = [*_field_warning(register, noun, values)]
    values, made = with_movement(register, values)
    if made:
        warnings.append(("domain.new_movement", made))
    if noun.plural == "exemplars":
        values = {**values, "field": exemplar_field(register, values.get("field"))}
    if (form := values.get("form")) and noun.plural == "honours" and not form.code:
        values = {**values, "form": new_form(register, form.label_vi)}
        warnings.append(("domain.new_form", {"form": form.label_vi}))
    row = columns_of(noun, values)
    if noun.plural == "decisions":
        row = with_body_read(row)
    if noun.plural == "units":
        check_unit(register, row)
        if found := namesakes(register, row):
            warnings.append(("domain.second_unit", {"units": named(found), "name": row["name"]}))
    if noun.plural == "targets":
        _refuse_second_target(register, row)
    number = register.insert(noun.table, row)
    if after := _AFTERWARDS.get(noun.plural):
        after(register, number, values)
    name = called(register, noun, row[noun.title])
    return Recorded(str(Ref(noun.plural, number)), noun.plural, name, tuple(warnings))


def _refuse_second_target(register: Register, row: Values) -> None:
    """Of one unit, year and measure there is one target, cancelled or not: edit it."""
    sql = "SELECT id FROM target WHERE unit_id = ? AND year = ? AND measure = ?"
    if found := register.row(sql, (row["unit_id"], row["year"], row["measure"])):
        raise Refused("domain.second_target", id=str(Ref("targets", found["id"])))


def _insert_proposal(register: Register, noun: Noun, values: Values) -> Recorded:
    """An honour that is proposed, and beside it when, by whom and with what outcome."""
    of_honour, own = parted(values)
    said = {"act": "commend", "date": own.get("date"), **of_honour, "status": "proposed"}
    honour = insert(register, BY_PLURAL["honours"], said)
    kept = register.row(
        "SELECT id FROM proposal WHERE honour_id = ?", (Ref.parse(honour.id).number,)
    )
    number = kept["id"] if kept else 0
    if row := columns_of(noun, own):
        register.update(noun.table, number, row)
    return honour._replace(id=str(Ref(noun.plural, number)), noun=noun.plural)


def _field_warning(register: Register, noun: Noun, values: Values) -> list[Warning_]:
    """An exemplar field that is new is added, and the clerk is told of the nearest."""
    said = new_field(register, values.get("field")) if noun.plural == "exemplars" else None
    return [("domain.new_field", said)] if said else []


def new_field(register: Register, text: str | None) -> dict[str, str] | None:
    """What is told of an exemplar field that the register does not have; None if it has it."""
    if not text or register.vocabularies.find("exemplar_field", text):
        return None
    language = register.setting("language") or "vi"
    near = register.vocabularies.nearest("exemplar_field", text)
    return {"field": text, "nearest": ", ".join(term.label(language) for term in near)}


def used_terms(register: Register) -> set[str]:
    """Read at once: for each term that is to be taken away, SQLite reads all its records."""
    sql = (
        "SELECT DISTINCT field FROM exemplar UNION SELECT form FROM honour"
        " UNION SELECT title FROM honour"
    )
    return {code for (code,) in register.connection.execute(sql) if code}


def exemplar_field(register: Register, text: str | None) -> str | None:
    """The code of an exemplar field; a label that is new becomes a term of its own."""
    if not text:
        return None
    if term := register.vocabularies.find("exemplar_field", text):
        return term.code
    return _added_term(register, "exemplar_field", text).code


def new_form(register: Register, text: str) -> Term | None:
    """A form or title of a known sort that no vocabulary has, as a new term; None for another."""
    award = new_award(text)
    return _added_term(register, *award) if award else None


def _added_term(register: Register, vocabulary: str, text: str) -> Term:
    base = fold(text).replace(",", "").replace(" ", "-")
    known = register.vocabularies
    codes = (base if n == 1 else f"{base}-{n}" for n in count(1))
    code = next(code for code in codes if known.coded(vocabulary, code) is None)
    term = Term(vocabulary, code, clean(text), clean(text))
    register.add_term(term)
    return term


_ABOVE = (
    "WITH RECURSIVE above (id) AS (SELECT :parent UNION"
    " SELECT unit.parent_id FROM unit JOIN above USING (id)) SELECT id FROM above WHERE id = :id"
)


def check_unit(register: Register, row: Values, number: int | None = None) -> None:
    """Refuse a code that another unit has, and a parent that is the unit or stands below it."""
    same_code = "SELECT id FROM unit WHERE code = ? COLLATE NOCASE AND id IS NOT ?"
    if row.get("code") and (found := register.row(same_code, (row["code"], number))):
        raise Refused("domain.unit_code_taken", code=row["code"], id=f"U{found['id']}")
    if number is not None and is_above(register, number, row.get("parent_id")):
        raise Refused("domain.unit_below_itself", id=f"U{number}")


def is_above(register: Register, number: int, unit: int | None) -> bool:
    """Whether a unit is another one or stands over it, at any height."""
    return register.row(_ABOVE, {"parent": unit, "id": number}) is not None


def _after_unit(register: Register, number: int, values: Values) -> None:
    for name in values.get("other_names") or ():
        register.insert("unit_name", {"unit_id": number, "name": name} | place_keys(name))
    register.forget_units()


def _after_exemplar(register: Register, number: int, values: Values) -> None:
    for stage in STAGES:
        if date := values.get(stage):
            row = {"exemplar_id": number, "milestone": stage, "date": date.iso}
            register.insert("exemplar_milestone", row)


def _after_model(register: Register, number: int, values: Values) -> None:
    if year := values.get("year"):
        date = year.iso if isinstance(year, PartialDate) else f"{year}"
        status = values.get("status", "new")
        register.insert("registration", {"model_id": number, "date": date, "status": status})


def _after_honour(register: Register, number: int, values: Values) -> None:
    """`--for X1` is a verdict of the clerk: the one honoured is that exemplar."""
    keep_proposal(register, number)
    if belongs := values.get("for"):
        belong(register.connection, f"H{number}", str(belongs))


_AFTERWARDS: dict[str, Callable[[Register, int, Values], None]] = {
    "units": _after_unit,
    "exemplars": _after_exemplar,
    "models": _after_model,
    "honours": _after_honour,
}


def _add_movement(register: Register, values: Values) -> Recorded:
    """A movement recorded as a term of the vocabulary that it once was."""
    label = clean(values["label_vi"])
    for name in (values["code"], label):
        if found := movement_called(register, name):
            raise Refused("domain.term_exists", text=name, code=str(found))
    with register.change():
        ref, told = make_movement(register, label)
        names = "; ".join(values.get("other_names") or ())
        register.update("movement", ref.number, {"code": values["code"], "other_names": names})
    return Recorded(told["id"], "movements", told["name"])


def add_term(register: Register, vocabulary: str, values: Values) -> Recorded:
    """Add one row to a vocabulary the clerk may extend.

    `values`: code, label_vi, label_en, other_names (several), valid_from, valid_to. Raises
    Refused where the code or label is already there.
    """
    if vocabulary == "movement":
        return _add_movement(register, values)
    for name in (values["code"], values["label_vi"]):
        known = register.vocabularies.find(vocabulary, name)
        if known and comparing_key(name) in {comparing_key(text) for text in known.names}:
            raise Refused("domain.term_exists", text=name, code=known.code)
    term = _term(vocabulary, values)
    with register.change():
        register.add_term(term, meant=True)
    return Recorded(term.code, "terms", term.label_vi)


def _term(vocabulary: str, values: Values) -> Term:
    code, label = clean(values["code"]), clean(values["label_vi"])
    names = tuple(values.get("other_names") or ())
    life = values.get("valid_from"), values.get("valid_to")
    return Term(vocabulary, code, label, clean(values.get("label_en") or label), names, *life)


def take_term(register: Register, values: Values) -> bool:
    """Take in one term of a list inside an open change; whether it is new.

    Raises Refused where the vocabulary is none, or has another term of this code.
    """
    vocabulary, code, label = values["vocabulary"], values["code"], values["label_vi"]
    known = register.vocabularies
    if vocabulary == "movement":
        new = movement_called(register, label) is None
        if new:
            make_movement(register, label)
        return new
    if not known.of(vocabulary):
        raise Refused("intake.unknown_vocabulary", value=vocabulary)
    if found := known.coded(vocabulary, code):
        if comparing_key(found.label_vi) != comparing_key(label):
            raise Refused("intake.term_otherwise", old=found.label_vi, new=label)
        return False
    register.add_term(_term(vocabulary, values))
    return True

"""How a text names the whole that a report is of, and the bodies that speak for it."""

from itertools import takewhile
from typing import NamedTuple

from emulation_cli.documents.verifying.written_numbers import lowered
from emulation_cli.domain.issuing_bodies import before_its_place, issuing_body
from emulation_cli.domain.patterns import pattern

_PLACES = pattern("tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu")


class OwnNames(NamedTuple):
    """The names of the whole, and those of its bodies, in small letters."""

    whole: tuple[str, ...]
    bodies: tuple[str, ...]


NOBODY = OwnNames((), ())


def own_names(unit: str) -> OwnNames:
    """«toàn huyện», «huyện Mẫu», «các cấp Hội»; «UBND huyện», «Huyện ủy», «Huyện đoàn»."""
    own = lowered(unit)
    first, *others = unit.split() or [""]
    lower = takewhile(str.islower, others)  # up to its second capital: «Thị trấn», «Huyện đoàn»
    kind = lowered(" ".join((first, *lower)))
    short = kind.rpartition(" ")[2]
    whole = (f"toàn {own}", own, f"trên địa bàn {kind}", f"toàn {kind}", f"toàn {short}",
             f"các cấp {short}", f"các cấp bộ {short}", f"{kind} nhà", f"{kind} ta",
             f"trong {kind}", f"của {kind}")  # fmt: skip
    if not _PLACES.fullmatch(kind):
        name, of = before_its_place(unit)  # «Hội Nông dân», «huyện Mẫu»
        return OwnNames(whole, (lowered(f"{name} {of.partition(' ')[0]}"), lowered(name), kind))
    bodies = [f"đảng bộ và nhân dân {kind}", f"đảng bộ {kind}", f"ubnd {kind}", kind]
    for form in ("state", "party"):
        body = issuing_body(unit, form)
        bodies.append(
            lowered(body.name.removesuffix(f" {body.place}") if body.place else body.name)
        )
    return OwnNames(whole, tuple(bodies))

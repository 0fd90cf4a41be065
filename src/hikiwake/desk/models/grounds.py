"""The entries that a wish stands on, and those that could carry it, found by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from hikiwake.desk.editing.listing import address_of
from hikiwake.desk.models.sheet import Row, Sheet
from hikiwake.dossier import Dossier, Entry, Event, Mention
from hikiwake.dossier.saying import called
from hikiwake.modelling.grounds import Grounds

MOST = 10  # entries that are offered
MOST_CITED = 4  # passages of an entry


@dataclass(frozen=True, slots=True)
class Ground:
    """An entry as the ground of a wish: what it is, who says so, its form, its place on the page, its passages."""

    id: str
    sort: str
    says: str
    by: str
    address: str
    cited: tuple[tuple[str, str], ...]
    carries: bool


def grounds_of(dossier: Dossier, ids: Sequence[str]) -> list[Ground]:
    """Some entries by their ids; one that is not there is told by its id alone."""
    return [_ground(dossier, id_, dossier.by_id.get(id_), carries=True) for id_ in ids]


def offered(dossier: Dossier, sheet: Sheet, maker: Row, words: str, taken: Sequence[str]) -> list[Ground]:
    """Entries that can be grounds of what somebody wants, with all these words in them; what carries one first."""
    actor, eras = maker.cells["actor"], [era for era in dossier.case.eras if era.id == sheet.head["era"]]
    if not eras or actor not in dossier.actor:
        return []
    rule = Grounds(dossier, actor, eras[0].period)
    asked = words.casefold().split()
    fitting = [each for each in _entries(dossier) if each.id not in taken and _has(each, asked)]
    carrying = [each for each in fitting if rule.carries(each)]
    beside = [each for each in fitting if not rule.carries(each) and rule.supports(each)] if asked else []
    return [
        *(_ground(dossier, each.id, each, carries=True) for each in carrying[:MOST]),
        *(_ground(dossier, each.id, each, carries=False) for each in beside[: max(0, MOST - len(carrying))]),
    ]


def _entries(dossier: Dossier) -> Iterator[Entry]:
    """Positions first: they say what somebody wants; then acts, then what may stand beside."""
    for kind in ("positions", "events", "claims", "readings", "drivers"):
        yield from getattr(dossier, kind)


def _has(entry: Entry, asked: list[str]) -> bool:
    parts = (entry.id, called(entry), getattr(entry, "on", ""), getattr(entry, "holder", ""))
    text = " ".join(map(str, parts)).casefold() if asked else ""
    return all(word in text for word in asked)


def _ground(dossier: Dossier, id_: str, entry: Entry | None, *, carries: bool) -> Ground:
    if entry is None or isinstance(entry, Mention):
        return Ground(id_, "", "", "", "", (), carries)
    kind = f"{type(entry).__name__.lower()}s"
    passages = [mention.passage for mention in entry.mentions] if isinstance(entry, Event) else list(entry.passages)
    cited = tuple(_cited(dossier, passage) for passage in passages[:MOST_CITED] if passage in dossier.passage)
    by = getattr(entry, "holder", "") or ", ".join(getattr(entry, "holders", ())[:2])
    return Ground(id_, kind.removesuffix("s"), called(entry), by, address_of(kind, id_), cited, carries)


def _cited(dossier: Dossier, passage: str) -> tuple[str, str]:
    """Where a passage stands in the text of its document, and how that is cited."""
    document = dossier.passage[passage].document
    known = dossier.document.get(document)
    label = known.label if known else document
    return f"/documents/{quote(document)}#at-{quote(passage)}", label

"""A cell: what one document says of a matter, in a word or few, each saying opening its entry.

An empty cell says nothing; one is hatched where the document was written before the time that the matter is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from hikiwake.dossier import Claim, Doubt, Driver, Entry, Event, Formula, Mention, Position, Reading
from hikiwake.figures.marks import turn
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise.matters import TURN, Matter
from hikiwake.wording import entries as entry_wording
from hikiwake.wording.clauses import beside as wording
from hikiwake.wording.phrases import amount, capital, dated, does, happened


@dataclass(frozen=True, slots=True)
class Saying:
    """What an entry says: in few words, who says it where that is not the author, and what it opens.

    A reading has its place on the page here, so it carries its full answer; any other entry stands in the record.
    ``again``: the saying before it in the cell has the same words.
    """

    href: str
    words: str
    who: str
    answer: str = ""
    holder: str = ""
    on: str = ""
    doubts: tuple[str, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a document says of a matter, and whether it was written too early to know."""

    label: str
    sayings: list[Saying]
    early: bool


def order(grounds: Grounds) -> list[int]:
    """The documents in order of writing, as indices."""
    written = [document.written.last for document in grounds.dossier.documents]
    return sorted(range(len(written)), key=lambda index: written[index])


def cells(grounds: Grounds, matter: Matter, begins: date | None) -> list[Cell]:
    """What each document says, in order of writing; an entry of several documents is placed in the first alone.

    begins: the first day of what the matter is about, ``None`` where it is of no time in particular
    """
    said: dict[int, dict[tuple[str, str, str], Saying]] = {}
    for entry in matter.entries.values():
        each = _saying(grounds, entry, matter)
        for index in grounds.documents_of(entry):
            key = (each.words, each.who, each.href if each.answer else "")
            said.setdefault(index, {}).setdefault(key, each)
            each = Saying(each.href, each.words, each.who)
    documents = grounds.dossier.documents
    return [
        Cell(
            grounds.labels[index],
            _together(said.get(index, {}).values()),
            index not in said and begins is not None and documents[index].written.last < begins,
        )
        for index in order(grounds)
    ]


def _together(sayings: Iterable[Saying]) -> list[Saying]:
    """The sayings of a cell, those of the same words together; from the second on only who says it is read."""
    by_words: dict[str, list[Saying]] = {}
    for each in sayings:
        by_words.setdefault(each.words, []).append(each)
    ordered = [sorted(each, key=lambda saying: bool(saying.who)) for each in by_words.values()]
    return [replace(each, again=place > 0) for told in ordered for place, each in enumerate(told)]


def _saying(grounds: Grounds, entry: Entry, matter: Matter) -> Saying:
    who = "" if isinstance(entry, Event) else grounds.told_of(entry)
    words, href = brief(grounds, entry, matter), grounds.shown(entry.id)
    if not isinstance(entry, Reading):
        return Saying(href, words, who)
    grounds.cite(entry)
    return Saying(
        href,
        words,
        who,
        entry.answer,
        wording.holder(entry.holder),
        matter.title,
        tuple(grounds.doubtful.get(entry.id, [])),
    )


def brief(grounds: Grounds, entry: Entry, matter: Matter) -> str:
    """What an entry says on a matter in a word or few."""
    naming = any(each.kind == "wording" for each in matter.clashes)
    beside = matter.entries.values()
    match entry:
        case Reading():
            return (
                wording.sense(turn(entry)) if matter.sort == TURN else wording.side(entry.side, grounds.names.written)
            )
        case Mention():
            return wording.called(entry.called) if naming else _mention(grounds, entry, beside)
        case Claim():
            return _claim(entry, beside, naming=naming)
        case Position():
            return capital(does(entry.verb))
        case Driver():
            return wording.effect(entry.sign)
        case Event():
            return dated(entry.period)
        case Formula():
            return entry.title
        case Doubt():
            return entry.reason


def _mention(grounds: Grounds, mention: Mention, beside: Collection[Entry]) -> str:
    """When it was and what became of it; who acted on whom where all agree on that; what was done beside a position."""
    mentions = [each for each in beside if isinstance(each, Mention)]
    if any(isinstance(each, Position) for each in beside):
        return entry_wording.event(dated(mention.period), grounds.events[mention.event].summary)
    if len(mentions) > 1 and len({(each.period, each.happened) for each in mentions}) == 1:
        names = grounds.names
        return entry_wording.act(names.actors(mention.sources), names.actors(mention.targets))
    return entry_wording.mention(dated(mention.period), happened(mention.happened))


def _claim(claim: Claim, beside: Collection[Entry], *, naming: bool) -> str:
    """The figure, or the word; with its time where the times differ or it stands beside a report."""
    if naming:
        return wording.called(claim.value)
    figure = amount(claim.comparator, claim.value, claim.unit)
    whose = ", ".join(filter(None, (claim.group, claim.answer)))
    times = {each.as_of for each in beside if isinstance(each, Claim)}
    apart = len(times) > 1 or not all(isinstance(each, Claim) for each in beside)
    figure = f"{whose}: {figure}" if whose else figure
    return wording.at(figure, dated(claim.as_of) if apart else "")

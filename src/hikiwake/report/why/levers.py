"""What would have to change, era by era: least changes as switches, each with what would be said after it.

A switch makes one assumption, and shows every deal of which something else would be said then, computed beforehand. A
change that is the least for several deals of an era is one switch. For the others it is said why there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Era
from hikiwake.report.answer.clause import Parts, several
from hikiwake.report.grounds import Grounds
from hikiwake.report.models.outlooks import finding_id, lever_parts
from hikiwake.report.models.shelf import Shelf, shelf_of
from hikiwake.report.why.ordering import Ordering
from hikiwake.settlement.changing.assumed import assumed
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.least_change import Least
from hikiwake.wording import leads
from hikiwake.wording.clauses import eras as wording
from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.models import outlook
from hikiwake.wording.phrases import capital


@dataclass(frozen=True, slots=True)
class After:
    """What would be said of a deal under an assumption, beside what the record says of it."""

    settlement: str
    look: str
    words: str
    now: str


@dataclass(frozen=True, slots=True)
class Switch:
    """An assumption with all that would be otherwise.

    aim: for which deals it is the least change; more: how many other changes would do, as ``finding`` tells
    """

    id: str
    words: Parts
    aim: str
    after: list[After]
    more: str
    finding: str


@dataclass(frozen=True, slots=True)
class Changing:
    """An era: its switches, and the deals for which there is none, each group with the reason."""

    era: Era
    switches: list[Switch]
    others: list[Parts]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the levers shows."""

    lead: str
    """What would have to change, and how the switches are read, where there are any."""
    eras: list[Changing]
    """The eras that have a model in which somebody would have to sign."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` where no model has a settlement that somebody would have to sign."""
    shelf = shelf_of(grounds)
    found = Ordering(grounds).deals if shelf else []
    if not shelf or not found:
        return None
    eras = [(era, [each for each in found if each.era == era.id]) for era in grounds.dossier.case.eras]
    told = [_era(shelf, era, deals) for era, deals in eras if deals]
    return Context(leads.changing(sum(len(each.switches) for each in told)), told)


def _era(shelf: Shelf, era: Era, deals: list[Finding]) -> Changing:
    firsts: dict[object, list[Finding]] = {}
    reasons: dict[str, list[Finding]] = {}
    for each in deals:
        if each.levers:
            firsts.setdefault(each.levers[0].changes, []).append(each)
        else:
            reasons.setdefault(_reason(each), []).append(each)
    return Changing(
        era,
        [_switch(shelf, of, deals) for of in firsts.values()],
        [_without(shelf, reason, of) for reason, of in reasons.items()],
    )


def _reason(finding: Finding) -> str:
    """Why a deal has no switch."""
    return wording.ALREADY if finding.agreed else finding.changing or wording.UNTOLD


def _without(shelf: Shelf, reason: str, of: list[Finding]) -> Parts:
    """Deals of which the same is said, each opening its finding, and what is said."""
    said = wording.NOTHING if len(of) > 1 and reason == wording.ALREADY else reason
    return [*several([(quoted(each.title), _id(shelf, each)) for each in of]), (f": {said}", "")]


def _switch(shelf: Shelf, of: list[Finding], deals: list[Finding]) -> Switch:
    """The switch of a change that is the first of the least for some deals."""
    first = of[0]
    lever, id_ = first.levers[0], _id(shelf, first)
    others = len(first.levers) - 1
    return Switch(
        id_.removeprefix("model-"),
        _capital(lever_parts(shelf, shelf.named[first.conflict, first.variant], first, 0)),
        wording.aim([each.title for each in of]),
        _after(shelf, first, lever, deals),
        capital(wording.other_ways(others)) if others else "",
        id_,
    )


def _after(shelf: Shelf, finding: Finding, lever: Least, deals: list[Finding]) -> list[After]:
    looks = {each.settlement: each.look for each in assumed(shelf.grounds.dossier, finding, lever)}
    return [
        After(
            each.settlement,
            looks[each.settlement],
            wording.judged(each.title, _form(each, lever), looks[each.settlement]),
            wording.now(outlook(each.look)[0]),
        )
        for each in deals
        if looks[each.settlement] != each.look
    ]


def _form(finding: Finding, lever: Least) -> str:
    """In which form a deal would be agreed after its own least change, where it depends on that."""
    own = finding.levers[:1]
    return finding.form(finding.carrying, own[0].state) if own and own[0].changes == lever.changes else ""


def _id(shelf: Shelf, finding: Finding) -> str:
    return finding_id(shelf.named[finding.conflict, finding.variant], finding)


def _capital(parts: Parts) -> Parts:
    """The same with a capital letter at its beginning."""
    begun = next(place for place, (text, _) in enumerate(parts) if text)
    (text, link), rest = parts[begun], parts[begun + 1 :]
    return [(capital(text), link), *rest]

"""Drivers held against the timeline: the links that could be tested, what was counted, and why others could not."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.relation.causes import Coincidence, Link, Window, coincidence
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.wording.clauses import causes as wording


@dataclass(frozen=True, slots=True)
class Counted:
    """A window of a link in cells: how long, followed of how many, by chance, preceded, and p with its interval."""

    within: str
    followed: str
    by_chance: str
    preceded: str
    p: str


@dataclass(frozen=True, slots=True)
class Tested:
    """A link that was tested: what is argued, by whom, how it stands, what was counted, the events of the cause."""

    title: str
    argued: str
    holders: str
    verdict: str
    counts: list[Counted]
    causes: list[tuple[str, str]]
    effects: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the timeline says of the drivers: in sentences, link by link, and why no act tells some of their sides."""

    sentences: tuple[str, ...]
    links: list[Tested]
    untold: list[tuple[str, str]]


def timeline(grounds: Grounds) -> Timeline:
    """The drivers of a dossier held against its timeline."""
    found = coincidence(grounds.dossier, seed=SEED)
    links = [_tested(grounds, found, link) for link in found.tested]
    return Timeline(found.sentences, links, [(each.title, each.note) for each in found.untold if each.note])


def _tested(grounds: Grounds, found: Coincidence, link: Link) -> Tested:
    holders = {driver.id: driver.holder for driver in grounds.dossier.drivers}
    return Tested(
        f"{found.title(link.cause)} → {found.title(link.effect)}",
        wording.SIGNS[link.sign],
        ", ".join(dict.fromkeys(holders[id_] for id_ in link.drivers)),
        wording.stands(link.verdict, link.reason),
        [_counted(each) for each in link.windows],
        _events(grounds, link.cause_ids),
        wording.effects(len(link.effect_ids), link.effect_told, less=link.less),
    )


def _counted(window: Window) -> Counted:
    return Counted(
        wording.years(window.years),
        f"{wording.count(window.followed)} of {wording.count(window.causes)}",
        f"{window.by_chance:.1f}",
        wording.count(window.preceded),
        wording.chance(window.p, *window.p_interval),
    )


def _events(grounds: Grounds, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """The events of a side that the page opens, with their words."""
    for id_ in ids:
        grounds.cite(grounds.events[id_])
    return [(id_, grounds.events[id_].summary) for id_ in ids]

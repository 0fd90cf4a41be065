"""An entry as a line of the record: when, what, who says so, and by what it can be found among the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hikiwake.dossier import Claim, Driver, Entry, Event, Position
from hikiwake.dossier.counting import eras_held, events_by_era
from hikiwake.figures.marks import direction_of_position, look, sign
from hikiwake.periods import Period
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording import entries as wording
from hikiwake.wording.phrases import amount, capital, dated, happened, listed, tally

Facets = dict[str, tuple[str, ...]]
KINDS = ("event", "position", "figure", "survey", "cause")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in the table: its kind, when, in what words, what stands behind them, and what filters look at.

    ``days`` are its first and last possible day, ``None`` for what is of no time; ``tags`` follow the words, ``more``
    is told where the line is opened, ``look`` are the classes of its mark; ``facets`` are words by facet.
    """

    id: str
    kind: str
    when: str
    days: tuple[int, int] | None
    said: str
    tags: tuple[str, ...]
    more: tuple[tuple[str, str], ...]
    look: str
    series: str
    cited: list[Citation]
    doubts: list[str]
    facets: Facets


def lines(grounds: Grounds) -> list[Line]:
    """Every line of the record, in order of time; what is of no time comes last."""
    eras = {event.id: era.id for era, events in events_by_era(grounds.dossier) for event in events}

    def place(line: Line) -> tuple[bool, tuple[int, int], int, str]:
        return line.days is None, line.days or (0, 0), KINDS.index(line.kind), line.id

    return sorted(_lines(grounds, eras), key=place)


def _lines(grounds: Grounds, eras: Mapping[str, str]) -> Iterator[Line]:
    dossier = grounds.dossier
    yield from (_event(grounds, event, eras[event.id]) for event in dossier.events)
    yield from (_position(grounds, position) for position in dossier.positions)
    yield from (_cell(grounds, claim) if claim.table else _figure(grounds, claim) for claim in dossier.claims)
    yield from (_cause(grounds, driver, eras.get(driver.about, "")) for driver in dossier.drivers)


def _event(grounds: Grounds, event: Event, era: str) -> Line:
    names, cited = grounds.names, grounds.cite(event)
    mutual = set(event.sources) == set(event.targets)
    who = wording.act(names.actors(event.sources), "" if mutual else names.actors(event.targets))
    parts = grounds.members.get(event.id, 0)
    return _line(
        grounds, event, "event", event.period, event.summary,
        tags=(happened(event.happened), f"series of {parts} told" if parts else ""),
        more=(("who", who), ("act", names.act(event.type)), ("about", listed(map(names.term, event.issues)))),
        look=look(event, len(cited)),
        series=event.series if event.series in grounds.events else "",
        facets={"about": event.issues, "actor": _states(event.actors), "era": (era,), "status": (event.happened,)},
    )  # fmt: skip


def _position(grounds: Grounds, position: Position) -> Line:
    names = grounds.names
    said = wording.position(names.actor(position.actor), position.verb, names.term(position.on), position.stance)
    return _line(
        grounds, position, "position", position.period, said,
        tags=(position.strength, position.kind),
        more=(("said by", grounds.told_of(position)),),
        look=f"{direction_of_position(position)} t2 day done",
        facets={
            "about": (position.on,), "actor": _states((position.actor,)), "status": (position.kind,),
            "era": eras_held(grounds.dossier, position),
        },
    )  # fmt: skip


def _figure(grounds: Grounds, claim: Claim) -> Line:
    measure = grounds.names.measures.get(claim.measure) or grounds.names.term(claim.measure)
    return _claim(
        grounds, claim, "figure", f"{amount(claim.comparator, claim.value, claim.unit)}: {claim.summary}",
        more=(("measure", measure), ("said by", grounds.told_of(claim))),
        about=claim.measure,
    )  # fmt: skip


def _cell(grounds: Grounds, claim: Claim) -> Line:
    said = f"{claim.group}: {claim.answer}, {amount(claim.comparator, claim.value, claim.unit)}"
    title = grounds.names.tables.get(claim.table, claim.table)
    return _claim(grounds, claim, "survey", said, more=(("asked", title),), about=claim.table)


def _claim(grounds: Grounds, claim: Claim, kind: str, said: str, more: tuple[tuple[str, str], ...], about: str) -> Line:
    return _line(
        grounds, claim, kind, claim.as_of, said,
        tags=(claim.kind if claim.kind != "actual" else "",),
        more=more,
        facets={"about": (about,), "era": grounds.dossier.case.era_of(claim.as_of), "status": (claim.kind,)},
    )  # fmt: skip


def _cause(grounds: Grounds, driver: Driver, era: str) -> Line:
    title, names = grounds.names.variables.get, grounds.names
    pair = title(driver.cause, driver.cause), title(driver.effect, driver.effect)
    return _line(
        grounds, driver, "cause", None, wording.driver(sign(driver.sign), *pair, driver.summary),
        tags=(driver.kind,),
        more=(
            ("family", names.term(driver.mechanism) if driver.mechanism else ""),
            ("said by", grounds.told_of(driver)),
        ),
        facets={"about": (driver.effect,), "era": (era,) if era else (), "status": (driver.kind or "argued",)},
    )  # fmt: skip


def _line(
    grounds: Grounds, entry: Entry, kind: str, period: Period | None, said: str, *,
    tags: tuple[str, ...], more: tuple[tuple[str, str], ...], facets: Facets, look: str = "", series: str = "",
) -> Line:  # fmt: skip
    """A line with what every kind has; from now on the passages of the entry are part of the page."""
    return Line(
        id=entry.id,
        kind=kind,
        when=dated(period) if period else "",
        days=(period.start.toordinal(), period.last.toordinal()) if period else None,
        said=capital(said),
        tags=tuple(filter(None, tags)),
        more=tuple((name, value) for name, value in more if value),
        look=look,
        series=series,
        cited=grounds.cite(entry),
        doubts=grounds.doubtful.get(entry.id, []),
        facets=facets,
    )


def _states(actors: tuple[str, ...]) -> tuple[str, ...]:
    """The states and bodies that actors belong to, each once."""
    return tuple(dict.fromkeys(actor.partition("/")[0] for actor in actors))


def counted(found: list[Line]) -> str:
    """How many lines there are of each kind, in one phrase."""
    nouns = {"event": "event", "position": "position", "figure": "figure", "survey": "survey cell", "cause": "cause"}
    counts = {kind: sum(line.kind == kind for line in found) for kind in KINDS}
    return listed(tally(count, nouns[kind]) for kind, count in counts.items() if count)

"""What happened: the chart of the events, the acts that most documents report, and the list by era."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from hikiwake.dossier import Event
from hikiwake.report.crowd import MANY, piles, records
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.report.marks import direction_of_event, reality, tone
from hikiwake.report.timechart import LANE, Panel, by_era, panels
from hikiwake.wording.page import not_done, several
from hikiwake.wording.phrases import dated, happened, listed

WIDE, NARROW = (
    (1120.0, 46.0, 0.0),
    (2300.0, 90.0, 150.0),
)  # across and downward: the chart's greatest length, the least of a panel, and the least reach
LEAST, PER_EVENT = 300.0, 14.0  # of a chart that runs downward: its length grows with what it holds
PILED = (("wide", 1120.0), ("narrow", 1500.0))  # the lengths of the chart of very many events
MOST_NOTED = 9
FLAG, LETTER = 13.0, 5.5  # the room of a number, and of a letter of an era's title


@dataclass(frozen=True, slots=True)
class Row:
    """An event in the list: when, what, whether it took place, who reports it; and what filters look at."""

    event: Event
    when: str
    tag: str
    who: str
    act: str
    issues: str
    part_of: Event | None
    parts: int
    cited: list[Citation]
    doubts: list[str]
    mark: str
    facets: dict[str, str]


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart in one orientation: its panels, its size, where the axis stands, and the flags of numbered marks."""

    panels: list[Panel]
    length: float
    above: float
    below: float
    looks: dict[str, str]
    flags: list[Flag]
    titles: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Flag:
    """The number of a mark: where it stands along time, and where its mark is."""

    number: int
    at: float
    along: float
    away: float


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the timeline's template shows, or ``None`` for a case without events."""
    dossier = grounds.dossier
    if not dossier.events:
        return None
    rows = {event.id: _row(grounds, event) for event in dossier.events}
    noted = most_reported(grounds)
    numbers = {event.id: index for index, event in enumerate(noted, 1)}
    shared = sum(len(grounds.documents_of(event)) > 1 for event in dossier.events)
    undone = sum(reality(event) != "done" for event in dossier.events)
    groups = [(era, [rows[event.id] for event in events]) for era, events in by_era(dossier)]
    crowd = len(rows) > MANY
    return {
        "crowd": crowd,
        "records": records(groups) if crowd else "",
        "piles": [(name, piles(dossier, length)) for name, length in PILED] if crowd else [],
        "facts": [several(shared, len(rows)), not_done(undone)],
        "wide": None if crowd else _chart(grounds, WIDE, rows, numbers),
        "narrow": None if crowd else _chart(grounds, NARROW, rows, numbers),
        "noted": [rows[event.id] for event in noted],
        "groups": groups,
        "choices": choices(grounds),
    }


def most_reported(grounds: Grounds) -> list[Event]:
    """The acts that took place and that most documents report, at least two, in order of time."""
    done = [event for event in grounds.dossier.events if event.happened == "occurred"]
    counted = [(len(grounds.documents_of(event)), len(event.mentions), event) for event in done]
    shared = [each for each in counted if each[0] > 1]
    first = sorted(shared, key=lambda each: (-each[0], -each[1], each[2].period.start, each[2].id))[:MOST_NOTED]
    return sorted((event for _, _, event in first), key=lambda event: (event.period.start, event.period.last, event.id))


def choices(grounds: Grounds) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer: issues, actors and ways of happening that occur, documents, and times of writing."""
    dossier, names = grounds.dossier, grounds.names
    used = {issue for event in dossier.events for issue in event.issues}
    acting = {actor.partition("/")[0] for event in dossier.events for actor in event.actors}
    written = sorted(dossier.documents, key=lambda document: document.written.last)
    return {
        "issue": [(term.id, term.title) for term in dossier.case.issues if term.id in used],
        "actor": sorted(((id_, names.actor(id_)) for id_ in acting), key=lambda each: each[1].casefold()),
        "document": [(str(index), name) for index, name in enumerate(grounds.labels)],
        "happened": [(word, happened(word) or word) for word in sorted({each.happened for each in dossier.events})],
        "written": [(str(document.written.last.toordinal()), dated(document.written)) for document in written],
    }


def _row(grounds: Grounds, event: Event) -> Row:
    cited = grounds.cite(event)
    return Row(
        event=event,
        when=dated(event.period),
        tag=happened(event.happened),
        who=_who(grounds, event),
        act=grounds.names.act(event.type),
        issues=listed(grounds.names.term(issue) for issue in event.issues),
        part_of=grounds.events.get(event.series),
        parts=grounds.members.get(event.id, 0),
        cited=cited,
        doubts=grounds.doubtful.get(event.id, []),
        mark=_look(event, len(cited)),
        facets=_facets(event, cited),
    )


def _who(grounds: Grounds, event: Event) -> str:
    names = grounds.names
    sources, targets = names.actors(event.sources), names.actors(event.targets)
    if not targets or set(event.sources) == set(event.targets):
        return sources
    return f"{sources} → {targets}"


def _look(event: Event, documents: int) -> str:
    """The classes that make the mark: direction, tone by number of documents, precision, reality."""
    return f"{direction_of_event(event)} t{tone(documents)} {event.period.precision} {reality(event)}"


def _facets(event: Event, cited: list[Citation]) -> dict[str, str]:
    return {
        "issue": " ".join(event.issues),
        "actor": " ".join(dict.fromkeys(actor.partition("/")[0] for actor in event.actors)),
        "document": " ".join(str(citation.document) for citation in cited),
        "happened": event.happened,
        "start": str(event.period.start.toordinal()),
        "end": str(event.period.last.toordinal()),
    }


def _chart(grounds: Grounds, room: tuple[float, float, float], rows: dict[str, Row], numbers: dict[str, int]) -> Chart:
    longest, shortest, reach = room
    length = min(longest, LEAST + PER_EVENT * len(rows)) if reach else longest
    laid = panels(grounds.dossier, length, shortest)
    above = max([reach, *(panel.reach[1] for panel in laid)])
    below = max([reach, *(-panel.reach[0] for panel in laid)])
    looks = {id_: row.mark for id_, row in rows.items()}
    titles = {panel.era.id: _lines(panel.era.title, panel.length) for panel in laid}
    return Chart(laid, length, round(above + LANE, 1), round(below + LANE, 1), looks, _flags(laid, numbers), titles)


def _flags(laid: list[Panel], numbers: dict[str, int]) -> list[Flag]:
    """The numbered marks, their numbers moved on where they would stand on each other."""
    marks = [mark for panel in laid for mark in panel.marks if mark.event.id in numbers]
    flags: list[Flag] = []
    for mark in sorted(marks, key=lambda mark: (mark.along, numbers[mark.event.id])):
        along = round(mark.along + 3, 1)
        at = max(along, flags[-1].at + FLAG) if flags else along
        flags.append(Flag(numbers[mark.event.id], at, along, mark.away + mark.thick / 2))
    return flags


def _lines(title: str, length: float) -> list[str]:
    """A title in at most three lines of a length; nothing where it takes more."""
    lines = textwrap.wrap(title, max(int(length / LETTER), 6), break_long_words=False)
    return lines if len(lines) <= 3 and all(len(line) * LETTER <= length + 8 for line in lines) else []

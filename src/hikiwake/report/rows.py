"""An event as a row of the list: when, what, whether it took place, who reports it; and what filters look at."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Event
from hikiwake.figures.marks import look
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording.entries import act
from hikiwake.wording.phrases import dated, happened, listed


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


def row_of(grounds: Grounds, event: Event) -> Row:
    """An event as a row; from now on its passages are part of the page."""
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
        mark=look(event, len(cited)),
        facets=_facets(event, cited),
    )


def _who(grounds: Grounds, event: Event) -> str:
    names = grounds.names
    mutual = set(event.sources) == set(event.targets)
    return act(names.actors(event.sources), "" if mutual else names.actors(event.targets))


def _facets(event: Event, cited: list[Citation]) -> dict[str, str]:
    return {
        "issue": " ".join(event.issues),
        "actor": " ".join(dict.fromkeys(actor.partition("/")[0] for actor in event.actors)),
        "document": " ".join(str(citation.document) for citation in cited),
        "happened": event.happened,
        "start": str(event.period.start.toordinal()),
        "end": str(event.period.last.toordinal()),
    }

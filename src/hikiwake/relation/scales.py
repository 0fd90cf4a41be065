"""The acts of a dyad on a scale: which events count, how often, with which score, and who tells them.

An event counts where it was done (it occurred, or goes on), goes from one side of the dyad to the other, and is of a
type that the scale has. A merged event is one act however many tell it. An event that others are part of is left out
where one of these counts, so that nothing counts once as a whole and again in its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hikiwake.actors import Dyad
from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.scales import Intensity

if TYPE_CHECKING:
    from hikiwake.dossier import Dossier, Event  # not imported where event data alone is asked, which begins the sooner

DONE = ("occurred", "ongoing")


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a scale: the id of its event, a period that has an end, its score and quad class, and who tells it.

    scale: the id of the scale that the score is of; documents: the ids of the documents that report it
    """

    id: str
    period: Period
    score: float
    quad: int
    documents: tuple[str, ...]
    scale: str

    @property
    def against(self) -> bool:
        """Whether it is an act of conflict, by its quad class."""
        return self.quad > 2


def acts_between(dossier: Dossier, dyad: Dyad, scale: Intensity, *, directed: bool = False) -> tuple[Act, ...]:
    """The acts of a dyad in order of time; directed: only those from its first side to its second.

    >>> import hikiwake as hw
    >>> from hikiwake.vocabulary.scales import intensity
    >>> dossier = hw.load("japan_russia")
    >>> acts = acts_between(dossier, dossier.dyad("JPN", "RUS"), intensity("plover"))
    >>> [act.score for act in acts if act.id == "event-1956-10-joint-declaration"]
    [5.0]
    """
    joins = dyad.leads if directed else dyad.joins
    found = [event for event in dossier.events if event.happened in DONE and joins(event.sources, event.targets)]
    scored = [(event, score) for event in found if (score := scale.score(event.type, event.mode)) is not None]
    wholes = {event.series for event, _ in scored}
    acts = [_act(dossier, event, score, scale.id) for event, score in scored if event.id not in wholes]
    return tuple(sorted(acts, key=lambda act: (act.period.start, act.period.last, act.id)))


def one_scale(acts: Iterable[Act]) -> str:
    """The scale that all acts have their scores of, "" without any. Raises ``HikiwakeError`` for acts of several.

    >>> one_scale([])
    ''
    """
    scales = sorted({act.scale for act in acts})
    if len(scales) > 1:
        raise HikiwakeError(
            f"the acts have scores of {len(scales)} scales ({', '.join(scales)}), expected one: "
            "scales are never mixed in a series; make a series for each"
        )
    return "".join(scales)


def _act(dossier: Dossier, event: Event, score: float, scale: str) -> Act:
    documents = dossier.documents_of(event)
    return Act(event.id, _closed(dossier, event, documents), score, event_types()[event.type].quad, documents, scale)


def _closed(dossier: Dossier, event: Event, documents: Sequence[str]) -> Period:
    """The period of an event; one that has not ended is known until the last of its documents was written."""
    if event.period.end is not None:
        return event.period
    known = [dossier.document[id_].written.last for id_ in documents if dossier.document[id_].written.end is not None]
    return event.period.until(max(known, default=event.period.start))

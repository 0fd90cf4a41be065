"""Which documents tell an entry of an era: those whose own passage on it is about that time.

Four documents may report one act, each of other years. A document *tells* an event of an era by a mention whose own
period reaches the era; a position or claim by its period; a reading or driver, which has none, by any passage. A period
**reaches** an era if they overlap and it does not only touch it: if it shares a tenth or more of its own days or of the
era's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hikiwake.dossier import Claim, Dossier, Entry, Event, Position
from hikiwake.periods import Period

SHARED = 10  # a period touches an era of which it shares less than one in so many days


def reaches(period: Period, era: Period) -> bool:
    """Whether a period is about an era, and does not only touch it.

    >>> era = Period.parse("1991/2000")
    >>> [reaches(Period.parse(text), era) for text in ("1945/1991", "1945/1992", "1991", "1990")]
    [False, True, True, False]
    """
    shared = _days(max(period.start, era.start), min(period.last, era.last))
    return shared > 0 and any(SHARED * shared >= _days(each.start, each.last) for each in (period, era))


def telling(dossier: Dossier, entry: Entry, era: Period) -> tuple[str, ...]:
    """The ids of the documents that tell an entry of an era, each once.

    >>> import hikiwake as hw
    >>> case = hw.load("japan_russia")
    >>> telling(case, case.by_id["event-japan-claims-islands"], case.era("2019-2022").period)
    ('brown-2022',)
    """
    return tuple(dict.fromkeys(dossier.passage[id_].document for id_, period in _told(entry)
                               if period is None or reaches(period, era)))  # fmt: skip


def _told(entry: Entry) -> Iterator[tuple[str, Period | None]]:
    """The passages on an entry, each with the time of which it tells; None where it says no time."""
    if isinstance(entry, Event) and entry.mentions:
        return ((mention.passage, mention.period) for mention in entry.mentions)
    period = entry.period if isinstance(entry, Event | Position) else entry.as_of if isinstance(entry, Claim) else None
    return ((id_, period) for id_ in entry.passages)


def _days(first: date, last: date) -> int:
    return max(0, (last - first).days + 1)

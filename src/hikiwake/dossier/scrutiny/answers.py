"""Answers that cannot be: one holder who gives, in one document, two answers to an exclusive question for one time.

Of an exclusive question one answer is right, so that whoever gives two of one time contradicts himself, or the question
is open. An answer of no time holds of every time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Reading
from hikiwake.dossier.scrutiny.remark import Remark


def of_two_minds(dossier: Dossier) -> Iterator[Remark]:
    """Readings that exclude an earlier one of their own holder in the same document."""
    exclusive = {each.id for each in dossier.case.questions if each.kind == "rival" and not each.open}
    given: dict[tuple[str, str, tuple[str, ...]], list[Reading]] = defaultdict(list)
    for reading in dossier.readings:
        if reading.question in exclusive:
            given[reading.question, reading.holder, tuple(dossier.documents_of(reading))].append(reading)
    for readings in given.values():
        yield from _excluding(sorted(readings, key=_first))


def _excluding(readings: list[Reading]) -> Iterator[Remark]:
    """Of readings in order of time, those that begin before one with another answer has ended."""
    longest: dict[str, Reading] = {}  # the two answers that last longest, so that each reading looks at two at most
    for reading in readings:
        others = [each for side, each in longest.items() if side != reading.side and _last(each) >= _first(reading)]
        if others:
            expected = f"{others[0].side}, as {others[0].id} has it for the same time, or an open question"
            yield Remark("readings", reading.id, "side", reading.side, expected)
        longest[reading.side] = max(longest.get(reading.side, reading), reading, key=_last)
        if len(longest) > 2:
            del longest[min(longest, key=lambda side: _last(longest[side]))]


def _first(reading: Reading) -> date:
    return reading.as_of.start if reading.as_of else date.min


def _last(reading: Reading) -> date:
    return reading.as_of.last if reading.as_of else date.max

"""How far two coders agree: Krippendorff's alpha on where something is coded, and on what it is coded as.

For two coders and no missing values: alpha = 1 - D_o / D_e, where D_o is the mean difference between the two values of
a unit and D_e the mean difference between all pairs of values, from whatever unit and coder. 1 is full agreement, 0 is
what chance gives, below 0 is worse than that. Types and statuses differ or not (nominal); sets of actors differ by
their Jaccard distance; for spans the units are the sentences, each coded or not.

Reference: Klaus Krippendorff, *Content Analysis* (4th edition 2019), chapter 12.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hikiwake.documents.segmentation import Sentence, sentences
from hikiwake.errors import CaseError
from hikiwake.wording.terminal.near import near_or_some
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.workbench import Workbench

Pair = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha on one variable, ``None`` where all values are the same; ``units`` is how many were compared."""

    variable: str
    alpha: float | None
    units: int

    def as_row(self) -> dict[str, object]:
        """Plain values."""
        return {"variable": self.variable, "alpha": self.alpha, "units": self.units}


def nominal(one: Hashable, other: Hashable) -> float:
    """0 for the same value, 1 for another."""
    return float(one != other)


def jaccard(one: Hashable, other: Hashable) -> float:
    """What two sets do not share, of all they have: 0 to 1.

    >>> jaccard(frozenset("ab"), frozenset("bc"))
    0.6666666666666667
    """
    first, second = set(one), set(other)  # type: ignore[call-overload]
    return 1 - len(first & second) / len(first | second) if first | second else 0.0


def alpha(pairs: Sequence[Pair], distance: Callable[[Hashable, Hashable], float] = nominal) -> float | None:
    """Krippendorff's alpha for two coders, or ``None`` where no two values differ and nothing can be told.

    The example has 10 units with 4 coded by both and 2 by one only.

    >>> round(alpha([(1, 1)] * 4 + [(0, 0)] * 4 + [(1, 0)] * 2) or 0, 3)
    0.62
    """
    values = Counter(value for pair in pairs for value in pair)
    total = sum(values.values())
    expected = sum(
        count * other_count * distance(value, other)
        for value, count in values.items()
        for other, other_count in values.items()
    )
    if not expected:
        return None
    observed = sum(distance(*pair) for pair in pairs) / len(pairs)
    return 1 - observed * total * (total - 1) / expected


def agreement(workbench: Workbench, one: str, two: str) -> tuple[Agreement, ...]:
    """How far two coders, or two persons in what they accepted, agree on the documents that both have coded.

    Raises ``CaseError`` for a name under which nothing was proposed or accepted.
    """
    first, second = coded_by(workbench, one), coded_by(workbench, two)
    shared = {each.proposal.document for each in first} & {each.proposal.document for each in second}
    mine, theirs = ([each for each in coded if each.proposal.document in shared] for coded in (first, second))
    matched = _matched(mine, theirs)
    texts = {text.id: text.text for text in workbench.texts if text.id in shared}
    spans = [pair for id_, text in texts.items() for pair in _coded(text, id_, mine, theirs)]
    return (
        _told("spans", spans),
        _told("type", [(a.proposal.type, b.proposal.type) for a, b in matched]),
        _told("status", [(a.proposal.happened, b.proposal.happened) for a, b in matched]),
        _told("actors", [(_actors(a), _actors(b)) for a, b in matched], jaccard),
    )


def _told(name: str, pairs: list[Pair], distance: Callable[[Hashable, Hashable], float] = nominal) -> Agreement:
    return Agreement(name, alpha(pairs, distance) if pairs else None, len(pairs))


def coded_by(workbench: Workbench, name: str) -> list[Kept]:
    """The events that a coder proposed, or that a person accepted. Raises ``CaseError`` where there are none."""
    every = workbench.proposals(kind="event")
    own = [each for each in every if name in each.coder.split("; ") and each.status != "rejected"]
    if own:
        return own
    lines = [line for line in workbench.log if line.who == name and line.state == "done"]
    ids = {turn.after.id for line in lines for turn in line.turns if turn.after.status == "accepted"}
    if accepted := [each for each in every if each.id in ids and each.status == "accepted"]:
        return accepted
    names = sorted(
        {name for each in every for name in each.coder.split("; ")} | {line.who for line in workbench.log if line.turns}
    )
    raise CaseError(f"{name!r}: nobody of that name proposed or accepted an event{near_or_some(name, names)}")


def _actors(kept: Kept) -> frozenset[str]:
    return frozenset((*kept.proposal.sources, *kept.proposal.targets))


def _matched(mine: Iterable[Kept], theirs: Iterable[Kept]) -> list[tuple[Kept, Kept]]:
    """Events of both whose passages overlap most, each used once."""
    other: dict[str, list[Kept]] = {}
    for each in theirs:
        other.setdefault(each.proposal.document, []).append(each)
    found = []
    for each in mine:
        near = other.get(each.proposal.document, [])
        best = max(near, key=lambda one: _shared(each, one), default=None)
        if best is not None and _shared(each, best):
            found.append((each, best))
            near.remove(best)
    return found


def _shared(one: Kept, other: Kept) -> int:
    """How many characters the first passages of two proposals of one document share."""
    a, b = one.proposal.passages[0], other.proposal.passages[0]
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _coded(text: str, document: str, mine: list[Kept], theirs: list[Kept]) -> list[Pair]:
    """For each sentence of a text whether one and whether the other has coded something in it."""
    places = sentences(text)
    ends = [each.end for each in places]
    coded: list[set[int]] = []
    for own in (mine, theirs):
        spans = [each.proposal.passages[0] for each in own if each.proposal.document == document]
        firsts = [(bisect_right(ends, span.start), span.end) for span in spans]
        coded.append({n for first, end in firsts for n in _until(places, first, end)})
    return [(number in coded[0], number in coded[1]) for number in range(len(places))]


def _until(places: Sequence[Sentence], first: int, end: int) -> Iterator[int]:
    """The numbers of the sentences from one on that begin before an end."""
    while first < len(places) and places[first].start < end:
        yield first
        first += 1

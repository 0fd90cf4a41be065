"""How well proposals agree with what a person found in the same texts.

One passage of a proposal is held against one mention, one to one, where they overlap (a passage counts with at most 300
characters). An event is found if its type, or one of the two proposed, is one that the person accepts; what did not
happen must be proposed as such. Passage found: overlap alone. Year, status and parties are looked at where the event
is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hikiwake.coding.judging.gold import Coded
from hikiwake.coding.judging.matching import matched
from hikiwake.workbench.proposal import Proposal, Span

LONGEST = 300
DONE = ("occurred", "ongoing")

Unit = tuple[Proposal, Span]
Pair = tuple[Unit, Coded]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many.

    >>> str(Share(3, 4))
    '.75 (3 of 4)'
    """

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """The share; ``None`` of nothing."""
        return self.right / self.of if self.of else None

    def __str__(self) -> str:
        """The share with two decimals and its numbers."""
        told = "none" if self.share is None else f"{self.share:.2f}".removeprefix("0")
        return f"{told} ({self.right} of {self.of})"


@dataclass(frozen=True, slots=True)
class Score:
    """The shares by what is asked, in the order of the table that ``as_rows`` gives."""

    shares: tuple[tuple[str, Share], ...]

    def __getitem__(self, name: str) -> Share:
        """The share of a name, as ``recall``. Raises ``KeyError`` for another."""
        return dict(self.shares)[name]

    def as_rows(self) -> list[dict[str, object]]:
        """A row for each share: what, right, of, share."""
        return [{"what": name, "right": one.right, "of": one.of, "share": one.share} for name, one in self.shares]


def score(proposals: Iterable[Proposal], gold: Iterable[Coded], kind: str = "event") -> Score:
    """Hold the proposals of a kind against what a person found, over the documents that the person read."""
    coded = [each for each in gold if each.kind == kind]
    read = {each.document for each in coded}
    units = [(each, span) for each in proposals if each.kind == kind for span in each.passages if span.document in read]
    if kind != "event":
        pairs = _pairs(units, coded, _any)
        return Score((("recall", Share(len(pairs), len(coded))), ("precision", Share(len(pairs), len(units)))))
    return _of_events(units, coded)


def _of_events(units: list[Unit], coded: list[Coded]) -> Score:
    acts = [each for each in coded if each.types]
    right = _pairs(units, acts, lambda unit, one: _typed(unit, one) and _status_fits(unit, one))
    first = _pairs(units, acts, lambda unit, one: unit[0].type in one.types and _status_fits(unit, one))
    found = _pairs(units, coded, _any)
    undone = [each for each in coded if each.happened not in DONE]
    status = _pairs(units, undone, lambda unit, one: unit[0].happened == one.happened)
    dated = [pair for pair in right if pair[1].period is not None]
    sourced = [pair for pair in right if pair[1].sources]
    targeted = [pair for pair in right if pair[1].targets]
    return Score(
        (
            ("recall", Share(len(right), len(acts))),
            ("precision", Share(len(right), len(units))),
            ("recall, first type", Share(len(first), len(acts))),
            ("passage found", Share(len(found), len(coded))),
            ("year", Share(sum(_year(*pair) for pair in dated), len(dated))),
            ("status of what did not happen", Share(len(status), len(undone))),
            ("source", Share(sum(_source(*pair) for pair in sourced), len(sourced))),
            ("target", Share(sum(_target(*pair) for pair in targeted), len(targeted))),
            ("triple", Share(sum(_source(*pair) and _target(*pair) for pair in right), len(acts))),
        )
    )


def _pairs(units: Sequence[Unit], coded: Sequence[Coded], fits: Callable[[Unit, Coded], bool]) -> list[Pair]:
    """The most pairs of a passage and a mention that overlap and fit, one to one."""
    edges = [[at for at, one in enumerate(coded) if _overlap(unit[1], one) and fits(unit, one)] for unit in units]
    return [(units[left], coded[right]) for left, right in matched(edges)]


def _overlap(span: Span, one: Coded) -> bool:
    end = min(span.end, span.start + LONGEST)
    return span.document == one.document and span.start < one.end and one.start < end


def _any(_unit: Unit, _one: Coded) -> bool:
    return True


def _typed(unit: Unit, one: Coded) -> bool:
    return any(name in one.types for name, _ in unit[0].types)


def _status_fits(unit: Unit, one: Coded) -> bool:
    """Whether a proposal does not say that something was done which was not."""
    return one.happened != "negated" or unit[0].happened == "negated"


def _year(unit: Unit, one: Coded) -> bool:
    """Whether the years of the two periods meet, and the proposed one is no longer by more than a year."""
    mine, period = unit[0].period, one.period
    if mine is None or period is None:
        return False
    last, mine_last = period.last.year, mine.last.year
    return (
        mine.start.year <= last
        and period.start.year <= mine_last
        and mine_last - mine.start.year <= last - period.start.year + 1
    )


def _source(unit: Unit, one: Coded) -> bool:
    return not one.sources or _shared(unit[0].sources, one.sources)


def _target(unit: Unit, one: Coded) -> bool:
    return not one.targets or _shared(unit[0].targets, one.targets)


def _shared(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    return bool({each.partition("/")[0] for each in mine} & {each.partition("/")[0] for each in theirs})

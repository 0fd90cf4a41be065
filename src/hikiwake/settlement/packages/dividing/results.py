"""What a division gives: who gets which issues by adjusted winner, or what all fall back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hikiwake.results import Plain, Result
from hikiwake.settlement.packages.dividing.adjusted_winner import Shares
from hikiwake.wording.packages import dividing as wording
from hikiwake.wording.packages.parts import package as package_in_words


@dataclass(frozen=True, slots=True)
class SharedIssue:
    """An issue with each side's points on it and the part of it that each side gets, 0 to 1."""

    issue: str
    title: str
    points: tuple[Fraction, Fraction]
    parts: tuple[Fraction, Fraction]
    grounds: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class AdjustedWinner(Result[SharedIssue]):
    """A division by adjusted winner, exact; its rows are the issues in the order of the file."""

    parties: tuple[str, str]
    shares: Shares
    rows: tuple[SharedIssue, ...]

    @property
    def split(self) -> SharedIssue | None:
        """The issue of which both sides get a part; None where every issue goes whole."""
        return None if self.shares.split is None else self.rows[self.shares.split]

    def as_records(self) -> list[Plain]:
        """The issues: points and parts by party, parts as exact fractions in text."""
        return [
            {
                "issue": row.issue, "points": _by(self.parties, map(float, row.points)),
                "gets": _by(self.parties, map(str, row.parts)), "grounds": _by(self.parties, map(list, row.grounds)),
            }
            for row in self.rows
        ]  # fmt: skip

    def as_object(self) -> Plain:
        """The division as one record, as ``--json`` prints it; ``exact`` has the totals as fractions in text."""
        split = self.split
        return {
            "method": "adjusted-winner", "parties": list(self.parties),
            "points": _by(self.parties, map(float, self.shares.totals)),
            "exact": _by(self.parties, map(str, self.shares.totals)),
            "wins": {name: [row.issue for row in self.rows if row.parts[at] == 1]
                     for at, name in enumerate(self.parties)},
            "split": split and {"issue": split.issue, "gets": _by(self.parties, map(str, split.parts))},
            "issues": self.as_records(), "sentences": list(self.sentences),
        }  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """Who gets what, and how many points that is."""
        won = [(name, [row.title for row in self.rows if row.parts[at] == 1]) for at, name in enumerate(self.parties)]
        totals = [(name, str(total)) for name, total in zip(self.parties, self.shares.totals, strict=True)]
        split = self.split
        told = [wording.won(*each) for each in won]
        if split is not None:
            told.append(wording.split(split.title, [*zip(self.parties, map(str, split.parts), strict=True)]))
        return (*told, wording.totals(totals))

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The issues with points and parts."""
        head = ["issue", *(f"points of {name}" for name in self.parties), *(f"part of {name}" for name in self.parties)]
        return head, ((row.title, *map(float, row.points), *map(str, row.parts)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A package that is agreed, with its rank for each side, 1 for the best."""

    package: dict[str, str]
    ranks: tuple[int, ...]


@dataclass(frozen=True)
class Fallback(Result[Accepted]):
    """What fallback bargaining comes to; no rows where it ends in impasse.

    depth: how far down all fall, None at impasse; enough: how many sides have to agree; packages: how many there are;
    agreed: of how many the outcome is, where there are more than rows
    """

    parties: tuple[str, ...]
    depth: int | None
    enough: int
    packages: int
    agreed: int
    rows: tuple[Accepted, ...]

    def as_records(self) -> list[Plain]:
        """The packages that are agreed, at most 1,000, with the rank of each for every side."""
        return [{"package": row.package, "ranks": list(row.ranks)} for row in self.rows]

    def as_object(self) -> Plain:
        """The outcome as one record, as ``--json`` prints it."""
        return {
            "method": "fallback", "parties": list(self.parties), "packages": self.packages, "agree": self.enough,
            "outcome": "agreement" if self.rows else "impasse", "depth": self.depth, "agreed": self.as_records(),
            "count": self.agreed, "sentences": list(self.sentences),
        }  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is agreed at which depth, or that there is impasse."""
        if self.depth is None:
            return (wording.impasse(self.enough, len(self.parties)),)
        first = self.rows[0]
        ranks = [*zip(self.parties, first.ranks, strict=True)]
        named = package_in_words([*first.package.items()])
        return (wording.agreed(named, self.depth, self.packages, ranks, self.agreed - 1),)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The packages that are agreed with their ranks."""
        issues = [*self.rows[0].package] if self.rows else []
        head = [*issues, *(f"rank for {name}" for name in self.parties)]
        return head, ((*row.package.values(), *row.ranks) for row in self.rows)


def _by(names: Sequence[str], values: Iterable[object]) -> dict[str, object]:
    return dict(zip(names, values, strict=True))

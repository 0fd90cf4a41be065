"""Sentences that say why two sides could or could not have agreed. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.wording.phrases import listed, sentence

Told = tuple[str, str, str, bool]  # the side, who tells it, how far it goes, whether it refuses to talk


def why(overlap: str, shared: Sequence[str], told: Iterable[Told], silent: Sequence[str], decider: str) -> str:
    """Why the overlap is open, none, refused, disputed or unknown.

    ``shared`` are the titles of what both accept, ``told`` how far each side goes by whom, ``silent`` the sides of
    which nothing is told, ``decider`` who holds the one position that decides.

    >>> why("none", [], [("Norland", "A", "Half", False)], [], "A")
    'Nothing is shared. Norland goes as far as Half (A). One position, told by A, decides.'
    """
    parts = [_opening(overlap, shared, silent), *_limits(told)]
    if decider:
        parts.append(sentence(f"one position, told by {decider}, decides"))
    return " ".join(parts)


def _opening(overlap: str, shared: Sequence[str], silent: Sequence[str]) -> str:
    titles = listed(f"“{title}”" for title in shared)
    if overlap == "unknown":
        return sentence(f"the record does not say what {listed(silent or ['one side'], 'or')} would accept")
    return {
        "open": sentence(f"both accept {titles}, whoever is followed"),
        "none": "Nothing is shared.",
        "refused": "A side refuses to talk, which is not the same as conceding nothing.",
        "disputed": sentence(f"it depends on whom one follows; shared by some accounts: {titles}"),
    }[overlap]


def _limits(told: Iterable[Told]) -> list[str]:
    """How far each side goes, the same limit by several told once."""
    holders: dict[tuple[str, str, bool], list[str]] = {}
    for side, holder, limit, refuses in told:
        known = holders.setdefault((side, limit, refuses), [])
        if holder not in known:
            known.append(holder)
    return [_limit(side, limit, refuses, who) for (side, limit, refuses), who in holders.items()]


def _limit(side: str, limit: str, refuses: bool, holders: Sequence[str]) -> str:
    goes = f"goes as far as {limit}" if limit else ""
    talks = "refuses to talk" if refuses else ""
    return sentence(f"{side} {listed(filter(None, (goes, talks)))} ({', '.join(holders)})")

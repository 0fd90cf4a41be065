"""What an address asks for: an era, a model and a reading of it, and up to three sets of assumptions, each by a line.

``/whatif?era=1990&a=drop+Norland:+not+talk&a=take+away+ban&b=...``. A set that is changed is another address, so that
the browser's own way back undoes it, and the address holds all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from hikiwake.errors import HikiwakeError, ModelError
from hikiwake.modelling.scenarios import Assumption, Scenario, assumption

SETS = ("a", "b", "c")
MOST = 20  # assumptions of one set
LONGEST = 400  # characters of one of them
TEXTS = ("era", "model", "reading", "words", "scenario")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for. ``at`` is the set that is being changed; ``scenario`` the file of the first set."""

    era: str = ""
    model: str = ""
    reading: str = ""
    words: str = ""
    scenario: str = ""
    sets: tuple[tuple[str, ...], ...] = ((),)
    at: int = 0

    @property
    def current(self) -> tuple[str, ...]:
        """The assumptions of the set that is being changed."""
        return self.sets[self.at]

    @property
    def query(self) -> str:
        """The same as the query of an address."""
        texts = [(name, value) for name in TEXTS if (value := getattr(self, name))]
        lines = [(SETS[number], line) for number, each in enumerate(self.sets) for line in each or ("",)]
        given = lines if len(self.sets) > 1 else [each for each in lines if each[1]]
        return urlencode([*texts, *given, *([("set", SETS[self.at])] if self.at else [])])

    @property
    def address(self) -> str:
        """The address that asks for this."""
        return f"/whatif?{self.query}"

    def assuming(self, line: str) -> Asked:
        """With one more assumption in the set that is being changed; instead of another on the same statement."""
        kept = [each for each in self.current if not _same(each, line)]
        return self._with([*kept, line][-MOST:])

    def without(self, line: str) -> Asked:
        """Without an assumption of that set."""
        return self._with([each for each in self.current if each != line])

    def changing(self, number: int) -> Asked:
        """Another set is being changed; a new one begins as the last."""
        sets = self.sets if number < len(self.sets) else (*self.sets, self.sets[-1])[: len(SETS)]
        return replace(self, sets=sets, at=min(number, len(sets) - 1))

    def leaving(self, number: int) -> Asked:
        """Without a set."""
        left = tuple(each for place, each in enumerate(self.sets) if place != number) or ((),)
        return replace(self, sets=left, at=min(self.at, len(left) - 1))

    def _with(self, lines: Sequence[str]) -> Asked:
        sets = tuple(tuple(lines) if place == self.at else each for place, each in enumerate(self.sets))
        return replace(self, sets=sets)

    def scenario_of(self, number: int, title: str) -> Scenario:
        """A set as a scenario. Raises ``ModelError`` where a line of it is no assumption."""
        lines = tuple(map(assumption, self.sets[number]))
        return Scenario(SETS[number], title, self.era, lines, self.reading, self.model)


def asked_of(pairs: Iterable[tuple[str, str]]) -> Asked:
    """What the query of an address asks for.

    >>> asked_of([("era", "1990"), ("a", "take away ban"), ("b", "")]).sets
    (('take away ban',), ())
    """
    given = list(pairs)
    texts = {name: value[:LONGEST] for name, value in given if name in TEXTS}
    sets = [
        tuple(dict.fromkeys(line for name, value in given if name == letter and (line := value.strip()[:LONGEST])))
        for letter in SETS
    ]
    there = [number for number, letter in enumerate(SETS) if any(name == letter for name, _ in given)]
    kept = tuple(each[:MOST] for each in sets[: max(there, default=0) + 1])
    at = SETS.index(dict(given)["set"]) if dict(given).get("set") in SETS else 0
    return Asked(**texts, sets=kept, at=min(at, len(kept) - 1))


def asked_in(query: str) -> Asked:
    """The same of a query as text."""
    return asked_of(parse_qsl(query, keep_blank_values=True))


def refused_line(line: str) -> str:
    """Why a line is no assumption; empty where it is one."""
    try:
        assumption(line)
    except HikiwakeError as fault:
        return str(fault)
    return ""


def _same(line: str, other: str) -> bool:
    """Whether two assumptions are about one statement, option or position, so that the later one stands."""
    try:
        one, two = assumption(line), assumption(other)
    except ModelError:
        return False
    if line == other:
        return True
    return "add" not in (one.change, two.change) and _about(one) == _about(two)


def _about(one: Assumption) -> tuple[str, ...]:
    return (one.decision_maker, one.says, one.option, one.position)

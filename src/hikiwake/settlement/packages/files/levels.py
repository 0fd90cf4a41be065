"""Numbers, levels and packages of a package file, each with its place where it is at fault."""

from __future__ import annotations

from fractions import Fraction

from hikiwake.conflict.files.typed import Table, decimal_of, show
from hikiwake.conflict.model.faults import Place, nearest
from hikiwake.settlement.packages.files.grounding import GroundingReader
from hikiwake.settlement.packages.negotiation import Level, Package, Part, Range

NOTHING = Range(Fraction(0), Fraction(0))
MOST_DIGITS = 30
A_NUMBER = "a number, or a pair [low, high]"


class LevelReader(GroundingReader):
    """Reads numbers, and packages of the known issues."""

    def __init__(self) -> None:
        super().__init__()
        self.status_quo: Package | None = None

    def _level(self, given: object, place: Place) -> Level:
        """A number, a pair, or a package."""
        return self._package(given, place) if isinstance(given, dict) else self._range(given, place)

    def _package(self, given: object, place: Place) -> Package:
        """A package: an alternative of every issue; what is not named is as in the status quo."""
        known = dict(self._alternatives(given, place)) if isinstance(given, dict) else {}
        if not isinstance(given, dict):
            self._is_kind(given, place, dict)
            return (0,) * len(self.issues)
        for at, issue in enumerate(self.issues):
            if at not in known and issue.id not in given and self.status_quo is None:
                self._fault((*place, issue.id), "missing; a package names an alternative of every issue")
        return tuple(known.get(at, self.status_quo[at] if self.status_quo else 0) for at in range(len(self.issues)))

    def _part(self, table: Table, place: Place, key: str) -> Part:
        """Some issues, each with one of its alternatives."""
        if key not in table:
            self._fault((*place, key), 'missing; expected a table such as { size = "large" }')
            return ()
        if not self._is_kind(table[key], (*place, key), dict):
            return ()
        if not table[key]:
            self._fault((*place, key), "empty; name at least one issue")
        return tuple(self._alternatives(table[key], (*place, key)))

    def _alternatives(self, given: Table, place: Place) -> list[tuple[int, int]]:
        ids, found = [issue.id for issue in self.issues], []
        for name, alternative in given.items():
            if name not in ids:
                self._fault((*place, name), f"no issue; {nearest(name, ids)}")
                continue
            known = self.issues[ids.index(name)].alternatives
            if alternative in known:
                found.append((ids.index(name), known.index(alternative)))
            else:
                self._fault((*place, name), f"{show(alternative)} is no alternative of {name}; "
                            f"{nearest(str(alternative), known)}")  # fmt: skip
        return found

    def _range(self, given: object, place: Place) -> Range:
        """A number, or a pair from the lower to the higher."""
        if isinstance(given, list):
            ends = [self._number(end, place) for end in given]
            if len(ends) != 2:
                self._fault(place, f"{show(given)}; expected {A_NUMBER}")
            elif ends[0] is not None and ends[1] is not None:
                if ends[0] > ends[1]:
                    self._fault(place, f"{show_ends(given)} is reversed; expected [low, high]")
                return Range(ends[0], ends[1])
            return NOTHING
        number = self._number(given, place)
        return NOTHING if number is None else Range(number, number)

    def _number(self, given: object, place: Place) -> Fraction | None:
        number = decimal_of(given)
        if number is None or len(number.as_tuple().digits) > MOST_DIGITS:
            self._fault(place, f"{show(given)}; expected {A_NUMBER}, of at most 18 digits before the point")
            return None
        return Fraction(number)


def show_ends(pair: list[object]) -> str:
    """A pair as it stands in the file.

    >>> show_ends([2, 1])
    '[2, 1]'
    """
    return f"[{', '.join(map(str, pair))}]"

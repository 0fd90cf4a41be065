"""Reading the save files of GMCR+ and gmcr-py (``.gmcr``): JSON, of which older and newer keys are understood.

What such a file says, in our terms: ``options`` in one list, owned by decision makers by position;
``permittedDirection`` "fwd" may only be taken, "back" only given up; a condition is a list of pairs [option, "Y" or
"N"] that must all hold, or ``members``, a list of such lists of which one must hold; ``infeasibles`` are conditions
that no state fulfils; ``preferences`` are conditions, the most important first; where ``useManualPreferenceRanking``
(older: ``useManualPreferenceVectors``) is set, ``preferenceRanking`` (older: ``preferenceVector``) counts instead:
state numbers, best first, an inner list is a tie. The first option of the list is the lowest bit of a state, numbers
count from 1.

Coalitions and results in the file are left aside: they are computed. Misperceptions have no counterpart here; a note
says so. Reference: the public repository onp/gmcr-py, savefile-schema.json and its save files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hikiwake.conflict.model.checks import check
from hikiwake.conflict.model.conflict import (
    Conflict,
    DecisionMaker,
    OneWay,
    Option,
    Preference,
    PreferenceStatement,
    Ranking,
    Statements,
)
from hikiwake.conflict.model.statements import Statement, is_option_id, parse
from hikiwake.conflict.model.states import feasible_combinations
from hikiwake.errors import ModelError
from hikiwake.storage.incoming import UnreadError, text_of

DIRECTIONS: dict[str, OneWay | None] = {"both": None, "fwd": "on", "back": "off"}
LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """A conflict from another tool's file; ``notes`` say what of it has no counterpart here."""

    conflict: Conflict
    notes: tuple[str, ...] = ()


def read_gmcr(path: str | Path) -> Imported:
    """Read a save file of GMCR+ or gmcr-py. ModelError where it cannot be read or makes no sense."""
    try:
        text = text_of(Path(path), LARGEST)
    except UnreadError as error:
        raise ModelError(f"cannot read {path}: {error}") from None
    return imported(text, str(path))


def imported(text: str, name: str = "save file") -> Imported:
    """The conflict in the text of a save file; ``name`` stands for the file in messages.

    >>> file = '''{"decisionMakers": [{"name": "A", "options": [0], "preferences": [[[0, "N"]]]}],
    ...           "options": [{"name": "Go on", "permittedDirection": "both"}], "infeasibles": []}'''
    >>> maker = imported(file).conflict.decision_makers[0]
    >>> maker.options[0].id, str(maker.preference.statements[0].says)
    ('go_on', 'not go_on')
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{name} is not JSON: {error}") from None
    try:
        conflict = _Reader(content, name).conflict()
        check(conflict)
    except ModelError as error:
        raise ModelError(f"{name}: {error}") from None
    return Imported(conflict, tuple(_notes(content)))


def _notes(content: Mapping[str, Any]) -> Iterable[str]:
    groups = content.get("coalitions")
    if isinstance(groups, list) and any(isinstance(group, list) and len(group) > 1 for group in groups):
        yield "the coalitions of the file are left aside; `hikiwake solve --coalitions` looks at every coalition"
    for maker in content["decisionMakers"]:
        if maker.get("misperceptions"):
            yield (f"{maker['name']}: misperceptions are left out; in the other tool they forbid "
                   "moves to states that are not perceived")  # fmt: skip


class _Reader:
    """Turns positions in the option list into option ids."""

    def __init__(self, content: object, name: str) -> None:
        self.name = name
        self.content = _table(content, "the file")
        self.options = [_table(one, f"options[{place}]") for place, one in enumerate(self._list("options"), start=1)]
        self.ids = _ids([str(option.get("name", "")) for option in self.options])

    def conflict(self) -> Conflict:
        makers = [_table(one, f"decisionMakers[{n}]") for n, one in enumerate(self._list("decisionMakers"), start=1)]
        self._check_owners(makers)
        rules = enumerate(_listed(self.content, "infeasibles", "the file", []), start=1)
        infeasible = tuple(self._condition(one, f"infeasibles[{place}]") for place, one in rules)
        numbered = self._numbered(infeasible, makers)
        return Conflict(
            decision_makers=tuple(self._maker(maker, numbered) for maker in makers),
            title=Path(self.name).stem,
            infeasible=infeasible,
        )

    def _list(self, key: str) -> Sequence[Any]:
        value = self.content.get(key)
        if not isinstance(value, list) or not value:
            raise ModelError(f'"{key}" is missing or empty; expected a list')
        return value

    def _check_owners(self, makers: Sequence[Mapping[str, Any]]) -> None:
        owned = [place for maker in makers for place in _own(maker)]
        for place in owned:
            if not isinstance(place, int) or not 0 <= place < len(self.ids):
                raise ModelError(f'option {place} of a decision maker is not in "options" (0 to {len(self.ids) - 1})')
        for place, option in enumerate(self.ids):
            if owned.count(place) != 1:
                raise ModelError(f'option {place} ("{option}") has {owned.count(place)} owners; expected one')

    def _maker(self, maker: Mapping[str, Any], numbered: Sequence[str]) -> DecisionMaker:
        name = str(maker.get("name", ""))
        options = tuple(self._option(place) for place in _own(maker))
        return DecisionMaker(name, options, self._preference(maker, name, numbered))

    def _option(self, place: int) -> Option:
        direction = self.options[place].get("permittedDirection", "both")
        if not isinstance(direction, str) or direction not in DIRECTIONS:
            raise ModelError(f'options[{place + 1}]: permittedDirection "{direction}"; expected both, fwd or back')
        return Option(self.ids[place], str(self.options[place].get("name", "")), DIRECTIONS[direction])

    def _preference(self, maker: Mapping[str, Any], name: str, numbered: Sequence[str]) -> Preference:
        manual = self.content.get("useManualPreferenceRanking", self.content.get("useManualPreferenceVectors", False))
        if manual:
            ranking = maker.get("preferenceRanking", maker.get("preferenceVector"))
            if not isinstance(ranking, list):
                raise ModelError(f'{name} has no "preferenceRanking"; expected a list of state numbers')
            return Ranking(tuple(_group(entry, name, numbered) for entry in ranking))
        conditions = _listed(maker, "preferences", name, [])
        return Statements(tuple(PreferenceStatement(self._condition(one, f"preferences of {name}, {place}"))
                                for place, one in enumerate(conditions, start=1)))  # fmt: skip

    def _condition(self, condition: object, place: str) -> Statement:
        if isinstance(condition, dict):
            members = condition.get("members")
            if not isinstance(members, list) or not members:
                raise ModelError(f'{place}: expected "members", a list of conditions')
            parts = [self._conjunction(member, place) for member in members]
            return parse(parts[0] if len(parts) == 1 else " or ".join(parts))
        return parse(self._conjunction(condition, place))

    def _conjunction(self, pairs: object, place: str) -> str:
        if not isinstance(pairs, list) or not pairs:
            raise ModelError(f'{place}: expected pairs of an option and "Y" or "N"')
        literals = []
        for pair in pairs:
            if not isinstance(pair, list) or len(pair) != 2 or pair[1] not in ("Y", "N"):
                raise ModelError(f'{place}: {pair}; expected a pair of an option and "Y" or "N"')
            if not isinstance(pair[0], int) or not 0 <= pair[0] < len(self.ids):
                raise ModelError(f'{place}: option {pair[0]} is not in "options" (0 to {len(self.ids) - 1})')
            literals.append(self.ids[pair[0]] if pair[1] == "Y" else f"not {self.ids[pair[0]]}")
        return " and ".join(literals)

    def _numbered(self, infeasible: tuple[Statement, ...], makers: Sequence[Mapping[str, Any]]) -> list[str]:
        """The feasible states in the order of the other tool, written in the order of our file."""
        ours = [place for maker in makers for place in _own(maker)]
        codes = feasible_combinations(self.ids, infeasible).tolist()
        return ["".join("Y" if code >> place & 1 else "N" for place in ours) for code in codes]


def _group(entry: object, name: str, numbered: Sequence[str]) -> tuple[str, ...]:
    group = []
    for number in entry if isinstance(entry, list) else [entry]:
        if not isinstance(number, int) or not 1 <= number <= len(numbered):
            raise ModelError(f"the ranking of {name} has state {number}; the feasible states are 1 to {len(numbered)}")
        group.append(numbered[number - 1])
    return tuple(group)


def _own(maker: Mapping[str, Any]) -> list[Any]:
    """The options of a decision maker, as the file has them."""
    return _listed(maker, "options", str(maker.get("name", "a decision maker")), None)


def _listed(table: Mapping[str, Any], key: str, place: str, missing: list[Any] | None) -> list[Any]:
    """A list of the file. ModelError where it is another value, or missing with nothing to stand for it."""
    value = table.get(key, missing)
    if not isinstance(value, list):
        found = "missing" if key not in table else f"{json.dumps(value)[:40]}"
        raise ModelError(f'{place}: "{key}" is {found}; expected a list')
    return value


def _table(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ModelError(f"{place}: expected an object in braces")
    return value


def _ids(names: Sequence[str]) -> list[str]:
    """Option ids from names: small letters and underscores, a number where two would be the same."""
    ids: list[str] = []
    for place, name in enumerate(names, start=1):
        plain = re.sub(r"\W+", "_", name.lower()).strip("_")
        stem = plain if is_option_id(plain) else f"option_{plain or place}"
        number = 2
        unique = stem
        while unique in ids:
            unique, number = f"{stem}_{number}", number + 1
        ids.append(unique)
    return ids

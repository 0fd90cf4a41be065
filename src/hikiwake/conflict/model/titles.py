"""What the options of a conflict are called, everywhere the same: by their titles.

Where decision makers have options of one title, each is told with its owner; several of these stand together once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.wording.moves import owned


@dataclass(frozen=True)
class Titles(Mapping[str, str]):
    """What each option is called, by id; ``plain`` its title alone, ``owners`` whose it is where that must be said."""

    plain: Mapping[str, str]
    owners: Mapping[str, str]

    def __getitem__(self, option: str) -> str:
        """What an option is called."""
        return owned(self.plain[option], [self.owners[option]] if option in self.owners else [])

    def __iter__(self) -> Iterator[str]:
        """The ids of the options."""
        return iter(self.plain)

    def __len__(self) -> int:
        """How many options there are."""
        return len(self.plain)

    def several(self, options: Iterable[str]) -> list[str]:
        """What some options are called, those of one title together, in the order in which the titles come first.

        >>> Titles({"a": "Sign", "b": "Sign", "c": "Arm"}, {"a": "Norland", "b": "Suderland"}).several("acb")
        ['Sign (Norland and Suderland)', 'Arm']
        """
        groups: dict[str, list[str]] = {}
        for option in options:
            groups.setdefault(self.plain[option], []).extend([self.owners[option]] if option in self.owners else [])
        return [owned(title, owners) for title, owners in groups.items()]


def titles(conflict: Conflict) -> Titles:
    """What the options of a conflict are called.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> sign, arm = (Option(f"{id_}_a", title) for id_, title in (("sign", "Sign"), ("arm", "Arm")))
    >>> dict(titles(Conflict((DecisionMaker("A", (sign, arm)), DecisionMaker("B", (Option("sign_b", "Sign"),))))))
    {'sign_a': 'Sign (A)', 'arm_a': 'Arm', 'sign_b': 'Sign (B)'}
    """
    plain = {option.id: option.title or option.id for option in conflict.options}
    times = Counter(plain.values())
    owners = {
        option.id: maker.name
        for maker in conflict.decision_makers
        for option in maker.options
        if times[plain[option.id]] > 1
    }
    return Titles(plain, owners)

"""How sure a proposal is: its trigger, whether parties and a time are told, what kind of sentence it stands in.

Two settings: ``recall`` proposes what may be one, for somebody who reviews it; ``precision`` what very likely is.
"""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.coding.acts.act import Act
from hikiwake.periods import Period

NO_SOURCE = 0.6
NO_TARGET = 0.85
DOMESTIC = 0.8
NO_TIME = 0.85
OWN_TIME = 1.1
QUESTION = 0.3  # for a sentence that asks
HEADING = 0.5  # for a line without an end mark and without a date
UNTIMED_PRESENT = 0.6


@dataclass(frozen=True, slots=True)
class Setting:
    """What is proposed: how sure an event must be, how many a sentence may have, how sure a statement must be."""

    name: str
    least: float
    most: int
    stated: float


SETTINGS = {"recall": Setting("recall", 0.12, 4, 0.0), "precision": Setting("precision", 0.37, 2, 0.6)}


def setting(name: str) -> Setting:
    """The setting of a name. Raises ``ValueError`` for an unknown one.

    >>> setting("precision").most
    2
    """
    if name not in SETTINGS:
        raise ValueError(f"{name!r} is no setting; settings are {' and '.join(SETTINGS)}")
    return SETTINGS[name]


def confidence(act: Act, period: Period | None, doubt: float = 1.0) -> float:
    """How sure an act is, between 0 and 1; ``doubt`` is the factor of the sentence it stands in."""
    sure = act.trust
    if not act.sources:
        sure *= NO_SOURCE
    if not act.targets:
        sure *= NO_TARGET
    elif act.sources == act.targets and len(act.sources) == 1:
        sure *= DOMESTIC
    own = period is not None and period.basis == "stated"
    sure *= OWN_TIME if own else 1.0 if period else NO_TIME
    dated = own or (period is not None and period.precision in ("day", "month"))
    if act.standing is not None and act.standing.form == "present" and not dated:
        sure *= UNTIMED_PRESENT
    return round(min(0.99, sure * doubt), 3)


def weights(types: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """The types of an act with their weights.

    >>> weights(("REJECT", "ACCUSE"))
    (('REJECT', 0.65), ('ACCUSE', 0.35))
    """
    if len(types) < 2:
        return tuple((name, 1.0) for name in types)
    return (types[0], 0.65), (types[1], 0.35)

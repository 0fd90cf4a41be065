"""An assumption and a scenario, as values; and an assumption as one line of text, as an address or a command has it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hikiwake.errors import ModelError

SUBJECTS = ("decision_maker", "option", "position", "actor")
KEYS: dict[tuple[str, str], tuple[str, ...]] = {  # by change and subject: what else is to be given
    ("drop", "decision_maker"): ("says",),
    ("flip", "decision_maker"): ("says",),
    ("move", "decision_maker"): ("says", "rank"),
    ("add", "decision_maker"): ("says",),
    ("take away", "option"): (),
    ("drop", "position"): (),
    ("flip", "position"): (),
    ("add", "actor"): ("verb", "on"),
}
CHANGES = tuple(dict.fromkeys(change for change, _ in KEYS))
FORMS = (
    "drop NAME: STATEMENT", "flip NAME: STATEMENT", "move NAME: STATEMENT to RANK", "add NAME: STATEMENT",
    "add NAME: STATEMENT to RANK", "take away OPTION", "drop position ID", "flip position ID",
    "add position ACTOR VERB FORMULA",
)  # fmt: skip
_RANKED = re.compile(r"(?P<says>.*\S)\s+to\s+(?P<rank>\d{1,4})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing that is otherwise. Which fields it has depends on what it is about: ``KEYS`` says which.

    rank: of a statement that is moved or added, from 1; 0 for an added one means after everything else
    """

    change: str
    decision_maker: str = ""
    says: str = ""
    rank: int = 0
    option: str = ""
    position: str = ""
    actor: str = ""
    verb: str = ""
    on: str = ""

    @property
    def subject(self) -> str:
        """What it is about: the name of the first field of these that it has; "" for none."""
        return next((name for name in SUBJECTS if getattr(self, name)), "")

    @property
    def text(self) -> str:
        """The assumption as one line, which ``assumption`` reads again.

        >>> Assumption("move", decision_maker="Norland", says="not talk", rank=2).text
        'move Norland: not talk to 2'
        """
        match self.subject:
            case "decision_maker":
                place = f" to {self.rank}" if self.rank else ""
                return f"{self.change} {self.decision_maker}: {self.says}{place}"
            case "option":
                return f"{self.change} {self.option}"
            case "position":
                return f"{self.change} position {self.position}"
        return f"{self.change} position {self.actor} {self.verb} {self.on}"


@dataclass(frozen=True, slots=True)
class Scenario:
    """Assumptions about one era, under a name. ``reading`` is a variant of its model, "" the model's own.

    model: the name of the model, where the era has several; note: why anybody should assume it
    """

    name: str
    title: str
    era: str
    assume: tuple[Assumption, ...]
    reading: str = ""
    model: str = ""
    note: str = ""


def assumption(text: str) -> Assumption:
    """An assumption from one line of text, as ``Assumption.text`` gives it. Raises ``ModelError`` for any other.

    >>> assumption("drop Norland: not talk")
    Assumption(change='drop', decision_maker='Norland', says='not talk', rank=0, option='', position='', actor='', \
verb='', on='')
    >>> assumption("add position NOR accepts half").on
    'half'
    """
    line = " ".join(text.split())
    change = next((each for each in CHANGES if line.startswith(f"{each} ")), "")
    rest = line.removeprefix(change).strip()
    name, colon, says = (part.strip() for part in rest.partition(":"))
    if colon and name and says and (change, "decision_maker") in KEYS:
        ranked = _RANKED.fullmatch(says) if change in ("move", "add") else None
        if ranked:
            return Assumption(change, decision_maker=name, says=ranked["says"], rank=int(ranked["rank"]))
        if change != "move":
            return Assumption(change, decision_maker=name, says=says)
    words = rest.split()
    match change, words:
        case "take away", [option]:
            return Assumption(change, option=option)
        case "drop" | "flip", ["position", id_]:
            return Assumption(change, position=id_)
        case "add", ["position", actor, verb, on]:
            return Assumption(change, actor=actor, verb=verb, on=on)
    raise ModelError(f'"{text}" is no assumption; expected one of: {"; ".join(FORMS)}')

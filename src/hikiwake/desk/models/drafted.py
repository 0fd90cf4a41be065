"""A first draft of a model from the record, as a form, with what is open about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.desk.models.sheet import Sheet, sheet_of
from hikiwake.dossier import Dossier
from hikiwake.modelling.drafting import draft
from hikiwake.storage.names import sameness


@dataclass(frozen=True, slots=True)
class Open:
    """What is open about a draft: what the record does not say, of what no wish was made, what may exclude what."""

    sentences: tuple[str, ...] = ()
    no_wishes: tuple[str, ...] = ()
    exclusive: tuple[str, ...] = ()


NOTHING_OPEN = Open()


def drafted(dossier: Dossier, era: str, makers: Sequence[str]) -> tuple[Sheet, Open]:
    """A draft of the model of an era. Raises ``ModelError`` for an era or an actor that the case does not have."""
    found = draft(dossier, era, makers)
    taken = {sameness(name) for name, _ in dossier.conflicts}
    names = (era, *(f"{era}-{number}" for number in range(2, len(taken) + 3)))
    name = next(each for each in names if sameness(each) not in taken)
    pairs = tuple(f"{first} and {second}" for first, second in found.exclusive)
    text = found.text.partition("\n\n")[2]  # without what the file tells whoever edits it by hand: the form tells it
    return sheet_of(text, name=name), Open(tuple(found.sentences), found.no_wishes, pairs)

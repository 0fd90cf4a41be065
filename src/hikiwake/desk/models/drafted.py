"""A first draft of a model from the record, as a form, with what is open about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.desk.models.sheet import Sheet, sheet_of
from hikiwake.dossier import Dossier
from hikiwake.modelling.drafting import draft
from hikiwake.storage.names import free_name


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
    name = free_name(era, [each for each, _ in dossier.conflicts])
    pairs = tuple(f"{first} and {second}" for first, second in found.exclusive)
    text = found.text.partition("\n\n")[2]  # without what the file tells whoever edits it by hand: the form tells it
    return sheet_of(text, name=name), Open(tuple(found.sentences), found.no_wishes, pairs)

"""What a proposal would become, in parts: each in plain words, with the code that stands for it in the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hikiwake.desk.editing.fields import fields_proposed
from hikiwake.desk.review.editing import filled
from hikiwake.dossier import Dossier
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.wording.desk import proposed as wording
from hikiwake.wording.desk.editing import labelled
from hikiwake.wording.phrases import dated
from hikiwake.workbench import Proposal

APART = ("period", "basis", "attributed_to")  # what is told of every kind in the same way, at the end


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its words, the code for it where that is another word, what it is of, and what it means."""

    words: str
    code: str = ""
    label: str = ""
    meaning: str = ""


def becoming(dossier: Dossier, proposal: Proposal) -> tuple[Part, ...]:
    """What a proposal would become."""
    if proposal.kind == "merge":
        return (Part(wording.MERGED, dict(proposal.cells).get("of", "").replace(";", ", ")),)
    own = _act(dossier, proposal) if proposal.kind == "event" else _cells(dossier, proposal)
    return tuple(part for part in (*own, *_told(dossier, proposal)) if part.words)


def _act(dossier: Dossier, proposal: Proposal) -> Iterator[Part]:
    """An act: what, by whom to whom, whether it happened, and further cells."""
    yield type_part(proposal.type)
    names = _names(dossier)
    sides = [proposal.sources, *([proposal.targets] if proposal.targets else [])]
    words = " → ".join(", ".join(map(names, side)) or wording.NOBODY for side in sides)
    yield Part(words, " → ".join(", ".join(side) or "?" for side in sides) if any(sides) else "")
    yield Part(wording.HAPPENED.get(proposal.happened, proposal.happened))
    yield Part(proposal.mode, label=labelled("mode"))
    for name, value in proposal.cells:
        yield Part(value, label=labelled(name))


def type_part(type_: str) -> Part:
    """A type of act by its title, with its code."""
    known = event_types().get(type_)
    return Part(known.title, type_, meaning=known.meaning) if known else Part(type_ or "an act")


def _cells(dossier: Dossier, proposal: Proposal) -> Iterator[Part]:
    """The cells of a proposal that is no act, each with what it names called as in the case."""
    values = {name: value for name, value in filled(proposal).items() if value and name not in APART}
    names = _names(dossier)
    for field in fields_proposed(dossier, f"{proposal.kind}s", values):
        titles = {**dict(field.options), **dict(field.known)}
        ids = [each.strip() for each in field.value.split(";")] if field.known else [field.value]
        words = ", ".join(names(id_) if field.name == "actor" else titles.get(id_) or id_ for id_ in ids)
        alike = words.casefold() == field.value.replace("_", " ").casefold()
        yield Part(words, "" if alike else field.value, field.label)


def _told(dossier: Dossier, proposal: Proposal) -> Iterator[Part]:
    """When, and by whom it is told."""
    when = dated(proposal.period) if proposal.period else wording.NO_TIME
    yield Part(when, meaning=wording.BASIS.get(proposal.period.basis, "") if proposal.period else "")
    yield Part(_names(dossier)(proposal.attributed_to), label=labelled("attributed_to"))


def _names(dossier: Dossier) -> Callable[[str], str]:
    """What actors are called, by id: as in the case, else as in the vocabulary, else as the id reads."""
    known = {row.id: row.names[0] for row in actor_rows() if row.names}

    def name(id_: str) -> str:
        if id_ in dossier.actor:
            return dossier.actor[id_].name()
        whole, _, part = id_.partition("/")
        return f"{known[whole]}, {part}" if part and whole in known else known.get(id_, id_)

    return name

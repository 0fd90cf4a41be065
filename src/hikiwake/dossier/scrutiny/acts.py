"""Acts that are none between parties: a type where nobody is named towards whom something was done.

A type says what one party does to another. What a state does at home, or towards nobody that is told, is an event
without a type; a mutual act has all who take part on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.scrutiny.remark import Remark


def towards_nobody(dossier: Dossier) -> Iterator[Remark]:
    """Events and mentions that have a type and no target; a mention without one has its event's."""
    for event in dossier.events:
        if event.type and not event.targets:
            yield _remark("events", event.id, event.type)
        for mention in event.mentions:
            if mention.type and not (mention.targets or event.targets):
                yield _remark("mentions", mention.id, mention.type)


def _remark(kind: str, id_: str, type_: str) -> Remark:
    return Remark(kind, id_, "type", type_, "none, or in targets the party towards whom it was done")

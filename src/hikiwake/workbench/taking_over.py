"""What accepting a proposal makes of the case, and of the other proposals that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from hikiwake.dossier import Dossier
from hikiwake.workbench.accepting import accepted
from hikiwake.workbench.commands import Turn
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.uniting import united


def taken_over(
    dossier: Dossier, each: Kept, texts: Callable[[Iterable[str]], Mapping[str, str]], proposal: Callable[[str], Kept]
) -> tuple[Dossier, str, list[Turn]]:
    """The case with one proposal accepted, the entry's id, and what becomes of the proposals that a merge names."""
    if each.proposal.kind != "merge":
        return *accepted(dossier, each, _texts(each, texts)), []
    turns, events = [], list[str]()
    for id_ in dict(each.proposal.cells).get("of", "").split(";"):
        part = proposal(id_.strip())
        if part.status == "accepted":
            events.append(part.entry)
        elif part.status == "open":
            dossier, entry = accepted(dossier, part, _texts(part, texts))
            events.append(entry)
            turns.append(Turn(part, replace(part, status="accepted", entry=entry)))
    dossier, first = united(dossier, events)
    return dossier, first, turns


def _texts(kept: Kept, texts: Callable[[Iterable[str]], Mapping[str, str]]) -> Mapping[str, str]:
    """The texts of the documents that a proposal has passages in."""
    return texts(span.document for span in kept.proposal.passages)

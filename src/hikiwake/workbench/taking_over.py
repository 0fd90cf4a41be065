"""What accepting a proposal makes of the case, and of the other proposals that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from hikiwake.dossier import Dossier, Mention
from hikiwake.errors import CaseError
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
    ids = [id_.strip() for id_ in dict(each.proposal.cells).get("of", "").split(";")]
    return joined_into_one(dossier, ids, [proposal(id_) for id_ in ids], texts)


def joined_into_one(
    dossier: Dossier, ids: Iterable[str], parts: Iterable[Kept], texts: Callable[[Iterable[str]], Mapping[str, str]]
) -> tuple[Dossier, str, list[Turn]]:
    """The case with proposals and events made one event, the first named; its id, and what becomes of the proposals."""
    by_id, events = {part.id: part for part in parts}, list[str]()
    for id_ in ids:
        part = next((each for full, each in by_id.items() if full.startswith(id_)), None)
        if part is None or part.status == "accepted":
            events.append(_event_of(dossier, part.entry if part else id_))
        elif part.status == "open":
            dossier, entry = accepted(dossier, part, _texts(part, texts))
            events.append(entry)
        else:
            raise CaseError(f"proposal {part.id}: {part.status}; a merge takes what is open or accepted")
    dossier, first = united(dossier, events)
    return dossier, first, [Turn(part, replace(part, status="accepted", entry=first)) for part in by_id.values()]


def _event_of(dossier: Dossier, entry: str) -> str:
    """The event that an entry is, or is a mention of."""
    found = dossier.by_id.get(entry)
    if found is None:
        raise CaseError(f"{entry}: not in the case any more; `hikiwake read` takes in what was changed by hand")
    return found.event if isinstance(found, Mention) else entry


def _texts(kept: Kept, texts: Callable[[Iterable[str]], Mapping[str, str]]) -> Mapping[str, str]:
    """The texts of the documents that a proposal has passages in."""
    return texts(span.document for span in kept.proposal.passages)

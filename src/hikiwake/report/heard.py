"""Who is heard: from which states the documents speak, and which party is told of by others only."""

from __future__ import annotations

from hikiwake.report.grounds import Grounds
from hikiwake.wording import page as wording


def sentences(grounds: Grounds) -> list[str]:
    """Who speaks, from which states, and which party is heard only through others."""
    dossier = grounds.dossier
    counts: dict[str, int] = {}
    for document in dossier.documents:
        counts[document.voice] = counts.get(document.voice, 0) + 1
    ordered = sorted(counts.items(), key=lambda each: -each[1])
    states = [(grounds.names.actor(state) if state else "", count) for state, count in ordered]
    sides = [grounds.names.actor(side) for side in dossier.case.sides]
    said = wording.voices(states, sides, len(dossier.documents))
    heard = {name for name, _ in states}
    unheard = [side for side in sides if side not in heard] if dossier.documents and all(heard) else []
    return [*said, wording.seen_as(unheard)]

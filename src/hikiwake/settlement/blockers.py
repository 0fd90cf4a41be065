"""What blocks a settlement at a state: who would not sign it, who would leave it, and for the sake of what.

Each blocker is a statement of a decision maker with its grounds. A party *refuses* the state if it prefers the status
quo: the statement is the one that decides between the two. A decision maker *leaves* it if it gains by a move
of its own and is not deterred: the statements are those for which such moves pay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hikiwake.conflict.explaining.comparisons import Decided, compare
from hikiwake.conflict.explaining.why import why
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.stability import Stability
from hikiwake.dossier import Dossier
from hikiwake.modelling.grounds import as_seen_by
from hikiwake.settlement.signing import Signing

Way = Literal["refuses", "leaves"]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A statement for which a decision maker refuses a state or leaves it.

    statement: "" where the preference is not put in statements
    as_seen_by: the voices of the documents, where none of them is the decision maker's own; voices: their names
    """

    decision_maker: str
    way: Way
    statement: str
    grounds: tuple[str, ...]
    as_seen_by: tuple[str, ...]
    voices: tuple[str, ...]


def blockers(
    dossier: Dossier, stability: Stability, signing: Signing, state: int, concept: Concept
) -> tuple[Blocker, ...]:
    """What blocks a state (index): refusals first, then leavers; each statement once per decision maker."""
    found = [*_refusals(dossier, stability, signing, state), *_leavers(dossier, stability, state, concept)]
    first = {(one.decision_maker, one.statement): one for one in reversed(found)}
    return tuple(one for one in found if first[one.decision_maker, one.statement] is one)


def _refusals(dossier: Dossier, stability: Stability, signing: Signing, state: int) -> Iterator[Blocker]:
    preferences = [maker.preference for maker in stability.conflict.decision_makers]
    for maker, ranks in enumerate(stability.ranks):
        if signing.parties[maker, state] and ranks[state] < ranks[signing.start]:
            decided = compare(stability.states, preferences, maker, state, signing.start)
            yield _blocker(dossier, stability, decided, "refuses")


def _leavers(dossier: Dossier, stability: Stability, state: int, concept: Concept) -> Iterator[Blocker]:
    if stability.everywhere(concept)[state]:
        return
    for reason in why(stability.conflict, state + 1, concept).reasons:
        for temptation in reason.temptations:
            if temptation.sanction is None:
                yield _blocker(dossier, stability, temptation.decided, "leaves")


def _blocker(dossier: Dossier, stability: Stability, decided: Decided, way: Way) -> Blocker:
    maker = stability.conflict.decision_makers[decided.decision_maker]
    seen = [as_seen_by(dossier, one, maker.actor) for one in decided.grounds if one in dossier.by_id]
    others = tuple(sorted({voice for voices in seen for voice in voices})) if all(seen) else ()
    says = decided.statement.says.text if decided.statement else ""
    names = tuple(dossier.actor[one].name() if one in dossier.actor else one for one in others)
    return Blocker(maker.name, way, says, decided.grounds, others, names)

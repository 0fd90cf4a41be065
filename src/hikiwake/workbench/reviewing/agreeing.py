"""How far two coders agree: Krippendorff's alpha on where something is coded, and on what it is coded as.

Types and statuses differ or not (nominal); sets of actors differ by their Jaccard distance; for spans the units are the
sentences, each coded or not. ``alpha.py`` has the definition.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hikiwake.documents.segmentation import Sentence, sentences
from hikiwake.errors import CaseError
from hikiwake.wording.terminal.near import near_or_some
from hikiwake.workbench.commands import Turn
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.reviewing.alpha import Agreement, Pair, agreed, jaccard
from hikiwake.workbench.rows.beside import FROM, verdict_in
from hikiwake.workbench.rows.bodies import proposal_of
from hikiwake.workbench.workbench import Workbench


def agreement(workbench: Workbench, one: str, two: str) -> tuple[Agreement, ...]:
    """How far two coders, or two persons in what they accepted, agree on the documents that both have coded.

    Raises ``CaseError`` for a name under which nothing was proposed or accepted.
    """
    first, second = coded_by(workbench, one), coded_by(workbench, two)
    shared = {each.proposal.document for each in first} & {each.proposal.document for each in second}
    mine, theirs = ([each for each in coded if each.proposal.document in shared] for coded in (first, second))
    matched = _matched(mine, theirs)
    texts = {text.id: text.text for text in workbench.texts if text.id in shared}
    spans = [pair for id_, text in texts.items() for pair in _coded(text, id_, mine, theirs)]
    return (
        agreed("spans", spans),
        agreed("type", [(a.proposal.type, b.proposal.type) for a, b in matched]),
        agreed("status", [(a.proposal.happened, b.proposal.happened) for a, b in matched]),
        agreed("actors", [(_actors(a), _actors(b)) for a, b in matched], jaccard),
    )


def coded_by(workbench: Workbench, name: str) -> list[Kept]:
    """The events that a coder proposed, or that a second coder or else a person accepted.

    Raises ``CaseError`` where there are none.
    """
    every = workbench.proposals(kind="event")
    made = [each for each in every if not any(part[0] == FROM for part in each.beside)]
    own = [each for each in made if name in each.coder.split("; ") and each.status != "rejected"]
    if own or (own := [*_accepted_blind(made, name)]):
        return own
    lines = [line for line in workbench.log if line.who == name and line.state == "done"]
    ids = {turn.after.id for line in lines for turn in line.turns if _accepts(turn)}
    if accepted := [each for each in every if each.id in ids and each.status == "accepted"]:
        return accepted
    names = sorted(
        {name for each in every for name in each.coder.split("; ")} | {line.who for line in workbench.log if line.turns}
    )
    raise CaseError(f"{name!r}: nobody of that name proposed or accepted an event{near_or_some(name, names)}")


def _accepts(turn: Turn) -> bool:
    """Whether a proposal became an entry; a memo or a second reading leaves it as it was."""
    return turn.after.status == "accepted" and (turn.before.status, turn.before.entry) != ("accepted", turn.after.entry)


def _accepted_blind(every: Iterable[Kept], name: str) -> Iterator[Kept]:
    """What a second coder accepted, as that coder has it."""
    for each in every:
        verdict = verdict_in(each.beside, name)
        if verdict and verdict.status == "accepted":
            yield replace(each, proposal=replace(proposal_of(verdict.body), passages=each.proposal.passages))


def _actors(kept: Kept) -> frozenset[str]:
    return frozenset((*kept.proposal.sources, *kept.proposal.targets))


def _matched(mine: Iterable[Kept], theirs: Iterable[Kept]) -> list[tuple[Kept, Kept]]:
    """Events of both whose passages overlap most, each used once."""
    other: dict[str, list[Kept]] = {}
    for each in theirs:
        other.setdefault(each.proposal.document, []).append(each)
    found = []
    for each in mine:
        near = other.get(each.proposal.document, [])
        best = max(near, key=lambda one: _shared(each, one), default=None)
        if best is not None and _shared(each, best):
            found.append((each, best))
            near.remove(best)
    return found


def _shared(one: Kept, other: Kept) -> int:
    """How many characters the first passages of two proposals of one document share."""
    a, b = one.proposal.passages[0], other.proposal.passages[0]
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _coded(text: str, document: str, mine: list[Kept], theirs: list[Kept]) -> list[Pair]:
    """For each sentence of a text whether one and whether the other has coded something in it."""
    places = sentences(text)
    ends = [each.end for each in places]
    coded: list[set[int]] = []
    for own in (mine, theirs):
        spans = [each.proposal.passages[0] for each in own if each.proposal.document == document]
        firsts = [(bisect_right(ends, span.start), span.end) for span in spans]
        coded.append({n for first, end in firsts for n in _until(places, first, end)})
    return [(number in coded[0], number in coded[1]) for number in range(len(places))]


def _until(places: Sequence[Sentence], first: int, end: int) -> Iterator[int]:
    """The numbers of the sentences from one on that begin before an end."""
    while first < len(places) and places[first].start < end:
        yield first
        first += 1

"""Every statement of a text as a proposal: claims, positions, drivers and readings, each with its grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.coding.actors import Named
from hikiwake.coding.statements.claims import Claim, claims
from hikiwake.coding.statements.positions import Found, position
from hikiwake.coding.statements.sentence import Sentence, read
from hikiwake.coding.statements.skipping import kinds
from hikiwake.coding.times import Dated, period_of
from hikiwake.documents.segmentation import blocks, sentences
from hikiwake.periods import Period
from hikiwake.workbench import Proposal, Span

SHORTEST = 25  # characters of a sentence


def propose(
    document: str, text: str, written: Period | None, named: Sequence[Named], dated: Sequence[Dated]
) -> tuple[Proposal, ...]:
    """What a text states, in order; ``named`` and ``dated`` are its actors and times, ``written`` when it was written."""
    told = tuple(dated)
    return tuple(
        proposal for sentence in _sentences(text, named, told) for proposal in _of(document, sentence, written, told)
    )


def _sentences(text: str, named: Sequence[Named], dated: Sequence[Dated]) -> Iterator[Sentence]:
    """The sentences that state something of their own."""
    sorts = kinds(text, blocks(text))
    for each in sentences(text):
        if sorts[each.block] == "prose" and each.end - each.start >= SHORTEST:
            yield read(text, each.start, each.end, named, dated)


def _of(document: str, sentence: Sentence, written: Period | None, dated: tuple[Dated, ...]) -> Iterator[Proposal]:
    if found := position(sentence):
        yield _position(document, sentence, found, written, dated)
    for claim in claims(sentence):
        yield _claim(document, sentence, claim, dated)


def _position(
    document: str, sentence: Sentence, found: Found, written: Period | None, dated: tuple[Dated, ...]
) -> Proposal:
    place = sentence.places[found.hit.first]
    cue = found.hit.cue
    period = period_of(sentence.text, sentence.start, sentence.end, dated, place) or written
    actors = found.actor.actors if found.actor else ()
    cells = {"actor": ";".join(actors), "verb": found.verb, "stance": found.stance, "strength": cue.strength, "kind": cue.kind}
    why = {"rule": f"position by {cue.shape}", "trigger": " ".join(cue.words), "roles": _roles(sentence, found.actor)}
    why |= {"date": period.basis if period else "none", "status": "negated" if found.negated else "stated"}
    if found.further:
        why["further cues"] = ", ".join(found.further)
    return Proposal(
        "position", (Span(document, *sentence.passage(place)),), sources=actors, period=period,
        confidence=found.confidence, cells=tuple(cells.items()), why=tuple(why.items()),
    )  # fmt: skip


def _claim(document: str, sentence: Sentence, claim: Claim, dated: tuple[Dated, ...]) -> Proposal:
    figure = claim.figure
    period = period_of(sentence.text, sentence.start, sentence.end, dated, figure.start)
    cells = {
        "subject": claim.subject, "measure": claim.measure, "comparator": figure.comparator, "value": figure.value,
        "unit": figure.unit, "kind": claim.kind, "summary": claim.summary,
    }  # fmt: skip
    why = {"rule": f"claim by {figure.sort}", "trigger": sentence.text[figure.start : figure.end]}
    why |= {"roles": f"subject {claim.subject}", "date": period.basis if period else "none", "status": claim.kind}
    return Proposal(
        "claim", (Span(document, *sentence.passage(figure.start)),), period=period, confidence=figure.weight,
        cells=tuple(cells.items()), why=tuple(why.items()),
    )  # fmt: skip


def _roles(sentence: Sentence, actor: Named | None) -> str:
    return f"actor “{sentence.text[actor.start : actor.end]}” ({actor.how})" if actor else "no actor named"

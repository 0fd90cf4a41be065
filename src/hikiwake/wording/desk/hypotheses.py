"""What the desk says where competing hypotheses are weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hikiwake.wording.clauses.hypotheses import CELLS, quoted
from hikiwake.wording.phrases import listed, tally

MARK_FIRST = "a reason belongs to a mark: choose one from CC to II with it; nothing was changed"
TWO_NEEDED = "give a title, and two hypotheses or more, each on a line of its own; nothing was made"
NOTHING_CHOSEN = "choose an entry, or write what the evidence says and who says so; nothing was added"
SAY_BOTH = "write what the evidence says and its source, in a few words each; nothing was added"
HOW_TO_MARK = (
    "Mark how consistent each piece of evidence is with each hypothesis: CC very consistent, C consistent, N neutral, "
    "I inconsistent, II very inconsistent. Only inconsistency counts."
)
OWN_FIRST = "Judge by yourself first: what others marked is shown when you ask for it."
_FIELDS = {
    "title": "the title", "question": "the question", "note": "the note", "text": "what it says",
    "readings": "the answers that say so", "reason": "the reason", "cell": "the mark", "credibility": "credibility",
    "relevance": "relevance", "evidence-text": "what it says", "evidence-source": "the source",
    "evidence-note": "the note", "evidence-credibility": "credibility", "evidence-relevance": "relevance",
}  # fmt: skip


def holds(hypotheses: int, evidence: int, analysts: Sequence[str]) -> str:
    """What an analysis holds.

    >>> holds(1, 3, ["ann", "bob"]), holds(2, 1, [])
    ('1 hypothesis, 3 pieces of evidence, judged by ann and bob', '2 hypotheses, 1 piece of evidence, not judged yet')
    """
    one = "1 hypothesis" if hypotheses == 1 else f"{hypotheses} hypotheses"
    pieces = "1 piece of evidence" if evidence == 1 else f"{evidence} pieces of evidence"
    return f"{one}, {pieces}, {f'judged by {listed(analysts)}' if analysts else 'not judged yet'}"


def leading(first: Sequence[str]) -> str:
    """What comes first by one's own marks; nothing where nothing is marked.

    >>> leading(["North"]), leading([])
    ('By your marks “North” is least inconsistent.', '')
    """
    if not first:
        return ""
    return f"By your marks {quoted(first)} {'is' if len(first) == 1 else 'are'} least inconsistent."


def unmarked(count: int, of: int) -> str:
    """How much is still to be marked.

    >>> unmarked(2, 6), unmarked(0, 6)
    ('2 of 6 cells are not marked.', 'All 6 cells are marked.')
    """
    if not count:
        return f"All {of} cells are marked." if of else "There is nothing to mark yet."
    return f"{count} of {tally(of, 'cell')} {'is' if count == 1 else 'are'} not marked."


def labelled(field: str) -> str:
    """What a field of an analysis is called.

    >>> labelled("cell"), labelled("evidence-relevance")
    ('the mark', 'relevance')
    """
    return _FIELDS.get(field, field)


def steps_apart(cells: Mapping[str, str], steps: int) -> str:
    """How analysts judge one cell, and how far they lie apart.

    >>> steps_apart({"ann": "C", "bob": "I"}, 2)
    'ann consistent, bob inconsistent: 2 steps apart'
    """
    told = ", ".join(f"{who} {CELLS[cell]}" for who, cell in cells.items())
    return f"{told}: {tally(steps, 'step')} apart"

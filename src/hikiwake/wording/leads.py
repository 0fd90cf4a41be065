"""The sentence under the heading of a section: what it shows, and how it is to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hikiwake.wording.clauses.method import REAL
from hikiwake.wording.phrases import counted, listed, number, plural, sentence, tally

LEADS = {
    "doubts": (
        "Nothing is corrected silently: the entry stays as its document has it, and the doubt stands "
        "beside it with the reason."
    ),
    "findings": (
        "Sentences that a program made from the entries of the record. Each opens what it stands on, down "
        "to the passages."
    ),
    "formulas": (
        "Each way to settle, or step towards one, with who proposed it (blue) and who refused it (orange), era by era."
    ),
    "places": ("Every place has the names that each side gives it; you choose whose stand first."),
    "positions": (
        "Each mark is one position that a document reports. Blue wants it, orange refuses it, grey weighs "
        "or conditions it; the larger, the firmer; the shape says on what evidence."
    ),
    "surveys": ("Answers in percent, as the documents give them; every part of a bar opens its source."),
    "turning": (
        "What each document names as a turn for the better or the worse, and what it denies to be one. "
        "Hatched: the document was written before it happened."
    ),
}


def lead(section: str) -> str:
    """What a section shows that is the same in every case; nothing for one whose opening depends on the case.

    >>> lead("surveys")
    'Answers in percent, as the documents give them; every part of a bar opens its source.'
    """
    return LEADS.get(section, "")


def disagreements(counts: Sequence[str], points: int) -> str:
    """How many disagreements there are, as sentences, what is real and what apparent, and what the editor doubts.

    Several doubts may be about one point, and one that is about a disagreement is told with that.
    """
    noted = f"{tally(points, 'point')} that the editor doubts {'is' if points == 1 else 'are'} listed apart."
    noted = noted if points else ""
    return " ".join(filter(None, [*counts, REAL, noted]))


def drivers(links: int, rivals: int) -> str:
    """How many links are argued, on how many of them with rival signs, and what the signs say.

    >>> drivers(2, 0)[:42]
    '2 argued links between causes and effects.'
    """
    rival = f"; on {number(rivals)} of them the arguments point in opposite ways" if rivals else ""
    return (
        f"{tally(links, 'argued link')} between causes and effects{rival}. Plus: more of the cause makes more of the "
        "effect. Minus: more makes less. Zero: argued to have no effect."
    )


def models(sides: Sequence[str], opening: str) -> str:
    """What the models answer; ``opening`` says how many there are."""
    return (
        "Models play out what each side can do and wants, by the record. Could "
        f"{listed(sides)} have signed each way to settle, and would it then have held? {opening}"
    )


def record(counts: str) -> str:
    """What the table of the record holds, and what a line of it opens.

    >>> record("2 events and one cause")
    '2 events and one cause. Each line opens what it stands on, down to the passages.'
    """
    return f"{counts[:1].upper()}{counts[1:]}. Each line opens what it stands on, down to the passages."


def readings(counts: str) -> str:
    """How many questions have rival answers, and how the answers stand."""
    return f"{counts} Answers that agree stand together; the page does not choose between them."


def about(sort: str) -> str:
    """The heading of the disagreements about one sort of thing."""
    return _ABOUT[sort]


def about_rest(sort: str) -> str:
    """The heading of those about one sort of thing that are only apparent, or lie inside one document.

    >>> about_rest("measure")
    'Figures that differ: apparent, or inside one document'
    """
    return f"{_ABOUT[sort]}: apparent, or inside one document"


def kind(word: str) -> str:
    """What a kind of disagreement is called.

    >>> kind("different_period")
    'difference of period'
    """
    return _KINDS[word]


def counts(total: int, real: int, across: int, kinds: Mapping[str, int]) -> list[str]:
    """How many disagreements there are: real and apparent, between and inside documents, by kind.

    >>> counts(3, 2, 1, {"contradiction": 2, "different_period": 1})[0]
    'There are three disagreements: two real and one only apparent; one between documents and two inside one document.'
    """
    are = "is" if total == 1 else "are"
    parts = [f"{number(real)} real and {number(total - real)} only apparent"]
    parts.append(f"{number(across)} between documents and {number(total - across)} inside one document")
    told = [counted(kinds[word], *_forms(noun)) for word, noun in _KINDS.items() if kinds.get(word)]
    return [
        sentence(f"there {are} {counted(total, 'disagreement')}: {'; '.join(parts)}"),
        sentence(f"among them {listed(told)}") if len(told) > 1 else sentence(f"by kind: {listed(told)}"),
    ]


def _forms(noun: str) -> tuple[str, str]:
    """A noun that may go on after its head, singular and plural."""
    if noun.startswith(("difference of", "statement in")):
        head, _, rest = noun.partition(" ")
        return noun, f"{plural(head)} {rest}"
    return noun, plural(noun)


def against(brief: Sequence[str]) -> str:
    """Short things that clash.

    >>> against(["nine", "ten"])
    'nine ↔ ten'
    """
    return " ↔ ".join(brief)


def answers_given(count: int) -> str:
    """How many answers there are.

    >>> answers_given(2)
    'two answers'
    """
    return counted(count, "answer")


_ABOUT = {
    "event": "Events told differently",
    "measure": "Figures that differ",
    "question": "Questions with rival answers",
    "answers": "Questions that one document answers in two ways",
    "turn": "Turns judged differently",
    "actor": "What an actor wanted",
    "argument": "Causes with rival effects",
    "table": "Tables that do not add up",
    "words": "Words chosen differently",
    "odds": "The editor’s doubts: statements that a passage speaks against",
    "doubt": "The editor’s doubts: statements in error or uncertain",
}
_KINDS = {
    "contradiction": "contradiction",
    "different_period": "difference of period",
    "different_precision": "difference of precision",
    "interpretation": "rival interpretation",
    "tension": "tension",
    "wording": "difference of words",
    "factual_error": "statement in error",
    "uncertain": "uncertain statement",
}


def compare(one: str, other: str) -> str:
    """Two things that an editor may compare.

    >>> compare("Nine met.", "Ten met.")
    'Compare “Nine met” with “Ten met”.'
    """
    return f"Compare “{one.rstrip('.')}” with “{other.rstrip('.')}”."

"""The sentence under the heading of a section: what it shows, and how it is to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from hikiwake.wording.phrases import counted, listed, number, plural, sentence, tally

LEADS = {
    "blocking": (
        "For each era: what both sides of the first scale would accept, and who stands in the way of it by the model "
        "of that era. Each sentence opens its grounds."
    ),
    "models": (
        "Era by era the outcomes that hold, how they could come about, why each holds or does not, and what "
        "everybody wants."
    ),
    "findings": (
        "Sentences that a program made from the entries of the record. Each opens what it stands on, down "
        "to the passages."
    ),
    "formulas": (
        "Each way to settle, or step towards one, with who proposed it (blue) and who refused it (orange), era by era."
    ),
    "places": (
        "Every place has the names that each side gives it; you choose whose stand first, and the formula whose "
        "transfer is marked."
    ),
    "positions": (
        "Each mark is one position that a document reports. Blue wants it, orange refuses it, grey weighs "
        "or conditions it; the larger, the firmer; the shape says on what evidence."
    ),
    "relation": (
        "An act of several counts between each two of them. Each act has a score by its type, −10 to +10; a dot is "
        "what the acts of a year come to, the line through it where nine of ten resamples of documents and acts have "
        "it. Years without a dot are silent."
    ),
    "surveys": ("Answers in percent, as the documents give them; every part of a bar opens its source."),
    "turning": (
        "What each document names as a turn for the better or the worse, and what it denies to be one. "
        "Hatched: the document was written before it happened."
    ),
}


_SWITCHES = (
    "Each switch makes one assumption: the least change in what somebody wants after which a settlement would be "
    "agreed. What would then be said was computed beforehand, for each assumption by itself; it stands in a dashed "
    "frame, here and in the table below, and the verdicts of the record stay as they are."
)
_NO_SWITCH = "What would have to change before a settlement would be agreed, by the model of each era."


def lead(section: str) -> str:
    """What a section shows that is the same in every case; nothing for one whose opening depends on the case.

    >>> lead("surveys")
    'Answers in percent, as the documents give them; every part of a bar opens its source.'
    """
    return LEADS.get(section, "")


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


def changing(switches: int) -> str:
    """What would have to change, by the models of a case; and how its switches are read, where it has any.

    >>> changing(0)
    'What would have to change before a settlement would be agreed, by the model of each era.'
    """
    return _SWITCHES if switches else _NO_SWITCH


def driver(sign: str, summary: str, kind: str) -> str:
    """What the sign of an argued cause says by itself.

    >>> driver("+", "Trade builds trust.", "expected")
    '+ Trade builds trust. (expected)'
    """
    return f"{sign} {summary}" + (f" ({kind})" if kind else "")


def loose(kinds: Set[str]) -> str:
    """Of what arguments are that are not of what is or was; nothing without a kind.

    >>> loose({"meant", "expected"}), loose(set())
    ('expected or meant', '')
    """
    return listed(sorted(kinds), "or")


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
    >>> counts(2, 2, 2, {"contradiction": 2})[0]
    'There are two disagreements: two real and none only apparent; all between documents.'
    """
    are = "is" if total == 1 else "are"
    parts = [f"{_of(real)} real and {_of(total - real)} only apparent", _where(total, across)]
    told = [counted(kinds[word], *_forms(noun)) for word, noun in _KINDS.items() if kinds.get(word)]
    return [
        sentence(f"there {are} {counted(total, 'disagreement')}: {'; '.join(parts)}"),
        sentence(f"among them {listed(told)}") if len(told) > 1 else sentence(f"by kind: {listed(told)}"),
    ]


def _of(count: int) -> str:
    """How many of several: "none" where it is nothing."""
    return number(count) if count else "none"


def _where(total: int, across: int) -> str:
    """How many disagreements are between documents, and how many inside one."""
    if across in (0, total):
        return "all between documents" if across else "all inside one document"
    return f"{number(across)} between documents and {number(total - across)} inside one document"


def _forms(noun: str) -> tuple[str, str]:
    """A noun that may go on after its head, singular and plural."""
    if noun.startswith(("difference of", "statement in")):
        head, _, rest = noun.partition(" ")
        return noun, f"{plural(head)} {rest}"
    return noun, plural(noun)


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

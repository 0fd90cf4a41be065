"""Who blocks a settlement, in words: who refuses it, does better without it, or ends it. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import listed, number, sentence, the
from hikiwake.wording.settlements import comes_about, names, ways

RANKED = "ranks another state higher"


def refuses(name: str, told: str) -> str:
    """A party that refuses on record; without the full stop."""
    return f"{the(name)} refuses it on record{told}"


def better(against: int, of: int, anyway: int) -> str:
    """That somebody does better otherwise: in how many of the ways in which things may go without a settlement.

    anyway: in how many of all these it comes about, in this form or in another

    >>> better(1, 1, 0), better(4, 8, 0)
    ('would do better as things go without it', 'would do better in four of the eight ways in which things may go \
without it')
    >>> better(1, 1, 1), better(3, 3, 1)
    ('would do better as things go by themselves, where it comes about in another form', 'would do better however \
things go (it comes about anyway in one of the three ways)')
    """
    if against < of:
        return f"would do better in {ways(against, of, anyway)}"
    if anyway == of:
        return "would do better as things go by themselves, where it comes about in another form"
    return f"would do better {'however things go' if anyway else 'as things go without it'}{comes_about(anyway, of)}"


def ends(move: str, way: str, shield: Sequence[str] = ()) -> str:
    """That somebody moves away from a settlement, or begins what ends it.

    shield: what the move takes so that nobody answers it

    >>> ends("giving up “Talk”", "leaves"), ends("taking up “Arm”", "loosens")
    ('would leave it by giving up “Talk”', 'would begin what ends it by taking up “Arm”')
    >>> ends("taking up “Arm” and “Pay”", "leaves", ["Pay"])
    'would leave it by taking up “Arm” and “Pay” (others would answer it without “Pay”)'
    """
    answered = f" (others would answer it without {listed(map(quoted, shield))})" if shield else ""
    return f"{'would leave it' if way == 'leaves' else 'would begin what ends it'} by {move}{answered}"


def follows(then: Sequence[str], soon: bool) -> str:
    """Who leaves a settlement after somebody began what ends it; nothing where nobody has to follow.

    >>> follows(["Norland"], True), follows(["Norland"], False), follows([], True)
    (', and Norland would then leave it', ', and in the end Norland would leave it', '')
    """
    if not then:
        return ""
    who = names(then, "or")
    return f", and {who} would then leave it" if soon else f", and in the end {who} would leave it"


def for_it(wish: str, told: str, some: int, of: int) -> str:
    """For the sake of what, as told by whom; in how many of the ways, where other wishes decide in others.

    >>> for_it("wants “Talk”", ", as told by A. Adams (1990)", 2, 2), for_it("wants “Talk”", "", 2, 3)
    (', for it wants “Talk”, as told by A. Adams (1990)', ', in two of the three ways because it wants “Talk”')
    """
    why = "for" if some == of else f"in {number(some)} of the {number(of)} ways because"
    return f", {why} it {wish}{told}"


def though(verbs: Collection[str], told: str) -> str:
    """That somebody is for it on record all the same; verbs: what its positions do, told where they do the same.

    >>> though({"proposes"}, ", as told by A. Adams (1990)"), though({"proposes", "supports"}, "")
    (', though it proposes it on record, as told by A. Adams (1990)', ', though it accepts it on record')
    """
    does = next(iter(verbs)) if len(verbs) == 1 else "accepts"
    return f", though it {does} it on record{told}"


def clause(name: str, *parts: str) -> str:
    """Somebody with what it does, one after another; without the full stop.

    >>> clause("Norland", "would do better as things go without it", "would leave it by giving up “Talk”")
    'Norland would do better as things go without it, and would leave it by giving up “Talk”'
    """
    return f"{the(name)} {', and '.join(parts)}"


def untold(name: str, titles: Sequence[str]) -> str:
    """That it is not told whether somebody wants its own part.

    >>> untold("Norland", ["Talk"])
    'it is not told whether Norland wants “Talk”'
    """
    return f"it is not told whether {the(name)} wants {listed(map(quoted, titles), 'or')}"


def but_untold(titles: Sequence[str]) -> str:
    """The same of somebody of whom another thing is told before.

    >>> but_untold(["Talk"])
    ', but it is not told whether it wants “Talk”'
    """
    return f", but it is not told whether it wants {listed(map(quoted, titles), 'or')}"


_STAGES = {
    "at once": "it would end only by the way",
    "later": "it would end only by the way, in a later step",
    "begins": "what ends it would begin only by the way",
}


def strays(name: str, paying: str, idle: str, stage: str, worse: bool) -> str:
    """That a settlement ends by a step of which the part that ends it brings nothing; worse: or less than nothing.

    >>> strays("Norland", "giving up “Talk”", "taking up “Arm”", "at once", False)
    'it would end only by the way: Norland gains by giving up “Talk”, and nothing by taking up “Arm” at the same time'
    >>> strays("Norland", "giving up “Talk”", "taking up “Arm”", "at once", True)
    'it would end only by the way: Norland gains by giving up “Talk”, though it loses by taking up “Arm” at the same \
time'
    """
    what = "though it loses" if worse else "and nothing"
    return f"{_STAGES[stage]}: {the(name)} gains by {paying}, {what} by {idle} at the same time"


def move(begins: Sequence[str], ends: Sequence[str]) -> str:
    """A move, by the titles of the options.

    >>> move(["Arm"], ["Talk"]), move([], [])
    ('taking up “Arm” and giving up “Talk”', 'a change that makes no difference to others')
    """
    pairs = ("taking up", begins), ("giving up", ends)
    return listed(f"{verb} {listed(map(quoted, titles))}" for verb, titles in pairs if titles) or (
        "a change that makes no difference to others"
    )


def blocked(clauses: Sequence[str]) -> str:
    """Who blocks a settlement, as one sentence; nothing where nobody does."""
    return sentence("; ".join(clauses))

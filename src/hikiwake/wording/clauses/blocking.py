"""Who blocks a settlement, in words: who refuses it, does better without it, or ends it. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import listed, sentence, the
from hikiwake.wording.settlements import names

RANKED = "ranks another state higher"
MOST_WORDS = 80  # of a sentence; titles of documents and of options make half of it


def refuses(name: str, spoken: bool) -> str:
    """A party that refuses on record; without the full stop, like all clauses here.

    spoken: whether the record speaks of this very thing; else the refusal is inferred from a wider one

    >>> refuses("Norland", True), refuses("Norland", False)
    ('Norland refuses it on record', 'Norland refuses it')
    """
    return f"{the(name)} refuses it{' on record' if spoken else ''}"


def closed(titles: Sequence[str]) -> str:
    """That somebody closed the way to a settlement for good, and by what.

    >>> closed(["Ban"])
    'closed the way to it for good by “Ban”'
    """
    return f"closed the way to it for good by {listed(map(quoted, titles))}"


def better(always: bool) -> str:
    """That somebody does better than with a settlement: however things would otherwise go, or as they might.

    >>> better(True), better(False)
    ('would do better otherwise', 'may do better otherwise')
    """
    return f"{'would' if always else 'may'} do better otherwise"


def ends(move: str, shield: Sequence[str] = ()) -> str:
    """That somebody moves away from a settlement; shield: what the move takes so that nobody answers it.

    >>> ends("giving up “Talk”")
    'would leave it by giving up “Talk”'
    >>> ends("taking up “Arm” and “Pay”", ["Pay"])
    'would leave it by taking up “Arm” and “Pay” (“Pay” keeps others from answering)'
    """
    many = len(shield) > 1
    answered = f" ({listed(map(quoted, shield))} {'keep' if many else 'keeps'} others from answering)" if shield else ""
    return f"would leave it by {move}{answered}"


def begins(move: str, then: Sequence[str], soon: bool) -> str:
    """That somebody begins what ends a settlement.

    then: who leaves it afterwards, other than the one who begins; soon: whether with the next step

    >>> begins("taking up “Arm”", ["Norland"], True), begins("taking up “Arm”", ["Norland"], False)
    ('would bring Norland to leave it by taking up “Arm”', 'would in the end bring Norland to leave it by taking up \
“Arm”')
    >>> begins("taking up “Arm”", [], True)
    'would begin what ends it by taking up “Arm”'
    """
    if not then:
        return f"would begin what ends it by {move}"
    return f"would {'' if soon else 'in the end '}bring {names(then, 'or')} to leave it by {move}"


def for_it(wish: str, partly: bool, begun: Sequence[str] = (), ended: Sequence[str] = ()) -> str:
    """For the sake of what; partly: where other wishes decide against other ways in which things may go.

    begun, ended: what the step before takes up and gives up; not named again where it is the very thing that is wanted

    >>> for_it("wants “Talk”", False), for_it("wants “Talk”", True)
    (', for it wants “Talk”', ', in part because it wants “Talk”')
    >>> for_it("wants “Talk” if “Arm” is taken up", False, ["Talk"]), for_it("wants “Talk”", False, [], ["Arm"])
    (', which it wants if “Arm” is taken up', ', for it wants “Talk”')
    """
    for verb, titles in (("wants", begun), ("does not want", ended)):
        if titles and len(begun) + len(ended) == 1:
            rest = wish.removeprefix(f"{verb} {quoted(titles[0])}")
            if rest != wish and (not rest or rest.startswith((" if ", " exactly when ", " without "))):
                return f", which it {verb}{rest}"
    return f", {'in part because' if partly else 'for'} it {wish}"


def again(reason: str) -> str:
    """The same reason as that of the clause before.

    >>> again(", for it wants “Talk”"), again(", in part because it wants “Talk”")
    (', for the same reason', ', in part for the same reason')
    """
    return f", {'in part ' if reason.startswith(', in part') else ''}for the same reason"


def though(verbs: Collection[str], document: str) -> str:
    """That somebody is for it on record all the same; verbs: what its positions do, told where they do the same.

    >>> though({"proposes"}, "A. Adams 1990"), though({"proposes", "supports"}, "A. Adams 1990")
    (', though it proposes it on record (A. Adams 1990)', ', though it accepts it on record (A. Adams 1990)')
    """
    does = next(iter(verbs)) if len(verbs) == 1 else "accepts"
    return f", though it {does} it on record ({document})"


def as_well(does: str) -> str:
    """What somebody does besides; put behind what is said of it."""
    return f", and {does}"


def clause(name: str, *parts: str) -> str:
    """Somebody with what it does, one after another.

    >>> clause("Norland", "would do better otherwise", "would leave it by giving up “Talk”")
    'Norland would do better otherwise and would leave it by giving up “Talk”'
    """
    return f"{the(name)} {' and '.join(parts)}"


def strays(name: str, paying: str, idle: str, begins: bool) -> str:
    """That a settlement ends by a step of which the part that ends it brings nothing; begins: or begins to end.

    >>> strays("Norland", "giving up “Talk”", "taking up “Arm”", False)
    'it would end only in passing: Norland would gain by giving up “Talk”, but not by taking up “Arm” with it'
    """
    what = "its end would begin only" if begins else "it would end only"
    return f"{what} in passing: {the(name)} would gain by {paying}, but not by {idle} with it"


def move(begins: Sequence[str], ends: Sequence[str]) -> str:
    """A move, by the titles of the options.

    >>> move(["Arm"], ["Talk"]), move([], [])
    ('taking up “Arm” and giving up “Talk”', 'a change that makes no difference to others')
    """
    pairs = ("taking up", begins), ("giving up", ends)
    return listed(f"{verb} {listed(map(quoted, titles))}" for verb, titles in pairs if titles) or (
        "a change that makes no difference to others"
    )


def together(count: int, told: str) -> str:
    """By whom several clauses are told, all alike.

    >>> together(2, ", as told by A. Adams (1990)"), together(3, "")
    (', both as told by A. Adams (1990)', '')
    """
    return f", {'both' if count == 2 else 'all'} {told.removeprefix(', ')}" if told else ""


def blocked(clauses: Sequence[str]) -> str:
    """Who blocks a settlement, as one sentence, or as several where one would be too long; nothing where nobody does.

    >>> blocked(["Norland refuses it", "Suderland loses"])
    'Norland refuses it; Suderland loses.'
    >>> blocked(["Norland " + 50 * "very " + "much refuses it", 30 * "very " + "many lose"]).count(". Very")
    1
    """
    told: list[list[str]] = []
    for clause in clauses:
        if told and sum(len(each.split()) for each in (*told[-1], clause)) <= MOST_WORDS:
            told[-1].append(clause)
        else:
            told.append([clause])
    return " ".join(sentence("; ".join(each)) for each in told)

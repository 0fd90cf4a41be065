"""The answer in four paragraphs: sentences with places, in braces, for what opens its grounds."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, number, sentence

WHEN, CLOSED = "When could both have agreed?", "What closed it?"
CHANGE, SURE = "What would have to change?", "How sure is this?"
NO_SCALE = "The case ranks no ways to settle on a scale, so that it cannot be said how far each side would go."
NO_MODEL = "No model of an era stands on this record, so that it cannot be said which settlement would hold."
NOTHING_CLOSED = "The record tells of no era in which what both would accept was closed again."
NO_CHANGE = "Without a model no change can be tried."
UNSAID = "Without a scale and a model this cannot be said."
NO_DOCUMENTS = "There is no document yet."
STEADY = 0.9  # share of random orders: from here on the order of wishes hardly matters
NEVER_OPEN = "By the record it was never open."
_THEN = {
    "open": "both would accept it by every account",
    "none": "nothing would be shared",
    "refused": "a side would refuse to talk",
    "disputed": "it would depend on whom one follows",
    "unknown": "it would not be told",
}


def headline(sides: Sequence[str], certain: int, disputed: int, known: int) -> str:
    """The finding in one sentence: in how many eras both would accept something, whoever is followed, or by some.

    known: of how many eras anything can be said

    >>> headline(["Norland", "Suderland"], 0, 2, 5)
    'In no era did Norland and Suderland accept the same settlement by every account; by some they did in two of five'
    >>> headline(["Norland", "Suderland"], 0, 0, 3)
    'In none of the three eras of which it is told did Norland and Suderland accept the same settlement'
    >>> headline(["Norland", "Suderland"], 1, 0, 1)
    'Norland and Suderland both accepted a settlement in the one era of which it is told'
    """
    both = listed(sides)
    of = f"the {number(known)} eras of which it is told" if known > 1 else "the one era of which it is told"
    if not known:
        return f"The record does not say what {both} would both have accepted"
    if certain:
        where = f"{number(certain)} of {of}" if known > 1 else of
        more = f", and by some accounts in {number(disputed)} more" if disputed else ""
        return f"{both} both accepted a settlement in {where}{more}"
    if disputed:
        some = f"in {number(disputed)} of {number(known)}" if known > 1 else f"in {of}"
        return f"In no era did {both} accept the same settlement by every account; by some they did {some}"
    none = f"In none of {of} did {both} accept the same settlement"
    return none if known > 1 else f"In {of}, {both} did not accept the same settlement"


def modelled_only(agreed: int) -> str:
    """The headline of a case whose models say what would hold, and that has no scale.

    >>> modelled_only(0)
    'In the models no settlement would be signed and would hold'
    """
    if not agreed:
        return "In the models no settlement would be signed and would hold"
    return f"In the models {counted(agreed, 'settlement')} would be signed and would hold"


def recorded_only(events: int) -> str:
    """The headline of a case without scale and model.

    >>> recorded_only(2)
    'The record tells of two events, and not of what both sides would accept'
    """
    return f"The record tells of {counted(events, 'event')}, and not of what both sides would accept"


def shared(overlap: str, eras: int, times: int, more: bool = False) -> str:
    """In which eras something was accepted by both: ``{eras}``, and what in most of them: ``{formula}``.

    times: in how many of these eras that formula was; more: whether something else was, too, in any of them

    >>> shared("open", 3, 2)
    'Whoever is followed, in {eras}: most often “{formula}”.'
    >>> shared("open", 2, 1, True)
    'Whoever is followed, in {eras}: “{formula}” and others.'
    >>> shared("disputed", 2, 2, True)
    'By some accounts, or for a time, in {eras}: each time “{formula}”, and others in some.'
    """
    whoever = "Whoever is followed" if overlap == "open" else "By some accounts, or for a time"
    often = "" if times == 1 else "each time " if times == eras else "most often "
    others = (" and others" if times == 1 else ", and others in some") if more else ""
    return f"{whoever}, in {{eras}}: {often}“{{formula}}”{others}."


def never_shared(overlaps: Sequence[str]) -> str:
    """That both accepted nothing in common in any era, as far as it is told.

    >>> never_shared(["none", "unknown"])
    'In no era of which the record tells did both accept the same.'
    """
    told = [each for each in overlaps if each != "unknown"]
    return "In no era of which the record tells did both accept the same." if told else (
        "The record does not say, for any era, what both would have accepted.")  # fmt: skip


def held(found: int, by: str = "") -> str:
    """Which settlements would be signed and would hold by the models: ``{found}``, each with its era.

    by: whose reading it is, where it is not the record as a whole

    >>> held(1, "an author")
    'By the model after an author alone {found} would be signed and would hold.'
    """
    if by:
        return f"By the model after {by} alone {{found}} would be signed and would hold."
    if not found:
        return (
            "The models, which play out what each could do and wants, have no settlement that would be signed and hold."
        )
    return "By the models, which play out what each could do and wants, {found} would be signed and would hold."


def one_held(title: str, era: str, on_scale: bool, signing: Sequence[str] = ()) -> str:
    """A settlement and its era; that the scale of the chart does not have it, and who signs it where that is not plain.

    >>> one_held("Half", "1995", True), one_held("A fund", "1995", False)
    ('“Half” (1995)', '“A fund” (1995; not on the scale)')
    >>> one_held("Lines", "1995", True, ["Norland", "Suderland", "Westland"])
    '“Lines” (1995, by Norland, Suderland and Westland)'
    """
    by = f", by {listed(signing)}" if signing else ""
    return f"“{title}” ({era}{by}{'' if on_scale else '; not on the scale'})"


def of_two(both: Sequence[str], parties: int) -> str:
    """That what is shared is told of two of several parties.

    >>> of_two(["Norland", "Suderland"], 5)
    'That is told of Norland and Suderland, two of five parties; what all would sign only the models say.'
    """
    return f"That is told of {listed(both)}, two of {number(parties)} parties; what all would sign only the models say."


def others_held(count: int) -> str:
    """How many other settlements would be signed and would hold.

    >>> others_held(2)
    'two others'
    """
    return f"{number(count)} other{'' if count == 1 else 's'}"


def closed(why: str) -> str:
    """Why nothing was shared in an era, ``{era}``; why: as ``nothing_shared`` tells it.

    >>> closed("Suderland refuses to talk (A and B)")
    'In {era} Suderland refuses to talk (A and B).'
    """
    return sentence(f"in {{era}} {why}")


def nothing_shared(
    overlap: str, limits: Sequence[tuple[str, str, int, int]], refusing: Sequence[tuple[str, Sequence[str]]]
) -> str:
    """Why nothing is shared: how far each side goes, or who refuses to talk, as told by whom; without the full stop.

    limits: of each side how far it goes at most, by how many accounts, of how many

    >>> nothing_shared("none", [("Norland", "All", 1, 2), ("Suderland", "", 0, 1)], [])
    'nothing is shared: by one account of two Norland goes as far as “All”, Suderland accepts nothing told'
    >>> nothing_shared("refused", [], [("Suderland", ["A", "B"])])
    'Suderland refuses to talk (A and B)'
    """
    if overlap == "refused":
        return listed(f"{side} refuses to talk ({listed(who)})" for side, who in refusing)
    far = [f"{_by(told, of)}{side} goes as far as “{title}”" if title else f"{side} accepts nothing told"
           for side, title, told, of in limits]  # fmt: skip
    return f"nothing is shared: {', '.join(far)}"


def _by(told: int, of: int) -> str:
    return "" if told == of else f"by {counted(told, 'account')} of {number(of)} "


def stands_in_the_way(refusing: Sequence[str], losing: Sequence[str], leaving: Sequence[str]) -> str:
    """Who stands in the way of ``{title}`` in the model of an era, ``{era}``; nothing where nobody does.

    >>> stands_in_the_way(["Suderland"], [], ["Norland"])
    'In the model of {era}, Suderland refuses “{title}” and Norland would leave it.'
    """
    told = [
        *([f"{listed(refusing)} {verb_of(refusing, 'refuse')} “{{title}}”"] if refusing else []),
        *([f"{listed(losing)} would do better without {_it(refusing)}"] if losing else []),
        *([f"{listed(leaving)} would leave {_it([*refusing, *losing])}"] if leaving else []),
    ]
    return sentence(f"In the model of {{era}}, {listed(told)}") if told else ""


def _it(named: Sequence[str]) -> str:
    return "it" if named else "“{title}”"


def verb_of(who: Sequence[str], verb: str) -> str:
    """A verb as one or several have it.

    >>> verb_of(["A"], "block"), verb_of(["A", "B"], "block")
    ('blocks', 'block')
    """
    return verb if len(who) > 1 else f"{verb}s"


def change(words: str) -> str:
    """What would have to change for ``{title}`` to be agreed in ``{era}``.

    >>> change("No change of wishes can bring it within reach.")
    '“{title}”, in {era}: no change of wishes can bring it within reach.'
    """
    return f"“{{title}}”, in {{era}}: {words[:1].lower()}{words[1:]}"


def turns_on(positions: int, overlap: str) -> str:
    """On how few positions the range of an era, ``{era}``, turns.

    >>> turns_on(1, "none")
    'What is shared in {era} rests on one position of the record; without it nothing would be shared.'
    >>> turns_on(2, "open")
    'What is shared in {era} turns on two positions of the record; without them both would accept it by every account.'
    """
    hangs = "turns" if overlap == "open" else "rests"
    them = "it" if positions == 1 else "them"
    of = f"{counted(positions, 'position')} of the record"
    return f"What is shared in {{era}} {hangs} on {of}; without {them} {_THEN[overlap]}."


def disputed(count: int, known: int) -> str:
    """In how many eras the answer depends on whom one follows.

    >>> disputed(2, 5)
    'In two of five eras the answer depends on whom one follows.'
    """
    return f"In {number(count)} of {counted(known, 'era')} the answer depends on whom one follows."


def draws(low: float, high: float) -> str:
    """How steady the verdict on ``{title}`` in ``{era}`` is where ranks of wishes are uncertain.

    >>> draws(0.91, 0.98)
    'Which reading is right, and in what order the wishes stand, hardly matters: the verdict on “{title}” in {era} is \
the same in 91 to 98 % of draws of both.'
    """
    matters = "hardly matters" if low >= STEADY else "matters"
    return (
        f"Which reading is right, and in what order the wishes stand, {matters}: the verdict on “{{title}}” in {{era}} "
        f"is the same in {100 * low:.0f} to {100 * high:.0f} % of draws of both."
    )


def against_history(hit: int, open_: int, of: int, nothing: int) -> str:
    """How many readings have what happened as an outcome that holds, beside the forecast that nothing changes.

    open_: in how many it depends on what the record leaves open

    >>> against_history(11, 0, 12, 0)
    'What happened in the end is an outcome that would hold in eleven of twelve readings of the models and \
not in one; the forecast that nothing changes was right in none.'
    """
    missed = of - hit - open_
    rest = [f"not in {number(missed)}"] if missed else []
    rest = [*([f"left open in {number(open_)}"] if open_ else []), *rest]
    also = f" and {listed(rest)}" if len(rest) == 1 else f", {listed(rest)}" if rest else ""
    held = f"{number(hit) if hit else 'none'} of {counted(of, 'reading')}"
    return (
        f"What happened in the end is an outcome that would hold in {held} of the models{also}; "
        f"the forecast that nothing changes was right in {number(nothing) if nothing else 'none'}."
    )

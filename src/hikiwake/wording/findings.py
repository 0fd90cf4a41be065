"""The sentences of the findings: what a record shows, in words that fit any case.

Nothing here knows a case: names, titles and counts come in as arguments.
"""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, number, sentence, tally, the

_DIRECTIONS = {
    "worse": " for the worse",
    "better": " for the better",
    "parted": " for the better by one account, for the worse by another",
}


def quoted(titles: Sequence[str]) -> str:
    """Titles in quotation marks, as a sentence has them.

    >>> quoted(["a", "b"])
    '“a” and “b”'
    """
    return listed(f"“{title}”" for title in titles)


def windows(scale: str, overlaps: str) -> str:
    """In which eras the range of a scale was open, disputed, none or refused."""
    return sentence(f"on “{scale}”: {overlaps[:1].lower()}{overlaps[1:]}")


def opposed(count: int, told: Sequence[tuple[str, str, str]]) -> str:
    """Formulas that one side put forward and the other refused: title, who proposed, who refused.

    Where each side did both, who refused is empty.

    >>> opposed(1, [("Half", "Norland", "Suderland")])
    'One formula was put forward by one side and refused by the other: “Half” (put forward by Norland, \
refused by Suderland).'
    """
    verb = "was" if count == 1 else "were"
    parts = [f"“{title}” (put forward by {the(one)}{f', refused by {the(other)}' if other else ''})"
             for title, one, other in told]  # fmt: skip
    opening = "; among them " if count > len(told) else ": "
    return sentence(f"{counted(count, 'formula')} {verb} put forward by one side and refused by the other"
                    f"{opening}{listed(parts)}")  # fmt: skip


def turns(told: Sequence[tuple[str, str, str, int]], total: int, contested: int) -> str:
    """The turning points that most documents name: event, date, direction, how many documents; and how many are denied.

    >>> turns([("Talks end", "2019", "worse", 3)], 4, 0)
    'Most documents name one turn: “Talks end” (2019, for the worse, three documents).'
    >>> turns([], 1, 0), turns([], 2, 0)
    ('One turn is named, by one document.', 'Two turns are named, none by more documents than the others.')
    """
    judged = sentence(f"{counted(contested, 'turn')} {'is' if contested == 1 else 'are'} judged in opposite ways")
    return " ".join([_named(told, total), *([judged] if contested else [])])


def _named(told: Sequence[tuple[str, str, str, int]], total: int) -> str:
    """The turns that are named by more documents than others; or how many are named."""
    if not told:
        level = "by one document" if total == 1 else "none by more documents than the others"
        return sentence(f"{counted(total, 'turn')} {'is' if total == 1 else 'are'} named, {level}")
    named = [
        f"“{event.rstrip('.')}” ({when}{',' if direction in _DIRECTIONS else ''}{_DIRECTIONS.get(direction, '')}, "
        f"{counted(documents, 'document')})"
        for event, when, direction, documents in told
    ]
    opening = "most documents name one turn" if len(named) == 1 else "the turns that most documents name are these"
    return sentence(f"{opening}: {listed(named)}")


def questions(told: Sequence[tuple[str, int, int]], total: int) -> str:
    """The questions on which documents part most: wording, answers, documents; and how many questions have rivals.

    >>> questions([("Why?", 3, 2)], 1)
    'On one question the documents part; most widely on “Why?” (three answers in two documents).'
    """
    parts = [f"“{wording}” ({counted(sides, 'answer')} in {counted(documents, 'document')})"
             for wording, sides, documents in told]  # fmt: skip
    most = f"; most widely on {listed(parts)}" if parts else ""
    return sentence(f"on {counted(total, 'question')} the documents part{most}")


def agreed(told: Sequence[tuple[str, str, int]], total: int) -> str:
    """The questions that several documents answer alike: wording, an answer, how many documents.

    >>> agreed([("Why?", "No offer was made.", 2)], 1)
    'On one question every document that answers says the same: “Why?” (No offer was made; two documents).'
    """
    parts = [f"“{wording}” ({answer.rstrip('.')}; {counted(documents, 'document')})"
             for wording, answer, documents in told]  # fmt: skip
    opening = "; among them " if total > len(told) else ": "
    return sentence(
        f"on {counted(total, 'question')} every document that answers says the same{opening}{listed(parts)}"
    )


def signs(rival: int, links: int, told: Sequence[tuple[str, str, int]]) -> str:
    """How many argued links are given rival signs, and which most documents argue: cause, effect, documents.

    >>> signs(1, 9, [("Trade", "Trust", 2)])[:66]
    'One of nine argued links of cause and effect is given rival signs;'
    """
    verb = "is" if rival == 1 else "are"
    parts = [f"“{cause}” → “{effect}” ({counted(documents, 'document')})" for cause, effect, documents in told]
    most = f"; the most argued {'is' if len(parts) == 1 else 'are'} {listed(parts)}" if parts else ""
    links_of = f"{counted(links, 'argued link')} of cause and effect"
    return sentence(f"{number(rival)} of {links_of} {verb} given rival signs{most}")


def alike(cause: str, effect: str, verb: str, documents: int) -> str:
    """The link of cause and effect that most documents argue alike.

    >>> alike("Trade", "Trust", "more", 3)
    'The argument that most documents share: more of “Trade” makes “Trust” more (three documents).'
    """
    return sentence(f"the argument that most documents share: more of “{cause}” makes “{effect}” {verb} "
                    f"({counted(documents, 'document')})")  # fmt: skip


def facts(told: Sequence[str], total: int) -> str:
    """The facts on which documents exclude each other.

    >>> facts(["The first meeting."], 1)
    'On one fact the documents exclude each other: “The first meeting”.'
    """
    opening = "; among them " if total > len(told) else ": "
    listing = quoted([each.rstrip(".") for each in told])
    return sentence(f"on {counted(total, 'fact')} the documents exclude each other{opening}{listing}")


def tables(statements: int, told: Sequence[str]) -> str:
    """What does not fit the survey tables: how many disagreements, and on which tables.

    >>> tables(2, ["Poll"])
    'Two statements do not fit the figures of a survey table or are in doubt there: “Poll”.'
    """
    verbs = ("does", "is") if statements == 1 else ("do", "are")
    doubt = f"{verbs[0]} not fit the figures of a survey table or {verbs[1]} in doubt there"
    return sentence(f"{counted(statements, 'statement')} {doubt}: {quoted(told)}")


def single(alone: int, events: int, label: str, most: int) -> str:
    """How many events only one document tells, and which document tells most of them.

    >>> single(3, 4, "A 1990", 2)
    'Three of 4 events rest on one document alone; two of them on A 1990.'
    """
    verb = "rests" if alone == 1 else "rest"
    rest = f"; {number(most)} of them on {label}" if alone > 1 else f": {label}"
    return sentence(f"{number(alone)} of {tally(events, 'event')} {verb} on one document alone{rest}")


def thin(told: Sequence[tuple[str, int, int]], silent: Sequence[tuple[str, Sequence[str]]]) -> str:
    """On which eras least is told (era, events, positions), and of what sides' wishes nothing is told in which eras.

    >>> thin([("1990", 1, 0)], [("Norland", ["1990"])])
    'The record is thinnest on 1990 (1 event, 0 positions). Of what Norland wanted it tells nothing for 1990.'
    """
    parts = [f"{era} ({tally(events, 'event')}, {tally(positions, 'position')})" for era, events, positions in told]
    missing = [sentence(f"of what {the(side)} wanted it tells nothing for {listed(eras)}") for side, eras in silent]
    return " ".join([sentence(f"the record is thinnest on {listed(parts)}"), *missing])


def hindsight(told: Sequence[tuple[str, int]], events: int, turns: int) -> str:
    """How many events had not happened when the earlier documents were written; how many turning points among them.

    >>> hindsight([("A 1990", 5)], 9, 1)
    'Of 9 events five had not yet happened when A 1990 was written; one of them is named as a turn elsewhere.'
    """
    (first, most), *rest = told
    parts = [f"{number(most)} had not yet happened when {first} was written"]
    parts += [f"{number(count)} when {label} was" for label, count in rest]
    whom = "of the former" if rest else "of them"
    named = "is named as a turn" if turns == 1 else "are named as turns"
    later = f"; {number(turns)} {whom} {named} elsewhere"
    return sentence(f"of {tally(events, 'event')} {listed(parts)}{later if turns else ''}")


def unheard(side: str, positions: int, own: int) -> str:
    """How far a side that no document speaks from is told on the word of those whom the documents quote.

    >>> unheard("Norland", 5, 2)[:70]
    'No document speaks from Norland: of its five positions here, two are t'
    """
    quoted = f"{number(own) if own else 'none'} {'are' if own > 1 else 'is'}"
    return sentence(
        f"no document speaks from {the(side)}: of its {counted(positions, 'position')} here, {quoted} told "
        f"on the word of those whom a document quotes, {'the others' if own else 'all'} as its author sees them"
    )


_ONE = {"turns named": "turn named", "entries": "entry"}
_UNITS = {
    "windows": "eras open",
    "opposed": "formulas",
    "turns": "turns named",
    "questions": "questions",
    "agreed": "questions",
    "signs": "links",
    "alike": "documents",
    "facts": "facts",
    "tables": "statements",
    "unheard": "in quotation",
    "hindsight": "events",
    "single": "of events",
    "thin": "entries",
}


def unit(about: str, figure: str) -> str:
    """What the figure beside a finding counts.

    >>> unit("agreed", "1"), unit("agreed", "2")
    ('question', 'questions')
    """
    told = _UNITS[about]
    return _ONE.get(told, told.removesuffix("s")) if figure == "1" else told


def stands(entries: int, documents: int) -> str:
    """On how much a finding stands.

    >>> stands(2, 1)
    'Stands on 2 entries from one document.'
    """
    return sentence(f"stands on {tally(entries, 'entry')} from {counted(documents, 'document')}")

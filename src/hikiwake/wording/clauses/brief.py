"""The sentences of the brief: its headings, its notes, what it leaves out, and what its words mean."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, sentence, tally, the

ANSWER, CHART = "The answer", "How far each side would go"
IN_THE_WAY, MATRIX = "What stands in the way, era by era", "Ways to settle, era by era"
OTHERWISE, TURNS, RED_LINES = "Who says otherwise", "When it turned", "Red lines"
SOURCES, METHOD, NOTES = "The documents", "How this was made", "Notes"
WAY, TURN, WHEN, JUDGED = "Way to settle", "Turn", "When", "How it is judged"
ERA, OTHER_ERAS, RED_LINE = "Era", "Grounds of the chart’s other eras: ", "red line"
NO_MODELS = "What blocks a settlement, and the table of the ways to settle, are missing: the case has no model."
NO_CHART = "The chart of how far each side would go is missing: the case has no scale."
NO_DISAGREEMENT = "No document of the case contradicts another."
NO_TURN = "No document of the case names a turning point."
NO_RED_LINE = "The record calls nothing a red line of any side."
NO_SOURCE = "The case has no document yet."
_DIRECTIONS = {"worse": "for the worse", "better": "for the better"}
KEY = (
    ("◧", "how far the side at the left goes by every account"),
    ("◨", "the side at the right"),
    ("◦", "by some accounts only"),
    ("●", "both accept"),
    ("◐", "both accept by some accounts"),
    ("✕", "refuses to talk"),
)


def place(label: str, where: Sequence[str], words: str = "") -> str:
    """A document and where in it; with words of the last of these places, where they are shown.

    >>> place("A. Adams 1990", ["p. 3", "p. 5"]), place("A. Adams 1990", ["p. 3"], "No offer was made.")
    ('A. Adams 1990, p. 3, p. 5', 'A. Adams 1990, p. 3: “No offer was made.”')
    """
    told = f"{label}, {', '.join(where)}"
    return f"{told}: “{words}”" if words else told


def where(page: int | None, start: int, end: int) -> str:
    """The place of a passage in its document: its page, or else from which character to which.

    >>> where(3, 10, 90), where(None, 1200, 1340)
    ('p. 3', 'characters 1,200–1,340')
    """
    return f"p. {page}" if page is not None else f"characters {start:,}–{end:,}"


def places(each: Sequence[str], more: int) -> str:
    """Places one after another, and how many more there are.

    >>> places(["A 1990, p. 3", "B 1991, p. 4"], 2)
    'A 1990, p. 3; B 1991, p. 4; and 2 more passages.'
    >>> places(["A 1990, p. 3: “No.”"], 0)
    'A 1990, p. 3: “No.”'
    """
    told = capital("; ".join([*each, *([f"and {tally(more, 'more passage')}"] if more else [])]))
    return told if told.endswith((".”", "?”", "!”", "…”")) else f"{told}."


def as_note(first: int) -> str:
    """A note that says the same as an earlier one.

    >>> as_note(3)
    'As note 3.'
    """
    return f"As note {first}."


def left_out(titles: Sequence[str]) -> str:
    """Which ways to settle stand in no row of the table, since the model of one era alone has an option for them.

    >>> left_out(["Half"])
    'Left out is one way to settle that the model of one era alone can express, and in it is not agreed: “Half”.'
    """
    many = len(titles) > 1
    return (
        f"Left out {'are' if many else 'is'} {counted(len(titles), 'way to settle', 'ways to settle')} that the model "
        f"of one era alone can express, and in it {'are' if many else 'is'} not agreed: "
        f"{listed(f'“{title}”' for title in titles)}."
    )


def signs(legend: Sequence[str]) -> str:
    """What the signs of the table say; rival readings stand in brackets.

    >>> signs(["● would be signed, and would hold"])
    'The first sign is the record as a whole, in brackets are rival readings. ● would be signed, and would hold.'
    """
    return f"The first sign is the record as a whole, in brackets are rival readings. {'; '.join(legend)}."


def more_disagreements(count: int) -> str:
    """How many real disagreements between documents are not told here.

    >>> more_disagreements(2)
    'Two more real disagreements between documents stand on the page of the case.'
    """
    verb = "stands" if count == 1 else "stand"
    return sentence(f"{counted(count, 'more real disagreement')} between documents {verb} on the page of the case")


def judged(direction: str, denied: bool, who: Sequence[str]) -> str:
    """How a turn is judged, and in which documents.

    >>> judged("worse", False, ["A 1990", "B 1991"]), judged("none", True, ["C 1992"]), judged("none", False, ["D"])
    ('for the worse: A 1990, B 1991', 'no turn: C 1992', 'a turn: D')
    """
    return f"{'no turn' if denied else _DIRECTIONS.get(direction, 'a turn')}: {', '.join(who)}"


def red_line(does_: str, on: Sequence[str], when: str, kind: str, stance: str, holder: str = "") -> str:
    """What somebody will not give up: on one thing or several, when, on what evidence, and who says so if no author.

    >>> red_line("Norland rejects", ["Half", "All", "Law"], "1990", "declared", "No land at all.")
    'Norland rejects “Half” and two others (1990, declared): No land at all.'
    """
    others = f" and {number(len(on) - 1)} other{'s' if len(on) > 2 else ''}" if len(on) > 1 else ""
    said = f"{when}, {kind}, as {the(holder)} says" if holder else f"{when}, {kind}"
    return sentence(f"{does_} “{on[0]}”{others} ({said}): {stance}")


def more_red_lines(side: str, count: int) -> str:
    """How many earlier red lines of a side are not told here.

    >>> more_red_lines("Norland", 1)
    'The page of the case has one more red line of Norland.'
    """
    return f"The page of the case has {counted(count, 'more red line')} of {the(side)}."


def reference(author: str, year: str, title: str, publisher: str) -> str:
    """A document as a list of references has it.

    >>> reference("A. Adams", "1990", "On Law", "Press")
    'A. Adams (1990). On Law. Press.'
    """
    parts = (f"{author} ({year})", title, publisher)
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in parts if each)


def gives(state: str, written: str, holds: Sequence[str]) -> str:
    """From where a document speaks, when it was written, and what it gives the record.

    >>> gives("Norland", "May 1990", ["2 events"])
    'Speaks from Norland; written May 1990; gives the record 2 events.'
    """
    told = (f"speaks from {the(state)}" if state else "", f"written {written}",
            f"gives the record {listed(holds)}" if holds else "")  # fmt: skip
    return sentence("; ".join(filter(None, told)))


def columns(titles: Sequence[Sequence[str]]) -> str:
    """The columns of the chart: numbers with what they stand for.

    >>> columns([["All"], ["Half", "Law"]])
    '1 All; 2 Half / Law'
    """
    return "; ".join(f"{count} {' / '.join(each)}" for count, each in enumerate(titles, 1))


def key() -> str:
    """What the signs of the chart say, where it is a table.

    >>> key()[:55]
    '◧ how far the side at the left goes by every account; ◨'
    """
    return sentence("; ".join(f"{sign} {words}" for sign, words in KEY))

"""What a drawing says to those who do not see it, and the few sentences that stand beside one."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed

_LOOSE = {
    *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "over", "that"),
    *("the", "their", "to", "under", "with"),
}


def timeline(when: str = "") -> str:
    """What the timeline is, of all eras or of one.

    >>> timeline("1956–59")
    'Events of 1956–59 by time and issue. Use the arrow keys to go from event to event, Enter to open one.'
    """
    of = f" of {when}" if when else ""
    return f"Events{of} by time and issue. Use the arrow keys to go from event to event, Enter to open one."


def act(when: str, summary: str, outcome: str, also: list[str]) -> str:
    """What a mark of the timeline is: when and what, what became of it, and the issues besides that of its lane.

    >>> act("October 1956", "The two sides talk.", "planned", ["Trade", "Fish"])
    'October 1956 · The two sides talk. · planned · also on Trade and Fish'
    """
    return " · ".join(filter(None, (when, summary, outcome, f"also on {listed(also)}" if also else "")))


def shortened(summary: str, letters: int = 36) -> str:
    """The beginning of a summary, cut between words.

    >>> shortened("The two sides talk."), shortened("The two sides talk about the border and the sea between them.")
    ('The two sides talk', 'The two sides talk about the border…')
    """
    whole = summary.rstrip(".")
    if len(whole) <= letters:
        return whole
    words = whole[: letters + 1].split(" ")[:-1] or [whole[:letters]]
    while len(words) > 2 and words[-1].lower() in _LOOSE:
        words.pop()
    return " ".join(words).rstrip(",;:") + "…"


def no_issue(other: bool) -> str:
    """The lane of events that are on no issue, and where there are very many issues on one of the lesser."""
    return "Other issues" if other else "No issue"


def counted(when: str, towards: int, against: int, apart: int) -> str:
    """How many events begin in a stretch of time, by direction.

    >>> counted("1956–59", 3, 1, 0)
    '1956–59: 3 towards the other side, 1 against it, 0 no act between parties'
    """
    return f"{when}: {towards} towards the other side, {against} against it, {apart} no act between parties"


def timeline_keys() -> tuple[tuple[str, str], ...]:
    """What the marks of the timeline mean: the name of each key, and its words."""
    return (
        ("with", "towards the other side"),
        ("against", "against it"),
        ("apart", "no act between parties"),
        ("tones", "told by one, two, three or more documents"),
        ("whisker", "somewhere in this time; broken: approximate"),
        ("bar", "lasts; with an arrow: beyond the era"),
        ("unreal", "planned or alleged; struck through: cancelled or denied"),
    )


def piles_across() -> str:
    """What the piles of very many events are, from left to right."""
    return "Events by the time at which they begin. Use the arrow keys to go from pile to pile, Enter to list one."


def piles_downward() -> str:
    """What the piles of very many events are, from top to bottom."""
    return "Events by the time at which they begin, from top to bottom."


def range_by_era() -> str:
    """What the windows of a bargaining range below each other are."""
    return "The bargaining range by era: how far each side goes"


def lanes(when: str) -> str:
    """What a window of the bargaining range is.

    >>> lanes("1956")
    '1956: how far each side goes. Use the arrow keys to go from position to position.'
    """
    return f"{when}: how far each side goes. Use the arrow keys to go from position to position."


def drivers() -> str:
    """What the graph of drivers is."""
    return "Graph: mostly causes on the left, mostly effects on the right"


def drawn_of(drawn: int, variables: int) -> str:
    """What a graph of drivers leaves out; nothing where it leaves out nothing.

    >>> drawn_of(3, 3)
    ''
    """
    if drawn >= variables:
        return ""
    return (
        f"Drawn are {drawn} of {variables} variables, with the links argued more than once or with rival signs; "
        "the tables have all."
    )


def close_map() -> str:
    """What the map of the places is."""
    return "Map; every place on it is in the table below"


def wide_map() -> str:
    """What the map of the wider region is."""
    return "The wider region; the frame marks the map beside it"


def no_coast() -> str:
    """Why a map shows points only."""
    return "No coastline is at hand for this case; the places stand where their coordinates are."


def survey(group: str, when: str) -> str:
    """What a bar of a survey is.

    >>> survey("men", "1956"), survey("", "1956")
    ('men, 1956', ', 1956')
    """
    return f"{group}, {when}"


def paths(when: str) -> str:
    """What the tree of improvement paths is."""
    return f"Steps from the beginning of {when} to the outcomes that hold"


def share(percent: str) -> str:
    """How much of what is in dispute a formula gives.

    >>> share("62")
    '62%'
    """
    return f"{percent}%"


def shares(given: list[tuple[str, str]]) -> str:
    """How much of what is in dispute each of some formulas gives.

    >>> shares([("Two islands", "7")])
    'Two islands: 7 percent of what is in dispute.'
    """
    return " ".join(f"{title}: {percent} percent of what is in dispute." for title, percent in given)


def between(pairs: Sequence[Sequence[str]]) -> str:
    """The opening of the bargaining range: between whom, two at a time, and how a position is taken.

    >>> between([["Norland", "Suderland"], ["Westland", "Suderland"]])[:76]
    'What Norland and Suderland, and Westland and Suderland, would each have acce'
    """
    told = ", and ".join(map(listed, pairs))
    return (
        f"What {told}{',' if len(pairs) > 1 else ''} would each have accepted, era by era, as the documents tell it: "
        "a side that accepts a formula is taken to accept all that suits it better. "
        "Every dot and cross is one position."
    )

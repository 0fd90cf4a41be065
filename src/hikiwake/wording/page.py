"""The sentences of the page: whose voices there are, what the record holds, and how its parts are to be read.

Nothing here knows a case: names come in as arguments.
"""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, number, sentence, tally, the


def voices(states: Sequence[tuple[str, int]], sides: Sequence[str], documents: int) -> list[str]:
    """Whose voices a case has: how many documents speak from which state, and which side of the dyad is not heard.

    ``states`` holds each state's name with its number of documents, ``sides`` the names of both sides of the dyad.

    >>> voices([("Norland", 2)], ["Norland", "Suderland"], 2)
    ['Two documents speak here: two from Norland.', 'None is from Suderland.']
    >>> voices([("Norland", 1), ("", 1)], ["Norland", "Suderland"], 2)[1]
    'Of one document the case does not say from which state: `voice` in documents.toml.'
    """
    if not documents:
        return ["No document speaks here yet."]
    told = listed(f"{number(count)} from {the(name)}" for name, count in states if name)
    verb = "speaks" if documents == 1 else "speak"
    opening = sentence(f"{counted(documents, 'document')} {verb} here" + (f": {told}" if told else ""))
    if unplaced := sum(count for name, count in states if not name):
        return [opening, _unplaced(unplaced, documents)]
    heard = {name for name, _ in states}
    silent = [name for name in sides if name not in heard]
    return [opening, *([sentence(f"none is from {listed(map(the, silent), 'or')}")] if silent else [])]


def _unplaced(count: int, documents: int) -> str:
    """That of some documents the case does not say from which state they speak."""
    which = ("them" if documents > 1 else "it") if count == documents else counted(count, "document")
    return f"Of {which} the case does not say from which state: `voice` in documents.toml."


def seen_as(sides: Sequence[str]) -> str:
    """What follows for the side that no document speaks from."""
    return sentence(f"what {listed(map(the, sides))} wanted is told here as others see it") if sides else ""


def record(counts: Sequence[tuple[int, str]], mentions: int) -> str:
    """What a record holds, in one sentence; the events come first, with their mentions.

    >>> record([(2, "event"), (1, "figure")], 3)
    'The record holds 2 events told in 3 mentions and 1 figure.'
    """
    first, *rest = [tally(count, noun) for count, noun in counts if count] or [tally(0, "entry")]
    told = f" told in {tally(mentions, 'mention')}" if mentions else ""
    return f"The record holds {listed([first + told, *rest])}."


def left_out(title: str) -> str:
    """What an earlier edition of the page leaves out; nothing for the page as of today.

    >>> left_out("May 2018")
    'As written by May 2018: nothing that was written later is told or counted on this page.'
    """
    return f"As written by {title}: nothing that was written later is told or counted on this page." if title else ""


def followed_alone(label: str) -> str:
    """What the page leaves out that follows one document.

    >>> followed_alone("A Journalist 1996")
    'Following A Journalist 1996 alone: what no passage of this document says is neither told nor counted on this page.'
    """
    return f"Following {label} alone: what no passage of this document says is neither told nor counted on this page."


def read_as(asks: str, title: str) -> str:
    """As what a page is read, in a few words; nothing where as a whole.

    >>> read_as("as-written-by", "May 2018"), read_as("following", "A. Adams 1996"), read_as("", "")
    ('as written by May 2018', 'following A. Adams 1996', '')
    """
    return f"{asks.replace('-', ' ')} {title}".strip()


def several(shared: int, events: int) -> str:
    """How many events more than one document reports.

    >>> several(0, 1), several(2, 30)
    ('The one event is reported by one document.', 'Two of 30 events are reported by more than one document.')
    """
    if events == 1 and not shared:
        return sentence("the one event is reported by one document")
    if not shared:
        return sentence(f"each of the {counted(events, 'event')} is reported by one document only")
    verb = "is" if shared == 1 else "are"
    return sentence(f"{number(shared)} of {tally(events, 'event')} {verb} reported by more than one document")


def not_done(count: int) -> str:
    """How many of the acts did not take place as acts."""
    return sentence(f"{counted(count, 'act')} {'was' if count == 1 else 'were'} planned, proposed, alleged, "
                    "postponed, cancelled or denied") if count else ""  # fmt: skip


def missing_places(names: Sequence[str]) -> str:
    """Which places the coastline at hand does not have."""
    if not names:
        return ""
    verb = "is" if len(names) == 1 else "are"
    return sentence(f"{listed(names)} {verb} too small for the coastline at hand and {verb} missing here")


def withheld(quotes: str, has_library: bool) -> str:
    """Why a page shows no words of a document, and that it shows the place.

    >>> withheld("none", True)
    'This page shows no words of the documents; here is the place.'
    """
    if quotes == "none":
        return "This page shows no words of the documents; here is the place."
    if not has_library:
        return "This page was made without the documents' texts; here is the place."
    return "This page was made without the text of this document; here is the place."


def not_found() -> str:
    """What is said of a passage that does not stand in the text at hand."""
    return (
        "The text from which this page was made does not have this passage; here is its place in the one that was read."
    )


def made_by(editor: str, quotes: str, has_library: bool) -> str:
    """Who made a page from what, and how many words of the documents it shows.

    >>> made_by("", "none", False)[-36:]
    'No words of the documents are shown.'
    """
    article = "the " if editor[:1].islower() and not editor.startswith(("a ", "an ", "the ")) else ""
    kept = f" kept by {article}{editor}" if editor else ""
    opening = (
        f"Made by hikiwake from the record{kept}. The page takes no side, settles no disagreement, and shows where "
        "every line comes from."
    )
    if quotes == "none":
        return f"{opening} No words of the documents are shown."
    if not has_library:
        return f"{opening} The words of the documents are shown where the page is made with a library of their texts."
    return f"{opening} Of each passage at most 25 words are shown." if quotes == "short" else opening


_WAYS = {"with": "towards the other side", "against": "against it", "apart": "that are no act between parties"}


def piled(count: int, way: str, when: str) -> str:
    """A pile of events: how many, of which direction, that begin in which stretch of time.

    >>> piled(2, "against", "1956")
    '2 events against it, 1956'
    """
    return f"{tally(count, 'event')} {_WAYS[way]}, {when}"

"""When an act was: by the words of its sentence, by what stands around it, or when the text was written.

A treaty's date is that of what is done by the treaty itself: who signs it, what it lays down, what was promised in it.
What is told in the present is of the time of writing, unless the text tells the past in the present, as chronicles do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from hikiwake.coding.acts.act import Act
from hikiwake.coding.acts.closed import FUTURE
from hikiwake.coding.times import Dated, year_above
from hikiwake.coding.times.frames import frames_of
from hikiwake.coding.times.sentences import own_time, time_around, told_apart
from hikiwake.coding.words import Words
from hikiwake.periods import Period

TREATY_WITHIN = 60  # characters from a verb of signing to the date in the name of what is signed
OPENING = 60  # characters from the beginning of a sentence to the date in the name of a treaty that opens it
DOING = 90  # characters from such a date to the verb that tells what the treaty does
SIGNED = ("verb sign", "verb initial", "verb conclude", "verb ink")
_IN_IT = re.compile(r"(?:In|By|With|Through)\s+(?:the|its|their|an?)\b[^,;:.]*\Z")
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s+(?:[^\W\d_a-z][\w’'-]*|and|de|for|of|on))*\s*"  # not "Under the", "Citing a"
_IT = re.compile(rf"(?:(?:The|Its|Their)\s+[^,;:.]*|{_NAME})\Z")
_CLAUSE = re.compile(r"[,;:–—]|\b(?:which|who|that|when|after|before|if|while)\b")
HAVE_NOW, PAST = frozenset(["has", "have"]), frozenset(["had", "was", "were", "did", "would"])
_NOW = ("present", "perfect")
_START = attrgetter("start")


class Dating:
    """The times of a text, the frames under which they stand, and where the text tells the past in the present."""

    def __init__(self, text: str, dated: tuple[Dated, ...]) -> None:
        """Note the frames of a text; ``dated`` are its times in order."""
        self.text, self.dated = text, dated
        self.written = dated[0].period if dated and dated[0].end == 0 else None
        self._frames = frames_of(text, dated)
        self._told_present: int | None = None

    def when(self, act: Act, words: Words, start: int, end: int, block: int) -> Period | None:
        """When an act of the sentence from ``start`` to ``end`` in a block was; ``None`` where nothing tells it."""
        near = words.starts[act.at]
        own = own_time(self.text, start, end, self.dated, near)
        apart = own is not None and (told_apart(self.text, own, near) or (own.bound and _form(act) in _NOW))
        if own and not apart:
            if _form(act) == "present" and own.basis == "stated" and self.written and own.period.before(self.written):
                self._told_present = block
            return own.period.until(self.written.last) if own.period.end is None and self.written else own.period
        period = time_around(self.text, start, end, self.dated)
        if period is None or period.basis == "context":
            period = self._of_signing(act, words) or self._of_treaty(act, words, start) or period
        if period is None or period.basis == "context":
            if self._of_now(act, words, block, start) or (own is None and self._opens(act, start)):
                return self.written
            period = period or year_above(self.text, start, self.dated)
        return period or (own.period if own else None)

    def _of_now(self, act: Act, words: Words, block: int, start: int) -> bool:
        """Whether an act of no told time is of the time of writing: in the perfect, or the present of no chronicle."""
        if self.written is None:
            return False
        form = _form(act) or _tense(words)
        if form == "perfect" or act.happened == "ongoing":
            return True
        told_now = form == "present" or (form == "modal" and act.standing and act.standing.modal in FUTURE)
        return bool(told_now) and block != self._told_present and self._frames.at(start) is None

    def _opens(self, act: Act, start: int) -> bool:
        """Whether an act is told before any time is: a piece of news begins with what is new."""
        if self.written is None:
            return False
        first = len(self.dated) == 1 or self.dated[1].start >= start
        return first and _form(act) in ("past", "present")

    def _of_signing(self, act: Act, words: Words) -> Period | None:
        """The date of the treaty that an act signs: "they signed the declaration of November 1976"."""
        if act.happened != "occurred" or act.rule.partition(" with ")[0] not in SIGNED:
            return None
        place = words.ends[act.last]
        each = next((each for each in self.dated[bisect_left(self.dated, place, key=_START) :][:1]), None)
        signed = each is not None and each.basis == "instrument" and each.start < place + TREATY_WITHIN
        return replace(each.period, basis="stated") if each and signed else None

    def _of_treaty(self, act: Act, words: Words, start: int) -> Period | None:
        """The date of the treaty that opens a sentence and does, or in which is done, what is told."""
        if act.happened != "occurred" or act.standing is None or act.standing.form not in ("past", "present"):
            return None
        first = bisect_left(self.dated, start, key=_START)
        each = next((each for each in self.dated[first : first + 2] if each.end), None)
        place = words.starts[act.at]
        if each is None or each.basis != "instrument" or not each.start - start < OPENING or not each.end < place:
            return None
        if place - each.end > DOING:
            return None
        inside = _IN_IT.match(self.text, start, each.start)
        itself = not act.standing.passive and _IT.match(self.text, start, each.start)
        if not inside and (not itself or _CLAUSE.search(self.text, each.end, place)):
            return None
        return replace(each.period, basis="stated")


def _form(act: Act) -> str:
    return act.standing.form if act.standing else ""


def _tense(words: Words) -> str:
    """The tense of a sentence whose act is told by a noun: perfect, or none that is sure."""
    return "perfect" if not HAVE_NOW.isdisjoint(words.words) and PAST.isdisjoint(words.words) else ""


def places_of(words: Words, own: Sequence[Dated]) -> tuple[int, ...]:
    """The words of a sentence that tell its times, those in names of treaties left out."""
    return tuple(
        at
        for each in own
        if each.basis != "instrument" and each.end > each.start
        for at in range(bisect_left(words.starts, each.start), bisect_left(words.starts, each.end))
    )

"""Claims: a figure with what it is about, what it measures, and whether it is a fact, a plan or a forecast."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.coding.statements.figure import Figure
from hikiwake.coding.statements.figures import figures
from hikiwake.coding.statements.sentence import WORD, Sentence
from hikiwake.coding.statements.subjects import led
from hikiwake.vocabulary.statements import figure_words

REACH = 12  # characters behind a share in which those stand of whom it is
LEAST = 0.45  # weight below which a figure is no claim
_MEASURES = {
    "share": "share", "amount": "amount", "rank": "rank", "only": "count", "duration": "duration", "factor": "growth",
    "frequency": "frequency", "comparison": "comparison",
}  # fmt: skip


_LEFT_OFF = frozenset(
    (
        *("is", "was", "are", "were", "has", "have", "had", "be", "been", "by", "of", "to", "for", "from", "with"),
        *("the", "a", "an", "and", "about", "than", "at", "on", "as", "in", "some", "only", "just", "now"),
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of a sentence as a claim."""

    figure: Figure
    subject: str
    measure: str
    kind: str

    @property
    def summary(self) -> str:
        """The claim in plain words."""
        told = f"{self.figure.comparator} {self.figure.value} {self.figure.unit}"
        return f"{self.subject}: {self.measure} {told}".strip()


def claims(sentence: Sentence) -> list[Claim]:
    """The claims of a sentence, the surest figure first; those of one unit and value once."""
    found: dict[tuple[str, str], Claim] = {}
    for figure in figures(sentence):
        if figure.weight >= LEAST:
            found.setdefault((figure.value, figure.unit), _claim(sentence, figure))
    return sorted(found.values(), key=lambda each: -each.figure.weight)


def _claim(sentence: Sentence, figure: Figure) -> Claim:
    measure = _MEASURES.get(figure.sort, "number")
    about = sentence.quote(figure.end, 4).removeprefix("of ") if measure == "share" else ""
    about = "" if about.startswith("(") else about.partition(" (")[0]
    return Claim(
        figure, _subject(sentence, figure), f"share of “{about}”" if about else measure, _kind(sentence, figure)
    )


def _subject(sentence: Sentence, figure: Figure) -> str:
    """Of whom a share is, else the last actor before it that no preposition leads, else the words before it."""
    if figure.sort == "share":
        whose = [each for each in sentence.named if figure.end < each.start <= figure.end + REACH]
        if whose:
            return sentence.text[whose[0].start : whose[0].end]
    before = [each for each in sentence.named if each.end <= figure.start and not led(sentence, each)]
    if before and before[-1].how != "pronoun":
        return sentence.text[before[-1].start : before[-1].end]
    words = sentence.quote_before(figure.start, 7).split()
    while words and words[-1].casefold() in _LEFT_OFF:
        words.pop()
    return f"“{' '.join(words[-5:]) or sentence.quote(figure.end, 5) or sentence.quote(sentence.start, 5)}”"


def _kind(sentence: Sentence, figure: Figure) -> str:
    """Planned or forecast where a word of that stands before the figure, else actual."""
    words = figure_words()
    before = WORD.findall(sentence.text[max(sentence.start, figure.start - 60) : figure.start].lower())[-8:]
    for word in reversed(before):
        if word in words.planned:
            return "planned"
        if word in words.forecast:
            return "forecast"
    return "actual"

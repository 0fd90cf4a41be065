"""What was found in a sentence as a proposal: its passage, its cells by the columns of its table, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hikiwake.coding.actors import Named
from hikiwake.coding.statements import drivers, positions, readings
from hikiwake.coding.statements.attribution import attributed_to, topic
from hikiwake.coding.statements.claims import Claim
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.coding.statements.surveys import SurveyCell
from hikiwake.coding.times import Dated, period_of
from hikiwake.periods import Period
from hikiwake.vocabulary.statements import Stance
from hikiwake.workbench import Proposal, Span

LONGEST = 300  # characters of a passage


@dataclass(frozen=True, slots=True)
class Grounds:
    """What proposals of one text stand on: the document's id, its text, when it was written, and its times.

    ``undated`` keeps the times of sentences that tell none themselves, by where they begin.
    """

    document: str
    text: str
    written: Period | None
    dated: tuple[Dated, ...]
    undated: dict[int, Period | None] = field(default_factory=dict)

    def when(self, sentence: Sentence, place: int) -> Period | None:
        """The time of what is told at a place of a sentence; in one that tells none, the same for all places."""
        if sentence.dated:
            return period_of(self.text, sentence.start, sentence.end, self.dated, place)
        if sentence.start not in self.undated:
            self.undated[sentence.start] = period_of(self.text, sentence.start, sentence.end, self.dated)
        return self.undated[sentence.start]


def _proposal(
    grounds: Grounds, kind: str, passage: tuple[int, int], period: Period | None, confidence: float,
    cells: Mapping[str, str], why: Mapping[str, str], actors: tuple[str, ...] = (), says: str = "",
) -> Proposal:  # fmt: skip
    grounds_told = {**why, "date": period.basis if period else "none"}
    return Proposal(
        kind,
        (Span(grounds.document, *passage),),
        sources=actors,
        period=period,
        attributed_to=says,
        confidence=round(confidence, 2),
        cells=tuple((column, cell) for column, cell in cells.items() if cell),
        why=tuple(grounds_told.items()),
    )


def position(grounds: Grounds, sentence: Sentence, found: positions.Found) -> Proposal:
    """A position; where its sentence tells no time, or what is so as it is written, it is of the time of writing."""
    place, cue = found.place, found.hit.cue
    own = grounds.when(sentence, place)
    period = own if own and (own.basis != "context" or not _is_present(cue)) else grounds.written or own
    actors = found.actors
    cells = {"actor": ";".join(actors), "on": topic(sentence), "verb": found.verb, "stance": found.stance}
    cells |= {"strength": found.strength, "kind": cue.kind}
    why = {"rule": f"position by {cue.shape}", "trigger": " ".join(cue.words), "roles": _roles(sentence, found.actor)}
    why |= {"status": "negated" if found.negated else "stated", "further cues": ", ".join(found.further)}
    passage = sentence.passage(place)
    says = attributed_to(sentence)
    return _proposal(grounds, "position", passage, period, found.confidence, cells, why, actors, says)


def _is_present(cue: Stance) -> bool:
    """Whether a cue is a verb in the present: what is told so is so when it is written."""
    word = cue.words[0]
    return cue.shape == "verb" and word.endswith("s") and not word.endswith("ss")


def _roles(sentence: Sentence, actor: Named | None) -> str:
    return f"actor “{sentence.text[actor.start : actor.end]}” by {actor.how}" if actor else "no actor named"


def claim(grounds: Grounds, sentence: Sentence, found: Claim) -> Proposal:
    """A claim, true of the time that its sentence tells."""
    figure = found.figure
    cells = {
        "subject": found.subject, "measure": found.measure, "comparator": figure.comparator, "value": figure.value,
        "unit": figure.unit, "kind": found.kind, "summary": found.summary,
    }  # fmt: skip
    why = {"rule": f"claim by {figure.sort}", "trigger": grounds.text[figure.start : figure.end]}
    why |= {"roles": f"subject {found.subject}", "status": found.kind}
    period = grounds.when(sentence, figure.start)
    passage, says = sentence.passage(figure.start), attributed_to(sentence)
    return _proposal(grounds, "claim", passage, period, figure.weight, cells, why, says=says)


def survey(grounds: Grounds, cell: SurveyCell) -> Proposal:
    """A cell of a survey table as a claim."""
    cells = {
        "subject": cell.table or cell.answer, "measure": "share" if cell.unit else "number", "comparator": "=",
        "value": cell.value, "unit": cell.unit, "kind": "actual", "table": cell.table, "group": cell.group,
        "answer": cell.answer, "summary": cell.summary,
    }  # fmt: skip
    why = {
        "rule": "claim by table",
        "trigger": cell.value,
        "roles": f"group {cell.group}, answer {cell.answer}",
        "status": "actual",
    }
    passage = max(cell.start, cell.end - LONGEST), cell.end
    return _proposal(grounds, "claim", passage, cell.period, 0.7, cells, why)


def driver(grounds: Grounds, sentence: Sentence, found: drivers.Found) -> Proposal:
    """A driver, its cause and effect in the text's words until an editor names the variables."""
    place, trigger = sentence.place(found.hit.first), " ".join(found.hit.cue.words)
    cells = {"cause": found.cause, "effect": found.effect, "sign": found.sign}
    cells |= {"summary": f"“{found.cause}” ({trigger}) “{found.effect}”"}
    why = {
        "rule": f"driver, {found.hit.cue.order}",
        "trigger": trigger,
        "roles": f"cause “{found.cause}”, effect “{found.effect}”",
    }
    why |= {"status": "negated" if found.negated else "argued"}
    return _proposal(
        grounds, "driver", sentence.passage(place), grounds.when(sentence, place), found.confidence, cells, why
    )


def reading(grounds: Grounds, sentence: Sentence, found: readings.Found, where: str) -> Proposal:
    """A reading of the author's, in answer to the question of its kind or of the title."""
    cells = {"question": found.question, "side": found.side, "answer": found.answer, "direction": found.direction}
    why = {"rule": f"reading in the {where}", "trigger": found.cue, "roles": "held by the author", "status": "held"}
    period = grounds.when(sentence, found.start)
    return _proposal(grounds, "reading", sentence.passage(found.start), period, found.confidence, cells, why)

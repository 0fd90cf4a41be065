"""What sort of thing the sources disagree about: an event, a figure, a question, and so on."""

from __future__ import annotations

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Claim, Doubt, Event, Mention, Position, Reading
from hikiwake.report.grounds import Grounds

GROUPS = ("event", "measure", "question", "answers", "turn", "actor", "argument", "words", "table")  # in this order


def sort_of(grounds: Grounds, each: Disagreement) -> str:
    """What sort of thing a disagreement or a doubt is about: one of ``GROUPS``; of a doubt odds or doubt."""
    first = grounds.dossier.by_id[each.entries[0]]
    if each.kind == "wording" and not isinstance(first, Doubt):
        return "words"
    match first:
        case Doubt():
            return "odds" if first.against else "doubt"
        case Mention() | Event():
            return "event"
        case Claim():
            return "table" if first.table else "measure"
        case Reading():
            kinds = {question.id: question.kind for question in grounds.dossier.case.questions}
            if kinds.get(first.question) != "rival":
                return "turn"
            return "question" if each.across else "answers"
        case Position():
            return "actor"
        case _:
            return "argument"

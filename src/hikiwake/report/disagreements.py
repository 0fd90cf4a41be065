"""Where the sources disagree: every disagreement with the voices that clash side by side, real ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hikiwake.comparison.clash import KINDS, Disagreement
from hikiwake.dossier import Claim, Doubt, Driver, Entry, Event, Mention, Position, Reading
from hikiwake.report.grounds import Grounds
from hikiwake.report.marks import direction_of_position, sign
from hikiwake.report.telling import Told, told
from hikiwake.wording import clashes as wording
from hikiwake.wording.phrases import amount, dated

GROUPS = ("event", "measure", "question", "answers", "turn", "actor", "argument", "table", "odds", "doubt")
FOLDED = ("answers", "odds", "doubt")
MOST_OPEN, UNFOLDED = 60, 2  # a group with more is folded; of an open one the first are unfolded


@dataclass(frozen=True, slots=True)
class Clash:
    """A disagreement on the page: what clashes, why, and the voices of each side."""

    disagreement: Disagreement
    when: str
    sum: str
    why: str
    sides: list[list[Told]]
    documents: list[int]


@dataclass(frozen=True, slots=True)
class Group:
    """The disagreements about things of one sort; the first real ones between documents are unfolded."""

    id: str
    title: str
    clashes: list[Clash]
    open: bool


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the section shows, or ``None`` where no source disagrees with another or with itself."""
    found = grounds.disagreements
    if not found:
        return None
    groups: dict[str, list[Clash]] = {}
    for each in found:
        groups.setdefault(sort_of(grounds, each), []).append(_clash(grounds, each))
    kinds = Counter(each.kind for each in found)
    return {
        "unfolded": UNFOLDED,
        "sentences": wording.counts(
            len(found), sum(each.real for each in found), sum(each.across for each in found), kinds
        ),
        "groups": [
            Group(
                id_,
                wording.about(id_),
                sorted(groups[id_], key=_rank),
                id_ not in FOLDED and len(groups[id_]) <= MOST_OPEN,
            )
            for id_ in GROUPS
            if id_ in groups
        ],
        "kinds": [(kind, wording.kind(kind)) for kind in KINDS if kinds[kind]],
        "documents": list(enumerate(grounds.labels)),
    }


def _rank(clash: Clash) -> tuple[bool, bool, int, int]:
    """Real ones first, then those between documents, then by how many answers and documents there are."""
    each = clash.disagreement
    return not each.real, not each.across, -len(clash.sides), -len(clash.documents)


def sort_of(grounds: Grounds, each: Disagreement) -> str:
    """What sort of thing a disagreement is about: one of ``GROUPS``."""
    first = grounds.dossier.by_id[each.entries[0]]
    match first:
        case Doubt():
            return "odds" if each.kind == "contradiction" else "doubt"
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


def _clash(grounds: Grounds, each: Disagreement) -> Clash:
    entries = [grounds.dossier.by_id[id_] for id_ in each.entries]
    documents = grounds.rest(each.id, entries, each.passages)
    sides: dict[object, list[Told]] = {}
    for entry in entries:
        line = told(grounds, entry)
        side = sides.setdefault(_side(entry), [])
        if all((other.words, other.who, other.where) != (line.words, line.who, line.where) for other in side):
            side.append(line)
    first = entries[0]
    event = grounds.events.get(first.event) if isinstance(first, Mention) else None
    when = dated(event.period) if event else ""
    told_by_editor = sort_of(grounds, each) in ("table", "odds", "doubt")
    why = each.explanation if told_by_editor else wording.opening(each.explanation)
    return Clash(each, when, _sum(entries), why, list(sides.values()), documents)


def _sum(entries: list[Entry]) -> str:
    """What clashes in as few words as can be: the figures, signs or dates, or how many answers there are."""
    figures = [amount(each.comparator, each.value, each.unit) for each in entries if isinstance(each, Claim)]
    signs = [sign(each.sign) for each in entries if isinstance(each, Driver)]
    dates = [dated(each.period) for each in entries if isinstance(each, Mention)]
    brief = list(dict.fromkeys(figures or signs or dates))
    if brief and not isinstance(entries[0], Doubt):
        return wording.against(brief) if len(brief) > 1 else ""
    answers = {(each.side, each.direction) for each in entries if isinstance(each, Reading)}
    return wording.answers_given(len(answers)) if len(answers) > 1 else ""


def _side(entry: Entry) -> object:
    """What an entry says on the matter: entries that say the same stand together."""
    match entry:
        case Mention():
            return entry.period.start, entry.period.end, entry.happened
        case Reading():
            return entry.side, entry.direction
        case Position():
            return direction_of_position(entry)
        case Driver():
            return entry.sign
        case Claim():
            return entry.comparator, entry.value, entry.group, entry.answer
        case _:
            return type(entry).__name__

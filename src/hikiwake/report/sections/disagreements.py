"""Where the sources disagree: every disagreement with the voices that clash side by side, real ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hikiwake.comparison.clash import KINDS, Disagreement
from hikiwake.dossier import Claim, Doubt, Driver, Entry, Mention, Position, Reading
from hikiwake.figures.marks import direction_of_position, sign
from hikiwake.report.grounds import Grounds
from hikiwake.report.sorts import DOUBTS, GROUPS, sort_of
from hikiwake.report.telling import Told, told
from hikiwake.wording import clashes as wording
from hikiwake.wording import leads
from hikiwake.wording.phrases import amount, dated

FOLDED = ("answers", *DOUBTS)
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


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the disagreements shows."""

    unfolded: int
    """How many of an open group are unfolded."""
    lead: str
    """How many disagreements there are, of which kinds, and what is real and what apparent."""
    groups: list[Group]
    """The disagreements by what they are about, first the real ones between documents."""
    doubts: list[Group]
    """The editor's doubts: first those that a passage of a document contradicts."""
    kinds: list[tuple[str, str]]
    """The kinds that occur, for the filter: value and words."""
    documents: list[tuple[int, str]]
    """The documents, for the filter: index and short name."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` where no source disagrees with another or with itself."""
    found = grounds.disagreements
    if not found and not grounds.doubts:
        return None
    kinds = Counter(each.kind for each in found)
    real, across = sum(each.real for each in found), sum(each.across for each in found)
    return Context(
        unfolded=UNFOLDED,
        lead=leads.disagreements(leads.counts(len(found), real, across, kinds), len(grounds.doubts)),
        groups=_groups(grounds),
        doubts=_doubts(grounds),
        kinds=[(kind, leads.kind(kind)) for kind in KINDS if kinds[kind]],
        documents=list(enumerate(grounds.labels)),
    )


def _groups(grounds: Grounds) -> list[Group]:
    """The real ones between documents by sort, then what is apparent or inside one document by sort."""
    first: dict[str, list[Clash]] = {}
    rest: dict[str, list[Clash]] = {}
    for each in grounds.disagreements:
        groups = first if each.real and each.across else rest
        groups.setdefault(sort_of(grounds, each), []).append(_clash(grounds, each))
    told = [_group(id_, leads.about(id_), first[id_]) for id_ in GROUPS if id_ in first]
    return told + [_group(f"{id_}-rest", leads.about_rest(id_), rest[id_]) for id_ in GROUPS if id_ in rest]


def _doubts(grounds: Grounds) -> list[Group]:
    groups: dict[str, list[Clash]] = {}
    for each in grounds.doubts:
        groups.setdefault(sort_of(grounds, each), []).append(_clash(grounds, each))
    return [_group(id_, leads.about(id_), groups[id_]) for id_ in DOUBTS if id_ in groups]


def _group(id_: str, title: str, clashes: list[Clash]) -> Group:
    opened = id_.removesuffix("-rest") not in FOLDED and len(clashes) <= MOST_OPEN
    return Group(id_, title, sorted(clashes, key=_rank), opened)


def _rank(clash: Clash) -> tuple[bool, bool, int, int]:
    """Real ones first, then those between documents, then by how many answers and documents there are."""
    each = clash.disagreement
    return not each.real, not each.across, -len(clash.sides), -len(clash.documents)


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
    told_by_editor = sort_of(grounds, each) in ("table", *DOUBTS) or wording.is_noted(each.explanation)
    why = each.explanation if told_by_editor else wording.opening(each.explanation)
    return Clash(each, when, _sum(entries), why, list(sides.values()), documents)


def _sum(entries: list[Entry]) -> str:
    """What clashes in as few words as can be: the figures, signs or dates, or how many answers there are."""
    figures = [amount(each.comparator, each.value, each.unit) for each in entries if isinstance(each, Claim)]
    signs = [sign(each.sign) for each in entries if isinstance(each, Driver)]
    dates = [dated(each.period) for each in entries if isinstance(each, Mention)]
    brief = list(dict.fromkeys(figures or signs or dates))
    if brief and not isinstance(entries[0], Doubt):
        return leads.against(brief) if len(brief) > 1 else ""
    answers = {(each.side, each.direction) for each in entries if isinstance(each, Reading)}
    return leads.answers_given(len(answers)) if len(answers) > 1 else ""


def _side(entry: Entry) -> object:
    """What an entry says on the matter: entries that say the same stand together."""
    match entry:
        case Mention():
            return entry.period.start, entry.period.end, entry.happened, entry.called.casefold()
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

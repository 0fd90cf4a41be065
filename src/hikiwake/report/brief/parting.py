"""The third part of a brief: who says otherwise, which turns are named, and the red lines of both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Position, Reading
from hikiwake.dossier.speaking import REFUSING
from hikiwake.report.brief.content import Block, Clause, Clauses, Heading, Paragraph, Table
from hikiwake.report.brief.noting import Notes
from hikiwake.report.brief.standing import Standing
from hikiwake.report.findings.on_agreement import turns
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise.cells import order
from hikiwake.report.otherwise.matters import TURN, Matter, matters, time_of
from hikiwake.report.sorts import GROUPS, sort_of
from hikiwake.wording import leads
from hikiwake.wording.clauses import brief as wording
from hikiwake.wording.phrases import brief, dated, does, sentence, the

MOST_OF_A_SORT, MOST_TURNS, MOST_RED_LINES = 3, 10, 6  # disagreements, turns, red lines of one side
FEWEST_DOCUMENTS = 2  # that judge a turn, for a row of its own


def parting(standing: Standing, notes: Notes) -> Iterator[Block]:
    """The blocks of the third part."""
    yield Heading(wording.OTHERWISE)
    yield from _disagreements(standing.grounds, notes)
    yield Heading(wording.TURNS)
    yield from _turns(standing.grounds, notes)
    yield Heading(wording.RED_LINES)
    yield from _red_lines(standing.grounds, notes)


def _disagreements(grounds: Grounds, notes: Notes) -> Iterator[Block]:
    """Of each sort the real disagreements between documents in which most documents take part."""
    real = [each for each in grounds.disagreements if each.real and each.across]
    if not real:
        yield Paragraph((Clause(wording.NO_DISAGREEMENT),))
        return
    told = grounds.disagreements
    counts = leads.counts(len(told), sum(each.real for each in told), sum(each.across for each in told),
                          Counter(each.kind for each in told))  # fmt: skip
    yield Paragraph((Clause(counts[0]),))
    shown = 0
    for sort in GROUPS:
        own = [each for each in real if sort_of(grounds, each) == sort]
        own.sort(key=lambda each: _heard(grounds, each), reverse=True)
        shown += len(own[:MOST_OF_A_SORT])
        for each in own[:MOST_OF_A_SORT]:
            entries = [grounds.dossier.by_id[id_] for id_ in each.entries]
            number = notes.on(entries, each.passages)
            yield Paragraph((Clause(sentence(each.what), strong=True), Clause(f" {each.explanation}", number)), "item")
    if len(real) > shown:
        yield Paragraph((Clause(wording.more_disagreements(len(real) - shown)),), "soft")


def _heard(grounds: Grounds, each: Disagreement) -> tuple[int, int]:
    """How many documents and voices take part."""
    documents = {index for id_ in each.entries for index in grounds.documents_of(grounds.dossier.by_id[id_])}
    return len(documents), sum(map(len, each.groups))


def _turns(grounds: Grounds, notes: Notes) -> Iterator[Block]:
    """How many turns are named, and those that several documents judge."""
    found = turns(grounds)
    if found is None:
        yield Paragraph((Clause(wording.NO_TURN),))
        return
    yield Paragraph((Clause(found.sentence, notes.on(found.grounds)),))
    named = [(each, _judged(grounds, each)) for each in matters(grounds.dossier, ()) if each.sort == TURN]
    several = [pair for pair in named if len(pair[1]) >= FEWEST_DOCUMENTS]
    told = sorted(several, key=lambda pair: (-len(pair[1]), _begins(grounds, pair[0])))[:MOST_TURNS]
    rows = [_turn(grounds, notes, *pair) for pair in sorted(told, key=lambda pair: _begins(grounds, pair[0]))]
    if rows:
        yield Table((wording.TURN, wording.WHEN, wording.JUDGED), tuple(rows), (42, 16, 42))


def _judged(grounds: Grounds, turn: Matter) -> list[tuple[str, list[Reading]]]:
    """The documents that judge a turn, in order of writing, each with its readings of it."""
    readings = [each for each in turn.entries.values() if isinstance(each, Reading)]
    told = ((index, [each for each in readings if index in grounds.documents_of(each)]) for index in order(grounds))
    return [(grounds.labels[index], own) for index, own in told if own]


def _begins(grounds: Grounds, turn: Matter) -> date:
    """When a turn begins; one of no time in particular stands last."""
    times = [time_of(grounds.dossier, each) for each in turn.entries.values()]
    return min((time.start for time in times if time), default=date.max)


def _turn(
    grounds: Grounds, notes: Notes, turn: Matter, judged: Sequence[tuple[str, list[Reading]]]
) -> tuple[Clauses, ...]:
    """A turn, its date, and which documents judge it in which way."""
    who: dict[tuple[str, bool], list[str]] = {}
    for label, readings in judged:
        for reading in readings:
            names = who.setdefault((reading.direction, reading.side == "denied"), [])
            names += [label] if label not in names else []
    told = "; ".join(wording.judged(direction, denied, names) for (direction, denied), names in who.items())
    number = notes.on([reading for _, readings in judged for reading in readings])
    event = grounds.events.get(turn.key[1])
    return (Clause(turn.title),), (Clause(dated(event.period) if event else ""),), (Clause(told, number),)


def _red_lines(grounds: Grounds, notes: Notes) -> Iterator[Block]:
    """The latest red lines of each side; what one voice says of several things in one time is one line."""
    drawn = {side: _drawn(grounds, line) for side, line in _lines(grounds)}
    if not any(drawn.values()):
        yield Paragraph((Clause(wording.NO_RED_LINE),))
    for side, ordered in drawn.items():
        for group in ordered[-MOST_RED_LINES:]:
            yield Paragraph((Clause(_red_line(grounds, group), notes.on(group)),), "item")
        if len(ordered) > MOST_RED_LINES:
            more = wording.more_red_lines(grounds.names.actor(side), len(ordered) - MOST_RED_LINES)
            yield Paragraph((Clause(more),), "soft")


def _lines(grounds: Grounds) -> list[tuple[str, tuple[str, ...]]]:
    """All sides, each with the states that it succeeds."""
    dossier = grounds.dossier
    return [(side, dossier.line(side)) for side in dossier.case.sides if side in dossier.actor]


def _drawn(grounds: Grounds, line: tuple[str, ...]) -> list[list[Position]]:
    """The red lines of one side in order of time, those together that one voice draws at one time."""
    found: dict[object, list[Position]] = {}
    for each in grounds.dossier.positions:
        own = grounds.dossier.actor[each.actor].state in line and each.kind != "recommended"
        if own and each.strength == wording.RED_LINE:
            refused = each.verb if each.verb in REFUSING else each.on
            found.setdefault((each.actor, refused, each.holder, each.period), []).append(each)
    return sorted(found.values(), key=lambda group: (group[0].period.last, group[0].period.start))


def _red_line(grounds: Grounds, group: Sequence[Position]) -> str:
    first, names = group[0], grounds.names
    on = [names.term(id_) for id_ in dict.fromkeys(each.on for each in group)]
    who = f"{the(names.actor(first.actor))} {does(first.verb)}"
    return wording.red_line(who, on, brief(first.period), first.kind, first.stance, grounds.told_of(first))

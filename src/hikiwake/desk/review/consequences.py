"""What a decision would change in the results: they are computed with the proposal and without it, and compared.

Compared are the disagreements, the values of the relation between the two sides by year, the bargaining ranges, and how
many answers a question has. Turning points, whose chance is drawn, and solved models, which name entries by hand, are
not computed again: of an entry that is there it is told which models and hypotheses name it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hikiwake.comparison import Disagreement, bargaining_range, disagreements
from hikiwake.dossier import Dossier, Event
from hikiwake.errors import HikiwakeError
from hikiwake.relation.scales import acts_between
from hikiwake.relation.series import periods_of, spread
from hikiwake.vocabulary.scales import intensity
from hikiwake.wording.desk import changes as wording
from hikiwake.wording.phrases import brief
from hikiwake.workbench import Kept
from hikiwake.workbench.accepting import accepted

MOST_VALUES = 3  # periods whose values are told one by one
MOST_EVENTS = 2  # events of the record of which a proposal may be one more mention
SCALE = "plover"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one way to decide would change: the way, and a sentence for each change."""

    way: str
    """What would be done."""
    told: tuple[str, ...]
    """What would be another then."""


def consequences(dossier: Dossier, kept: Kept, texts: Mapping[str, str], alike: tuple[str, ...]) -> list[Consequence]:
    """What accepting would change; of an event also what one more mention of each like event of the record would.

    texts: the stored texts that the proposal stands in; alike: ids of entries of the record of the same subject
    """
    if kept.status == "accepted" or kept.proposal.kind == "merge":
        return [Consequence("", _uses(dossier, kept.entry))] if kept.entry else []
    before = _results(dossier)
    ways = [
        (wording.OWN, ""),
        *((wording.as_mention(each.summary, each.id), each.id) for each in _like(dossier, alike)),
    ]
    return [Consequence(way, _changed(dossier, before, kept, texts, event)) for way, event in ways]


def _like(dossier: Dossier, alike: tuple[str, ...]) -> list[Event]:
    found = (dossier.by_id.get(id_) for id_ in alike)
    return [each for each in found if isinstance(each, Event)][:MOST_EVENTS]


def _changed(dossier: Dossier, before: Results, kept: Kept, texts: Mapping[str, str], event: str) -> tuple[str, ...]:
    try:
        whole, entry = accepted(dossier, kept, texts, event)
    except HikiwakeError as fault:
        return (str(fault),)
    after = _results(whole)
    named = _named(dossier, event or entry)
    return (*_told(whole, before, after), *named) or (wording.NOTHING,)


@dataclass(frozen=True, slots=True)
class Results:
    """Some results of a case, each by what it is of."""

    clashes: dict[str, Disagreement]
    values: dict[str, tuple[float, int]]
    ranges: dict[tuple[str, str], Any]
    answers: dict[str, set[str]]


def _results(dossier: Dossier) -> Results:
    sides = dossier.case.dyad if all(id_ in dossier.actor for id_ in dossier.case.dyad) else ()
    answers: dict[str, set[str]] = {}
    for reading in dossier.readings:
        answers.setdefault(reading.question, set()).add(reading.side)
    ranges = {(each.scale, each.era): each for each in bargaining_range(dossier)} if sides else {}
    return Results(
        {each.id: each for each in disagreements(dossier)}, _values(dossier) if sides else {}, ranges, answers
    )


def _values(dossier: Dossier) -> dict[str, tuple[float, int]]:
    """The mean of the acts between the two sides in each year, and how many acts touch it."""
    acts = acts_between(dossier, dossier.dyad(*dossier.case.dyad), intensity(SCALE))
    if not acts:
        return {}
    series = spread(acts, periods_of(acts, "year"))
    values, _ = series.measured("mean")
    return {
        brief(period): (float(values[place]), len(series.within(place)))
        for place, period in enumerate(series.periods)
        if series.within(place)
    }


def _told(after_case: Dossier, before: Results, after: Results) -> Iterator[str]:
    for id_ in dict.fromkeys((*before.clashes, *after.clashes)):
        old, new = before.clashes.get(id_), after.clashes.get(id_)
        shown = new or old
        if shown and (old is None or new is None or old.explanation != new.explanation):
            change = "more" if old is None else "less" if new is None else "other"
            yield wording.clash(change, shown.what, shown.kind, real=shown.real)
    yield from _values_told(after_case, before.values, after.values)
    case = after_case.case
    scales, eras = ({each.id: each.title for each in rows} for rows in (case.scales, case.eras))
    for (scale, era), new_range in after.ranges.items():
        old_range = before.ranges.get((scale, era))
        if old_range is not None and (old_range.overlap, old_range.reaches) != (new_range.overlap, new_range.reaches):
            yield wording.bargaining(scales[scale], eras[era], old_range.overlap, new_range.overlap)
    questions = {each.id: each.wording for each in case.questions}
    for question, sides in after.answers.items():
        if (had := len(before.answers.get(question, ()))) != len(sides):
            yield wording.answers(questions.get(question, question), had, len(sides))


def _values_told(
    dossier: Dossier, before: Mapping[str, tuple[float, int]], after: Mapping[str, tuple[float, int]]
) -> Iterator[str]:
    changed = [when for when in after if before.get(when, (0.0, 0)) != after[when]]
    names = [dossier.actor[id_].name() for id_ in dossier.case.dyad] if changed else []
    for when in changed[:MOST_VALUES]:
        yield wording.value(names[0], names[1], when, before.get(when, (0.0, 0)), after[when])
    if more := len(changed) - MOST_VALUES:
        yield from (wording.more_values(more),) if more > 0 else ()


def _uses(dossier: Dossier, entry: str) -> tuple[str, ...]:
    """What uses an entry of the record now."""
    own = {entry, *(mention.id for mention in getattr(dossier.by_id.get(entry), "mentions", ()))}
    clashes = [each.what for each in disagreements(dossier) if own & {*each.entries}]
    told = [wording.in_disagreement(what) for what in clashes]
    return (*told, *_named(dossier, entry)) or (wording.USED_BY_NOTHING,)


def _named(dossier: Dossier, entry: str) -> tuple[str, ...]:
    """Models and hypotheses that name an entry."""
    models = [wording.model(id_) for id_, text in dossier.conflicts if f'"{entry}"' in text]
    weighed = [wording.hypotheses(a.id) for a in dossier.analyses if entry in {each.id for each in a.evidence}]
    return (wording.named_in([*models, *weighed]),) if models or weighed else ()

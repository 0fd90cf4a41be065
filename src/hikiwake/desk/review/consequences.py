"""What a decision would change in the results: they are computed with the proposal and without it, and compared.

Compared are the disagreements, the values of the relation between the two sides by year, the bargaining ranges, and how
many answers a question has. Turning points, whose chance is drawn, and solved models, which name entries by hand, are
not computed again: of an entry that is there it is told which models and hypotheses name it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
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


def consequences(before: Results, kept: Kept, texts: Mapping[str, str], alike: tuple[str, ...]) -> list[Consequence]:
    """What accepting would change; of an event also what one more mention of each like event of the record would.

    before: the results of the case as it is; texts: the stored texts that the proposal stands in; alike: ids of entries
    of the record of the same subject
    """
    dossier = before.dossier
    if kept.status == "accepted" or kept.proposal.kind == "merge":
        return [Consequence("", _uses(before, kept.entry))] if kept.entry else []
    like = [each for id_ in alike if isinstance(each := dossier.by_id.get(id_), Event)][:MOST_EVENTS]
    ways = [(wording.OWN, ""), *((wording.as_mention(each.summary, each.id), each.id) for each in like)]
    return [_changed(before, kept, texts, way, event) for way, event in ways]


def _changed(before: Results, kept: Kept, texts: Mapping[str, str], way: str, event: str) -> Consequence:
    try:
        whole, _ = accepted(before.dossier, kept, texts, event)
    except HikiwakeError as fault:
        return Consequence(way if event else wording.UNFIT, (str(fault),))
    named = _named(before.dossier, event) if event else ()
    told = (*_told(kept.proposal.kind, before, Results(whole)), *named)
    return Consequence(way, told or (wording.NOTHING,))


@dataclass(frozen=True, eq=False)
class Results:
    """Some results of a case, each computed when it is first asked for."""

    dossier: Dossier

    @cached_property
    def clashes(self) -> Mapping[str, Disagreement]:
        """The disagreements by id."""
        return {each.id: each for each in disagreements(self.dossier)}

    @cached_property
    def values(self) -> Mapping[str, tuple[float, int]]:
        """The mean of the acts between the two sides in each year, and how many acts touch it."""
        acts = acts_between(self.dossier, self.dossier.dyad(*self._sides), intensity(SCALE)) if self._sides else ()
        if not acts:
            return {}
        series = spread(acts, periods_of(acts, "year"))
        means, _ = series.measured("mean")
        told = ((place, period, series.count_in(place)) for place, period in enumerate(series.periods))
        return {brief(period): (float(means[place]), count) for place, period, count in told if count}

    @cached_property
    def ranges(self) -> Mapping[tuple[str, str], Any]:
        """The bargaining ranges by scale and era."""
        return {(each.scale, each.era): each for each in bargaining_range(self.dossier)} if self._sides else {}

    @cached_property
    def answers(self) -> Mapping[str, set[str]]:
        """The different answers to each question."""
        found: dict[str, set[str]] = {}
        for reading in self.dossier.readings:
            found.setdefault(reading.question, set()).add(reading.side)
        return found

    @property
    def _sides(self) -> tuple[str, ...]:
        sides = self.dossier.case.dyad
        return sides if all(id_ in self.dossier.actor for id_ in sides) else ()


def _told(kind: str, before: Results, after: Results) -> Iterator[str]:
    """What is another after an entry of a kind has come: only what entries of that kind go into is computed again."""
    for id_ in dict.fromkeys((*before.clashes, *after.clashes)):
        old, new = before.clashes.get(id_), after.clashes.get(id_)
        shown = new or old
        if shown and (old is None or new is None or old.explanation != new.explanation):
            change = "more" if old is None else "less" if new is None else "other"
            yield wording.clash(change, shown.what, shown.kind, real=shown.real)
    own = {"event": _values_told, "position": _ranges_told, "reading": _answers_told}
    if kind in own:
        yield from own[kind](before, after)


def _ranges_told(before: Results, after: Results) -> Iterator[str]:
    case = after.dossier.case
    scales, eras = ({each.id: each.title for each in rows} for rows in (case.scales, case.eras))
    for (scale, era), new in after.ranges.items():
        old = before.ranges.get((scale, era))
        if old is not None and (old.overlap, old.reaches) != (new.overlap, new.reaches):
            yield wording.bargaining(scales[scale], eras[era], old.overlap, new.overlap)


def _answers_told(before: Results, after: Results) -> Iterator[str]:
    questions = {each.id: each.wording for each in after.dossier.case.questions}
    for question, sides in after.answers.items():
        if (had := len(before.answers.get(question, ()))) != len(sides):
            yield wording.answers(questions.get(question, question), had, len(sides))


def _values_told(before: Results, after: Results) -> Iterator[str]:
    old, new = before.values, after.values
    changed = [when for when in new if old.get(when, (0.0, 0)) != new[when]]
    dossier = after.dossier
    names = [dossier.actor[id_].name() for id_ in dossier.case.dyad] if changed else []
    for when in changed[:MOST_VALUES]:
        yield wording.value(names[0], names[1], when, old.get(when, (0.0, 0)), new[when])
    if len(changed) > MOST_VALUES:
        yield wording.more_values(len(changed) - MOST_VALUES)


def _uses(now: Results, entry: str) -> tuple[str, ...]:
    """What uses an entry of the record now."""
    own = {entry, *(mention.id for mention in getattr(now.dossier.by_id.get(entry), "mentions", ()))}
    told = [wording.in_disagreement(each.what) for each in now.clashes.values() if own & {*each.entries}]
    return (*told, *_named(now.dossier, entry)) or (wording.USED_BY_NOTHING,)


def _named(dossier: Dossier, entry: str) -> tuple[str, ...]:
    """Models and hypotheses that name an entry."""
    models = [wording.model(id_) for id_, text in dossier.conflicts if f'"{entry}"' in text]
    weighed = [wording.hypotheses(a.id) for a in dossier.analyses if entry in {each.id for each in a.evidence}]
    return (wording.named_in([*models, *weighed]),) if models or weighed else ()

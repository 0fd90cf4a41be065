"""Clashes about one event: when it was, whether it took place, how many acts a series counts, what is argued of it.

Claims, readings and drivers speak of an event through ``about``: one that counts or argues from an act takes it to have
been done. The time that a figure is true of is the time of its act; an age or a duration goes back to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from hikiwake.comparison.clash import Disagreement, clash, sides, voices
from hikiwake.comparison.units import began
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Driver, Event, Mention, Reading
from hikiwake.periods import Period
from hikiwake.wording import clashes as wording
from hikiwake.wording.phrases import dated

DONE = ("occurred", "ongoing")
NOT_DONE = ("postponed", "cancelled", "negated")
MEANT = "meant"  # a driver that says what was to come of its cause, not what came
INFERRED = "context"  # the basis of a time that no sentence names
STRETCHES = ("range", "approximate")  # precisions of what may be several acts
Telling = Claim | Reading | Driver
Dated = tuple[Mention | Claim, Period]


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash about an event in a dossier."""
    members = _by_series(dossier)
    several = _several(dossier)
    about = _by_event(dossier)
    for event in dossier.events:
        telling = about.get(event.id, [])
        if event.id in members:
            yield from _counted(dossier, event, members[event.id], telling, several)
        else:
            yield from _dates(dossier, event, telling)
        yield from _done_or_not(dossier, event, telling)
        yield from _effects(dossier, event, telling)


def _by_series(dossier: Dossier) -> dict[str, list[Event]]:
    """The acts of each series."""
    found: dict[str, list[Event]] = {}
    for event in dossier.events:
        if event.series:
            found.setdefault(event.series, []).append(event)
    return found


def _by_event(dossier: Dossier) -> dict[str, list[Telling]]:
    """What is told about each event, beside its mentions."""
    found: dict[str, list[Telling]] = {}
    entries: tuple[Telling, ...] = (*dossier.claims, *dossier.readings, *dossier.drivers)
    for entry in entries:
        if entry.about:
            found.setdefault(entry.about, []).append(entry)
    return found


def _dates(dossier: Dossier, event: Event, telling: Iterable[Telling]) -> Iterator[Disagreement]:
    """Times of one event that exclude each other: the two that lie furthest apart stand for all.

    Bounds that are only approximate exclude nothing; a time that is only inferred excludes nothing on its own.
    """
    aside: list[Dated] = [(each, began(each) or each.as_of) for each in telling if isinstance(each, Claim)]
    alike: list[list[Dated]] = []
    for happened in dict.fromkeys(mention.happened for mention in event.mentions):
        told: list[Dated] = [(each, each.period) for each in event.mentions if each.happened == happened]
        told += aside if happened in DONE else []
        alike.append([each for each in told if each[1].precision != "approximate"])
    firm = [[each for each in told if each[1].basis != INFERRED] for told in alike]
    real = _furthest(firm)
    if found := real or _furthest(alike):
        mentioned: list[Dated] = [(each, each.period) for each in event.mentions]
        agreeing = [each for each in (*mentioned, *aside) if each[1] in found]
        said = {each.id: (period.start, period.end) for each, period in agreeing}
        words = sides(dossier, said, [(each.id, dated(period)) for each, period in agreeing])
        yield clash(
            dossier,
            event.id,
            "contradiction" if real else "different_period",
            real=bool(real),
            what=event.summary,
            said=said,
            explanation=wording.apart(words) if real else wording.inferred_apart(words),
        )


def _furthest(alike: Iterable[Sequence[Dated]]) -> tuple[Period, Period] | None:
    """Of the times told of one outcome, the two that exclude each other and lie furthest apart."""
    found = []
    for told in filter(None, alike):
        one, other = min((each[1] for each in told), key=_last), max((each[1] for each in told), key=_start)
        found += [(one, other)] if one.before(other) else []
    return max(found, key=lambda pair: pair[1].start - pair[0].last, default=None)


def _last(period: Period) -> date:
    return period.last


def _start(period: Period) -> date:
    return period.start


def _done_or_not(dossier: Dossier, event: Event, telling: Iterable[Telling]) -> Iterator[Disagreement]:
    """An act that one passage says took place and another that it did not; or, only in word, that failed variously."""
    told = {mention.happened for mention in event.mentions}
    failed = told & {*NOT_DONE}
    taken = [each for each in telling if failed and _takes_for_done(each) and _elsewhere(dossier, each, event, failed)]
    real = bool(failed and (told & {*DONE} or taken))
    if real or len(failed) > 1:
        clashing = [mention for mention in event.mentions if mention.happened in failed | ({*DONE} & told)]
        names = voices(dossier, [*clashing, *taken])
        said = [(names[mention.id], mention.happened) for mention in clashing]
        said += [(names[each.id], wording.taken_for_done(_words(each))) for each in taken]
        yield clash(
            dossier,
            event.id,
            "contradiction" if real else "wording",
            real=real,
            what=event.summary,
            said={each.id: each.happened for each in _one_of_each(clashing)} | {each.id: DONE[0] for each in taken},
            explanation=wording.done_or_not(said) if real else wording.not_done(said),
        )


def _takes_for_done(entry: Telling) -> bool:
    """Whether what is told of an event takes it to have been done: a count or state of it, or an effect of it."""
    match entry:
        case Claim():
            return entry.kind == "actual" and entry.number != 0
        case Driver():
            return entry.sign != "0" and entry.kind != MEANT
        case Reading():
            return entry.direction in ("worse", "better")


def _elsewhere(dossier: Dossier, entry: Telling, event: Event, failed: Iterable[str]) -> bool:
    """Whether somebody else, in another document, says that the event was not done."""
    documents = {*dossier.documents_of(entry)}
    return any(
        mention.happened in failed
        and mention.holder != entry.holder
        and dossier.passage[mention.passage].document not in documents
        for mention in event.mentions
    )


def _one_of_each(mentions: Iterable[Mention]) -> list[Mention]:
    """Of the mentions that say the same by the same holder, the first."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.happened, mention.holder), mention)
    return list(first.values())


def _counted(
    dossier: Dossier, series: Event, members: list[Event], telling: Iterable[Telling], several: frozenset[str]
) -> Iterator[Disagreement]:
    """A count of the acts of a series beside those that are told one by one in the time that it speaks of.

    More than counted is a contradiction; fewer is only less told, and apparent.
    """
    done = [event for event in members if event.happened in DONE]
    for claim in (each for each in telling if isinstance(each, Claim) and each.number):
        told = [event for event in done if event.period.within(claim.as_of)]
        counted, exact = claim.number or 0, claim.comparator in ("=", "<=", "<", "<~")
        if not told or len(told) == counted or (len(told) > counted and not exact):
            continue
        more = len(told) > counted
        yield clash(
            dossier,
            f"{series.id}-{claim.id}",
            "contradiction" if more else "different_precision",
            real=more,
            what=series.summary,
            said={claim.id: "counted"} | {event.id: "told" for event in told},
            explanation=wording.counted_and_told(
                voices(dossier, [claim, *told])[claim.id],
                claim.comparator,
                claim.value,
                claim.unit,
                len(told),
                single=several.isdisjoint(event.id for event in told),
            ),
        )


def _several(dossier: Dossier) -> frozenset[str]:
    """The events that may be several acts: they have parts, are counted, or go on over a stretch of time."""
    parts = {event.series for event in dossier.events}
    counted = {claim.about for claim in dossier.claims if (claim.number or 0) > 1}
    stretches = {event.id for event in dossier.events if event.period.precision in STRETCHES}
    return frozenset(parts | counted | stretches)


def _effects(dossier: Dossier, event: Event, telling: Iterable[Telling]) -> Iterator[Disagreement]:
    """Effects of one event on one thing that are opposite, whatever the cause is called."""
    by_effect: dict[str, list[Driver]] = {}
    for each in telling:
        if isinstance(each, Driver) and each.kind != MEANT:
            by_effect.setdefault(each.effect, []).append(each)
    titles = {variable.id: variable.title for variable in dossier.case.variables}
    for effect, drivers in by_effect.items():
        causes = {driver.cause for driver in drivers}
        documents = {dossier.document_of(driver) for driver in drivers}
        if len(causes) > 1 and len(documents) > 1 and _one_cause_clashes(drivers):
            said = {driver.id: driver.sign for driver in drivers}
            words = sides(dossier, said, [(driver.id, driver.summary) for driver in drivers])
            cause = event.summary.rstrip(".")
            yield clash(
                dossier,
                f"{event.id}-{effect}",
                "interpretation",
                real=True,
                what=f"{cause} → {titles[effect]}",
                said=said,
                explanation=wording.effects(
                    cause, titles[effect], list(zip(dict.fromkeys(said.values()), words, strict=True))
                ),
            )


def _one_cause_clashes(drivers: list[Driver]) -> bool:
    """Whether arguments of two causes have opposite signs: those of one cause are compared as such."""
    told = {(driver.cause, driver.sign, driver.holder) for driver in drivers}
    return any(all(one != other for one, other in zip(*pair, strict=True)) for pair in combinations(told, 2))


def _words(entry: Telling) -> str:
    """What an entry says, in the editor's words."""
    return entry.answer if isinstance(entry, Reading) else entry.summary

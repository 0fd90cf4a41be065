"""Plants and decoys about what is done: acts against positions, what is told about an event, bounds between holders."""

from __future__ import annotations

from typing import Any

from hikiwake.dossier import Scale, Term, Variable
from hikiwake.periods import Period
from tests.planted import Planted, Planting, last_mention


def _bounds(case: Planted, number: int, *, clash: bool) -> None:
    """One says that a side accepts little, another that it refuses what is better for it; or what is worse."""
    ids = [f"{name}-{number}-{clash}" for name in ("most", "middle", "least")]
    north, south = case.both(ids[0])
    for id_ in ids:
        case.build.add("formula", north, id=id_, title=id_, includes="Something.")
    case.scales.append(Scale(ids[0], ids[0], "SUD", tuple((id_,) for id_ in ids)))
    actor = ("SUD", "NOR")[number % 2]
    accepted = ids[2] if clash == (actor == "SUD") else ids[0]
    entries = [
        case.build.add("position", passage, actor=actor, on=on, verb=verb, stance="So.", period=Period.parse("1991"))
        for passage, on, verb in ((north, accepted, "accepts"), (south, ids[1], "rejects"))
    ]
    if clash:
        case.plant(True, *entries)


def _acts(case: Planted, number: int, *, clash: bool) -> None:
    """A state condemns another though its premier is said to avoid that; or somebody else, or at another time."""
    formula, event = f"restraint-{number}-{clash}", f"event-acts-{number}-{clash}"
    window = 1990 * 12 + 5 + 2 * (2 * number % 24 + clash)  # months, all in the office of the premier
    first, second = (f"{each // 12}-{each % 12 + 1:02d}" for each in (window, window + 1))
    north, south = case.both(formula)
    case.build.add("formula", north, id=formula, title=formula, includes="No criticism.", rules_out=("ACCUSE",))
    entry = case.build.add(
        "position", north, actor="NOR/premier", on=formula, stance="Avoids criticism.", kind="revealed",
        period=Period.parse(f"{first}/{second}"),
    )  # fmt: skip
    sources, period, targets, happened = ("NOR",), first, ("SUD",), "occurred"
    if not clash:
        match number % 4:
            case 0:
                sources = ("TRD",)
            case 1:
                period = "1999-09"
            case 2:
                targets = ("TRD",)
            case 3:
                happened = "negated"
    case.build.event(
        event, south, period, "ACCUSE", "A condemnation.", sources=sources, targets=targets, happened=happened
    )
    if clash:
        case.plant(True, entry, last_mention(case))
        return
    case.build.event(f"{event}-other", south, first, "CONSULT", "They meet.")


def _count_of_an_event(case: Planted, number: int, *, clash: bool) -> None:
    """A figure about an act that another document says was not done, or of a time that is not that of the act."""
    event, measure = f"event-about-{number}-{clash}", f"guests-{number}-{clash}"
    case.measures.append(Term(measure, measure))
    north, south = case.both(measure)
    done = number % 2 == 0
    happened = "cancelled" if done and clash else "occurred"
    case.build.event(event, south, "1992", "CONSULT", "A conference.", happened=happened)
    mention = last_mention(case)
    period = "1994" if clash and not done else "1992-05"
    claim = case.build.add(
        "claim", north, subject=measure, measure=measure, value="300", unit="guests", as_of=Period.parse(period),
        summary="Three hundred came.", about=event,
    )  # fmt: skip
    if clash:
        case.plant(True, claim, mention)


def _age_of_an_event(case: Planted, number: int, *, clash: bool) -> None:
    """So many years since an act, against the date of the act."""
    event, measure = f"event-age-{number}-{clash}", f"since-{number}-{clash}"
    case.measures.append(Term(measure, measure))
    north, south = case.both(measure)
    case.build.event(event, south, f"{1945 if clash else 1947}-08", "COERCE", "The islands are taken.")
    mention = last_mention(case)
    claim = case.build.add(
        "claim", north, subject=measure, measure=measure, value="47", unit="years since", as_of=Period.parse("1994"),
        summary="The dispute is 47 years old.", about=event,
    )  # fmt: skip
    if clash:
        case.plant(True, claim, mention)


def _view_of_an_event(case: Planted, number: int, *, clash: bool) -> None:
    """An effect argued from an act that another document says was not done."""
    event, cause = f"event-view-{number}-{clash}", f"visit-{number}-{clash}"
    north, south = case.both(cause)
    case.build.event(event, south, "1992", "CONSULT", "A visit.", happened="negated")
    mention = last_mention(case)
    if number % 2:
        case.variables += [Variable(cause, cause), Variable(f"mood-{cause}", "Mood")]
        entry = case.build.add(
            "driver", north, cause=cause, effect=f"mood-{cause}", sign="+" if clash else "0", summary="It helped.",
            about=event,
        )  # fmt: skip
    else:
        direction = "better" if clash else "none"
        entry = case.build.add(
            "reading", north, question="turning_point", side="named", answer="It helped.", about=event,
            direction=direction,
        )  # fmt: skip
    if clash:
        case.plant(True, entry, mention)


def _effects_of_an_event(case: Planted, number: int, *, clash: bool) -> None:
    """Opposite effects of one act under two names of the cause; under two acts they are no disagreement."""
    event = f"event-effects-{number}-{clash}"
    north, south = case.both(event)
    effect = f"trust-{number}-{clash}"
    case.build.event(event, north, "1992", "SANCTION", "Sanctions.")
    case.build.event(f"{event}-2", south, "1993", "SANCTION", "Other sanctions.")
    case.variables.append(Variable(effect, effect))
    entries = []
    for passage, name, sign in ((north, "sanctions", "-"), (south, "pressure", "0")):
        cause = f"{name}-{number}-{clash}"
        case.variables.append(Variable(cause, cause))
        about = event if clash or name == "sanctions" else f"{event}-2"
        entries.append(
            case.build.add("driver", passage, cause=cause, effect=effect, sign=sign, summary="So.", about=about)
        )
    if clash:
        case.plant(True, *entries)


def _series(case: Planted, number: int, *, clash: bool) -> None:
    """More acts told one by one than counted (a contradiction), fewer (apparent), or as many."""
    series, measure = f"event-series-{number}-{clash}", f"rounds-{number}-{clash}"
    case.measures.append(Term(measure, measure))
    north, south = case.both(measure)
    case.build.event(series, north, "1991/1993", "CONSULT", "They meet often.")
    members = []
    for year in (1991, 1992, 1993, 1996):
        case.build.event(f"{series}-{year}", south, f"{year}", "CONSULT", "They meet.", series=series)
        members.append(f"{series}-{year}")
    told = 3 + (0, 6, -1)[number % 3] if clash and number % 3 else 3 - clash
    claim = case.build.add(
        "claim", north, subject=measure, measure=measure, value=f"{told}", unit="meetings",
        as_of=Period.parse("1991/1993"), summary="So many meetings.", about=series,
    )  # fmt: skip
    if clash:
        case.plant(told < 3, claim, *members[:3])


def _who_acted(case: Planted, number: int, *, clash: bool) -> None:
    """One says that a side attacked, another that it was attacked; or met, both did, of another act, or it did not."""
    event = f"event-who-{number}-{clash}"
    passages = case.both(event)
    type_ = ("ASSAULT", "SANCTION", "ACCUSE", "AID")[number % 4]
    first: dict[str, Any] = {"type_": type_, "sources": ("NOR",), "targets": ("SUD",)}
    second: dict[str, Any] = {"type_": type_, "sources": ("SUD/premier" if number % 2 else "SUD",), "targets": ("NOR",)}
    if clash and number % 3 == 1:
        second["targets"] = ("NOR", "TRD")
    if not clash:
        match number % 6:
            case 0:
                first["type_"] = second["type_"] = "CONSULT"
            case 1:
                second |= {"sources": ("NOR", "SUD"), "targets": ("NOR", "SUD")}
            case 2:
                second |= {"sources": ("NOR",), "targets": ("TRD",)}
            case 3:
                second["type_"] = "AGREE"
            case 4:
                second |= {"sources": ("TRD",), "targets": ("NOR",)}
            case 5:
                second |= {"sources": (), "targets": ()}
    ids = []
    for passage, told in zip(passages, (first, second), strict=True):
        case.build.event(event, passage, "1992", summary="Something is done.", **told)
        ids.append(last_mention(case))
    if clash:
        case.plant(True, *ids)


def _inferred_dates(case: Planted, number: int, *, clash: bool) -> None:
    """Dates that exclude each other, one or both of them inferred: apparent; nested, they are no disagreement."""
    event = f"event-inferred-{number}-{clash}"
    ids = []
    for place, passage in enumerate(case.both(event)):
        basis = "stated" if number % 3 == place else "context"
        day = 14 + 8 * place if clash else 14
        case.build.event(event, passage, f"1992-02-{day}", "CONSULT", "They meet.", basis=basis)
        ids.append(last_mention(case))
    if clash:
        case.plant(False, *ids)


KINDS: tuple[Planting, ...] = (
    _bounds, _acts, _count_of_an_event, _age_of_an_event, _view_of_an_event, _effects_of_an_event, _series, _who_acted,
    _inferred_dates,
)  # fmt: skip

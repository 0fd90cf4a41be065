"""The answers that ``answers.py`` measures: the models, and for each answer what is prepared and what is asked.

The package is imported inside each job, by the interpreter that measures it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

Job = Callable[[], Callable[[], Any]]


def model(options: int, each: int, seed: int, about: int = 0) -> Any:
    """Three decision makers, so many options, so many random statements each, no rules."""
    from hikiwake.conflict import Conflict, DecisionMaker, Option, PreferenceStatement, Statements, parse

    rng, ids = random.Random(seed), [f"o{number}" for number in range(options)]

    def statement() -> PreferenceStatement:
        some = rng.sample(ids, rng.randint(1, 3))
        literals = [f"not {one}" if rng.random() < 0.5 else one for one in some]
        return replace(PreferenceStatement(parse(rng.choice((" and ", " or ")).join(literals))), about=about)

    makers = []
    for place in range(3):
        own = tuple(Option(one) for one in ids[place * options // 3 : (place + 1) * options // 3])
        makers.append(DecisionMaker(f"D{place}", own, Statements(tuple(statement() for _ in range(each)))))
    return Conflict(tuple(makers), status_quo="N" * options)


def exclusive(options: int, *, rivals: bool) -> Any:
    """One decision maker with options of which it can take one; with rivals another that has one option."""
    from hikiwake.conflict import Conflict, DecisionMaker, Option, parse

    ids = [f"o{number}" for number in range(options)]
    rules = tuple(parse(f"{one} and {other}") for place, one in enumerate(ids) for other in ids[place + 1 :])
    makers = [DecisionMaker("A", tuple(map(Option, ids)))] + [DecisionMaker("B", (Option("z"),))] * rivals
    return Conflict(tuple(makers), infeasible=rules)


def sixteen_states() -> Any:
    """62 options of which all but the last four follow those."""
    from hikiwake.conflict import Conflict, DecisionMaker, Option, parse

    ids = [f"o{number}" for number in range(62)]
    rules = tuple(parse(f"not (o{number} iff o{58 + number % 4})") for number in range(58))
    makers = (DecisionMaker("A", tuple(map(Option, ids[:31]))), DecisionMaker("B", tuple(map(Option, ids[31:]))))
    return Conflict(makers, infeasible=rules)


def held(stability: Any, concepts: tuple[str, ...] = ("nash", "gmr", "smr", "seq")) -> Any:
    """The equilibria by concept."""
    return [stability.equilibria(concept) for concept in concepts]


def solving(conflict: Any, *concepts: str) -> Callable[[], Any]:
    """Solve by some concepts."""
    from hikiwake.conflict import solve

    return lambda: held(solve(conflict, concepts), concepts)  # type: ignore[arg-type]


def refusing() -> Callable[[], Any]:
    """Thirty options without rules: a refusal is the answer."""
    from hikiwake.conflict import solve

    def work() -> bool:
        try:
            solve(model(30, 1, 1), ("nash",))
        except Exception as refused:  # the two versions have different words
            return type(refused).__name__ == "ModelError"
        return False

    return work


def finding_levers(seed: int) -> Callable[[], Any]:
    """Levers of up to three changes for a state that does not hold."""
    from hikiwake.conflict import levers, solve

    conflict = model(12, 6, seed)
    equilibria = solve(conflict, ("seq",)).equilibria("seq")
    target = next(number for number in random.Random(seed).sample(range(1, 4097), 4096) if number not in equilibria)
    return lambda: [one.changes for one in levers(conflict, target, "seq", most=3)]


def first_levers() -> Callable[[], Any]:
    """The smallest levers of the same model alone."""
    from hikiwake.conflict import levers, solve

    conflict = model(12, 6, 3)
    equilibria = solve(conflict, ("seq",)).equilibria("seq")
    target = next(number for number in random.Random(3).sample(range(1, 4097), 4096) if number not in equilibria)

    def work() -> Any:
        return next(found for most in (1, 2, 3) if len(found := levers(conflict, target, "seq", most=most)))

    return lambda: [one.changes for one in work()]


def robust() -> Callable[[], Any]:
    """Single changes, 2,000 draws, and the 1,000 random orders that the command adds."""
    from hikiwake.conflict import baseline, draws, survivors

    conflict = model(13, 6, 5, about=2)
    return lambda: [draws(conflict, 2000, 1).shares, baseline(conflict, 1000, 1).shares, survivors(conflict).broken]


def explaining(concept: str) -> Callable[[], Any]:
    """Why one decision maker is stable at one state or not."""
    from hikiwake.conflict import why

    conflict = model(20, 10, 7)
    return lambda: why(conflict, 777777, concept, "D1").reasons[0].stable


def together(options: int) -> Callable[[], Any]:
    """What holds against every coalition."""
    from hikiwake.conflict import coalition_stability, solve

    stability = solve(model(options, 5, 3), ("nash",))
    return lambda: held(coalition_stability(stability))


def unknown() -> Callable[[], Any]:
    """Silence as unknown preference: the equilibria in all four extensions."""
    from hikiwake.conflict import solve_unknown

    conflict = model(14, 6, 1)
    return lambda: [found.equilibria(concept, one) for found in [solve_unknown(conflict)]
                    for concept in found.concepts for one in "abcd"]  # fmt: skip


def evolving() -> Callable[[], Any]:
    """The status quo table."""
    from hikiwake.conflict import evolve, solve

    stability = solve(model(16, 6, 1), ("seq",))
    return lambda: [(row.number, row.step) for row in evolve(stability)]


def of_the_case(name: str) -> Callable[[], Any]:
    """An analysis of the built-in case; its answers change with the case and are not compared."""
    import hikiwake

    dossier = hikiwake.load("japan_russia")
    return lambda: len(list(getattr(hikiwake, name)(dossier))) * 0


def of_all_editions() -> Callable[[], Any]:
    """Findings and history of the built-in case, now and as each of its documents was finished."""
    import hikiwake

    dossier = hikiwake.load("japan_russia")
    days = sorted({document.written.last for document in dossier.documents})[:-1]
    editions = [dossier, *map(dossier.as_written_by, days)]
    return lambda: sum(len(list(ask(one))) for one in editions for ask in (hikiwake.findings, hikiwake.history)) * 0


JOBS: dict[str, tuple[str, Job]] = {
    "sim14": ("under 1 s", lambda: solving(model(14, 6, 1), "sim")),
    "sim16": ("under 3 s", lambda: solving(model(16, 6, 1), "sim")),
    "exclusive": ("under 50 ms", lambda: solving(exclusive(18, rivals=True), "nash", "gmr", "smr", "seq", "sseq")),
    "exclusive62": ("at once", lambda: solving(exclusive(62, rivals=False), "nash", "gmr", "smr", "seq", "sseq")),
    "sixteen": ("at once", lambda: solving(sixteen_states(), "nash", "gmr", "smr", "seq", "sseq")),
    "thirty": ("refused at once", refusing),
    "levers": ("under 3 s", lambda: finding_levers(3)),
    "levers2": ("under 3 s", lambda: finding_levers(2)),
    "levers1": ("under 3 s", lambda: finding_levers(1)),
    "first": ("under 1 s", first_levers),
    "robust": ("under 8 s", robust),
    "why": ("under 3 s, 500 MB", lambda: explaining("seq")),
    "why_gmr": ("under 3 s, 500 MB", lambda: explaining("gmr")),
    "why_smr": ("under 3 s, 500 MB", lambda: explaining("smr")),
    "coalitions": ("under 1 s", lambda: together(12)),
    "coalitions16": ("not refused", lambda: together(16)),
    "unknown14": ("a few seconds", unknown),
    "evolve16": ("a few seconds", evolving),
    "findings": ("under 3 s (CPU)", lambda: of_the_case("findings")),
    "history": ("under 2 s (CPU)", lambda: of_the_case("history")),
    "editions": ("under 6 s (CPU)", of_all_editions),
    "ruled": ("6 (3) argsorts", lambda: lambda: None),
    "free": ("1.9 (1.1) argsorts", lambda: lambda: None),
}

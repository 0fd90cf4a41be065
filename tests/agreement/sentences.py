"""What the program says of a random settlement, in words, beside what the plain judgement would have it say.

The settlement goes the whole way: written as a conflict file of a small case, with a rival reading and refusals on
record, and told by ``findings``. The sentences are taken apart again, and each part is held against the definitions.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from hikiwake.actors import Actor
from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.conflict import Variant
from hikiwake.dossier import Position
from hikiwake.periods import Period
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.findings import findings_as_is
from tests.agreement.engine import conflict_of
from tests.agreement.models import alike, notation, preference
from tests.agreement.plain import Formula, State
from tests.agreement.settlements import conflict_with, drawn
from tests.agreement.settlements_plain import PlainSettlement
from tests.skerries_model import modelled

ERA, RIVAL = "1990-1994", "rival"
Clause = tuple[str, str, str, str]  # who, loses or leaves or loosens or refuses, by which move, for what


def told(rng: random.Random) -> tuple[PlainSettlement, PlainSettlement]:
    """A random settlement, and the same under a rival reading of some decision makers' preferences."""
    while True:
        plain = drawn(rng)
        plain = replace(plain, when=alike(rng, plain.model, plain.when))
        if plain.inside:
            break
    size = sum(map(len, plain.model.owned))
    changed = [i for i in plain.model.decision_makers if rng.random() < 0.5] or [0]
    wants = tuple(preference(rng, plain.model, size) if i in changed else plain.model.preferences[i]
                  for i in plain.model.decision_makers)  # fmt: skip
    return plain, replace(plain, model=replace(plain.model, preferences=wants))


def differences(own: PlainSettlement, rival: PlainSettlement) -> list[str]:
    """A line for everything that is said and should not be, or should be and is not."""
    both = zip(_findings(own, rival), (own, rival), strict=True)
    return [f"{finding.variant or 'own'}: {line}" for finding, plain in both for line in _wrong(finding, plain)]


def _findings(own: PlainSettlement, rival: PlainSettlement) -> tuple[Finding, ...]:
    """The findings of a case that holds the settlement, with its rival reading."""
    makers = conflict_of(rival.model).decision_makers
    variant = Variant(RIVAL, tuple((each.name, each.preference) for each in makers))
    conflict = replace(conflict_with(own), era=ERA, outcome=notation(own.start), variants=(variant,), title="Random")
    named = tuple(replace(each, actor=each.name) for each in conflict.decision_makers)
    dossier = modelled(as_toml(replace(conflict, decision_makers=named)))
    rejecting = tuple(
        Position(f"refusal-{i}", "A", f"D{i}", "deal", "rejects", "No.", "strong", "declared", Period.parse("1992"), ())
        for i in sorted(own.refusing)
    )
    actors = (*dossier.actors, *(Actor(each.name, "state") for each in named))
    dossier = replace(dossier, actors=actors, positions=(*dossier.positions, *rejecting))
    return findings_as_is(dossier, concept=own.concept, draws=1).rows  # type: ignore[arg-type]


def _wrong(finding: Finding, plain: PlainSettlement) -> Iterator[str]:
    form = plain.form
    other = plain.otherwise(form)
    pairs = [
        ("verdict", finding.verdict, plain.verdict(form)),
        ("holds otherwise", finding.holds_otherwise, notation(other) if other else ""),
        ("gaining", set(finding.gaining), _names(plain.gaining(form))),
        ("told", _heard(finding.told), _expected(plain)),
    ]
    yield from (f"{what}: {ours!r}, plainly {theirs!r}" for what, ours, theirs in pairs if ours != theirs)
    clauses = [_clause(text) for text in finding.blocked.removesuffix(".").split("; ") if text]
    possible = set(_possible(plain))
    yield from (f"said: {clause}, plainly one of {possible}" for clause in clauses if clause not in possible)
    missing = {each[:2] for each in possible if each[1] != "both"}
    for who, way, *_ in clauses:
        missing -= {(who, each) for each in (("loses", "leaves", "loosens") if way == "both" else (way,))}
    yield from (f"not said: {each}" for each in sorted(missing))


# -- what the program says, taken apart --------------------------------------------------------------------------


def _heard(text: str) -> tuple[str, set[str], str]:
    """The kind of verdict that a sentence gives, the names in it, and whether it holds, or in which form."""
    kinds = {
        "standing": r"this is how things stand at the beginning: nobody has to sign it, and (?P<lasting>.*)\.",
        "alone": r"(?P<names>.*) can bring it about alone (and|but) .*; (?P<lasting>.*)\.",
        "not told": r"no agreement can be told, for nothing is said of whether (?P<names>.*); (?P<lasting>.*)\.",
        "perhaps": r"(?P<names>.*) would sign it only if .* for them; (?P<lasting>.*)\.",
        "signed": r"(?P<names>.*) would sign it, (and|but) (?P<lasting>.*)\.",
        "unsigned": r"(?P<lasting>it would (hold, but would not|neither) be signed.*|it would not be signed.*)\.",
    }
    for kind, pattern in kinds.items():
        if found := re.fullmatch(pattern, text):
            names = set(re.findall(r"\bD\d", found.groupdict().get("names") or ""))
            return kind, names, _lasting(found["lasting"])
    raise AssertionError(text)


def _lasting(text: str) -> str:
    if found := re.search(r"it would not hold in this form, but it would (.*)", text):
        return found[1]
    return "holds" if re.match(r"it would hold\b", text) else "does not hold"


def _clause(text: str) -> Clause:
    otherwise = "(?:without it|by themselves)"
    leaving = "would (?:leave|begin what ends) it"
    patterns = {
        "refuses": r"(D\d) refuses it on record()()",
        "both": rf"(D\d) would do better as things go {otherwise}, and {leaving} by (.*), for it (.*)",
        "loses": r"(D\d) would do better as things go (without it|by themselves), for it (.*)",
        "leaves": r"(D\d) would leave it by (.*), for it (.*)",
        "loosens": r"(D\d) would begin what ends it by (.*), for it (.*)",
    }
    for way, pattern in patterns.items():
        if found := re.fullmatch(pattern, text):
            return found[1], way, found[2], found[3]
    raise AssertionError(text)


# -- what it should say, from the plain judgement ----------------------------------------------------------------


def _expected(plain: PlainSettlement) -> tuple[str, set[str], str]:
    form, verdict = plain.form, plain.verdict(plain.form)
    lasting = "holds" if form in plain.kept else _other_form(plain) or "does not hold"
    if form == plain.start:
        return "standing", set(), lasting
    if verdict == "alone":
        return "alone", _names(plain.alone(form)), lasting
    if verdict == "not_told":
        return "not told", _names({i for i, _ in plain.untold(form)}), lasting
    signed = plain.signed(form)
    kind = "perhaps" if signed is None else "signed" if signed else "unsigned"
    return kind, set() if kind == "unsigned" else _names(plain.parties(form)), lasting


def _other_form(plain: PlainSettlement) -> str:
    other = plain.otherwise(plain.form)
    if other is None:
        return ""
    begun, ended = _changes(plain.form, other)
    parts = [f"{word} {_listed(each)}" for word, each in (("with", begun), ("without", ended)) if each]
    return " and ".join(parts)


def _possible(plain: PlainSettlement) -> Iterator[Clause]:
    """Every clause that may be said of who blocks."""
    form, verdict = plain.form, plain.verdict(plain.form)
    yield from ((f"D{i}", "refuses", "", "") for i in plain.refusing & plain.parties(form))
    told_to_lose = {i for i, way, _ in plain.blockers() if way == "loses"}
    if verdict == "alone":
        told_to_lose &= plain.alone(form) if form != plain.start else set()
    against = [(i, each) for i in told_to_lose for each in plain.fallbacks if i in plain.losing(form, each)]
    for i, each in against:
        go = "by themselves" if each in plain.inside else "without it"
        yield f"D{i}", "loses", go, _wish(plain, i, each, form)
    losing = {(i, _wish(plain, i, each, form)) for i, each in against}
    for i, way, to in plain.blockers():
        if to is not None:
            move, wish = _move(form, to), _wish(plain, i, to, form)
            yield f"D{i}", way, move, wish
            if (i, wish) in losing:
                yield f"D{i}", "both", move, wish


def _wish(plain: PlainSettlement, i: int, better: State, worse: State) -> str:
    """For what somebody prefers one state: its first statement that holds there and not in the other."""
    kind, given = plain.model.preferences[i]
    if kind != "statements":
        return "ranks another state higher"
    says = next(each for each in given if plain.true(each, better) != plain.true(each, worse))
    if says[0] == "not" and says[1][0] == "option":
        return f"does not want {_words(says[1])}"
    if says[0] == "if" and says[1][0] == "not" and says[1][1][0] == "option":
        return f"does not want {_words(says[1][1])} if {_inner(says[2])}"
    return f"wants {_words(says)}"


def _words(formula: Formula) -> str:
    word, *parts = formula
    if word == "option":
        return f"“o{parts[0]}”"
    if word == "not":
        return f"not {_inner(parts[0])}"
    return f"{_inner(parts[0])} {'exactly when' if word == 'iff' else word} {_inner(parts[1])}"


def _inner(formula: Formula) -> str:
    plain = formula[0] == "option" or (formula[0] == "not" and formula[1][0] == "option")
    return _words(formula) if plain else f"({_words(formula)})"


def _move(start: State, end: State) -> str:
    begun, ended = _changes(start, end)
    parts = [f"{word} {_listed(each)}" for word, each in (("taking up", begun), ("giving up", ended)) if each]
    return " and ".join(parts) or "a change that makes no difference to others"


def _changes(start: State, end: State) -> tuple[list[str], list[str]]:
    pairs = list(enumerate(zip(notation(start), notation(end), strict=True)))
    return [f"“o{k}”" for k, pair in pairs if pair == ("N", "Y")], [
        f"“o{k}”" for k, pair in pairs if pair == ("Y", "N")
    ]


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _names(who: set[int]) -> set[str]:
    return {f"D{i}" for i in who}

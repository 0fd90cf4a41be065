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
from tests.agreement.sentences_plain import PlainSentences
from tests.agreement.settlements import conflict_with, drawn
from tests.agreement.settlements_plain import PlainSettlement
from tests.skerries_model import modelled

SOURCE = re.compile(r", (?:both |all )?as told by [^“;]*(?:“[^”]*” )?\(\d+\)(?: and \w+ others?)?")
ERA, RIVAL = "1990-1994", "rival"


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
        Position(f"refusal-{i}", "A", f"D{i}", "deal", "rejects", "No.", "strong", "declared", Period.parse("1992"),
                 (dossier.passages[0].id,))
        for i in sorted(own.refusing)
    )  # fmt: skip
    actors = (*dossier.actors, *(Actor(each.name, "state") for each in named))
    dossier = replace(dossier, actors=actors, positions=(*dossier.positions, *rejecting))
    return findings_as_is(dossier, concept=own.concept, draws=1).rows  # type: ignore[arg-type]


def _wrong(finding: Finding, plain: PlainSettlement) -> Iterator[str]:
    form, says = plain.form, PlainSentences(plain, finding.by)
    other = plain.otherwise(form)
    pairs = [
        ("verdict", finding.verdict, plain.verdict(form)),
        ("holds otherwise", finding.holds_otherwise, notation(other) if other else ""),
        ("gaining", set(finding.gaining), {f"D{i}" for i in plain.gaining(form)}),
    ]
    form_told = finding.told.removesuffix(says.verdict())
    if form_told and not (form_told.endswith(", ") and says.right_form(form_told[:-2])):
        yield f"told: {finding.told!r}, plainly {says.verdict()!r}"
    yield from (f"{what}: {ours!r}, plainly {theirs!r}" for what, ours, theirs in pairs if ours != theirs)
    yield from _wrong_clauses(finding, says)
    yield from _wrong_endings(finding, plain)


def _wrong_clauses(finding: Finding, says: PlainSentences) -> Iterator[str]:
    """Each decision maker is told as it may be."""
    clauses = [text[:1].lower() + text[1:] for text in finding.blocked.removesuffix(".").split("; ") if text]
    clauses = _with_reasons([re.sub("^d(?=[0-9])", "D", SOURCE.sub("", text)) for text in clauses])
    strays = [text for text in clauses if "only in passing" in text]
    for i in says.plain.model.decision_makers:
        mine = "; ".join(text for text in clauses if text not in strays and text.startswith(f"D{i} "))
        if mine not in says.of(i):
            yield f"said of D{i}: {mine}, plainly one of {says.of(i)}"
    possible = says.strays()
    if len(strays) != bool(possible) or not set(strays) <= possible:
        yield f"said: {strays}, plainly one of {possible}"


def _with_reasons(clauses: list[str]) -> list[str]:
    """The clauses, each with its own reason where it has the same as the one before."""
    told: list[str] = []
    for text in clauses:
        before = re.search(r"(?:for|because) it (.*?)(?=, and would |$)", told[-1]) if told else None
        for word, same in (("in part because", ", in part for the same reason"), ("for", ", for the same reason")):
            if before:
                text = text.replace(same, f", {word} it {before[1]}")
        told.append(text)
    return told


def _wrong_endings(finding: Finding, plain: PlainSettlement) -> Iterator[str]:
    """What is said of where things end without the settlement is so in all of these states."""
    start = notation(plain.start)
    if (not finding.without) != (plain.fallbacks == {plain.start}):
        yield f"of how things end: {finding.without!r}"
    text = finding.without.partition("without a settlement things end")[2]
    for side, names in re.findall(r"(with(?:out)?) (“[^.]*?”)(?= and with|\.)", text):
        for k in map(int, re.findall(r"“o(\d+)”", names)):
            sign = "N" if side == "without" else "Y"
            if start[k] == sign or any(notation(s)[k] != sign for s in plain.fallbacks):
                yield f"always {side} o{k}: {finding.without!r}"

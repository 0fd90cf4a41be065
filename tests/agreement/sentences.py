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
        ("told", finding.told, says.verdict()),
    ]
    yield from (f"{what}: {ours!r}, plainly {theirs!r}" for what, ours, theirs in pairs if ours != theirs)
    yield from _wrong_clauses(finding, says)
    yield from _wrong_endings(finding, plain)


def _wrong_clauses(finding: Finding, says: PlainSentences) -> Iterator[str]:
    """Each decision maker is told as it may be, and the form as it is."""
    clauses = [text[:1].lower() + text[1:] for text in finding.blocked.removesuffix(".").split("; ") if text]
    clauses = [re.sub("^d(?=[0-9])", "D", re.sub("(?<=on record), as told by .*", "", text)) for text in clauses]
    form = [text for text in clauses if text.startswith("it is judged ")]
    strays = [text for text in clauses if "only by the way" in text]
    told = [text for text in clauses if text not in (*form, *strays)]
    for i in says.plain.model.decision_makers:
        mine = {text for text in told if re.search(r"D\d", text)[0] == f"D{i}"}  # type: ignore[index]
        if mine not in says.of(i):
            yield f"said of D{i}: {mine}, plainly one of {says.of(i)}"
    possible = says.strays()
    if len(strays) != bool(possible) or not set(strays) <= possible:
        yield f"said: {strays}, plainly one of {possible}"
    yield from (f"said of the form: {text}" for text in form if not says.right_form(text))


def _wrong_endings(finding: Finding, plain: PlainSettlement) -> Iterator[str]:
    """What is said of where things end without the settlement is so in all of these states, or in some."""
    start = notation(plain.start)
    if (not finding.without) != (plain.fallbacks == {plain.start}):
        yield f"of how things end: {finding.without!r}"
    text = finding.without.partition("without a settlement things ")[2].partition(", some ")
    for word, told, expected in (("all", text[0], all), ("some", text[1] + text[2], any)):
        for side, names in re.findall(r"(with(?:out)?) (“[^.]*?”)(?=[.,]? (?:some|and with)|\.|$|,)", told):
            for k in map(int, re.findall(r"“o(\d+)”", names)):
                ends = [notation(s)[k] == ("N" if side == "without" else "Y") for s in plain.fallbacks]
                if not expected(ends) or start[k] == ("N" if side == "without" else "Y"):
                    yield f"{word} {side} o{k}: {finding.without!r}"

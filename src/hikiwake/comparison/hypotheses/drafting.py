"""A draft of competing hypotheses from the readings of one question: its sides, and what the record has on them.

Nothing is judged: which evidence is consistent with which hypothesis is for a person to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

import tomli_w

from hikiwake.comparison.hypotheses.weighing import says
from hikiwake.dossier.competing import Analysis, Evidence, Hypothesis
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Event, Reading
from hikiwake.dossier.folder.analyses.file import KEY, MOST_EVIDENCE, MOST_HYPOTHESES
from hikiwake.errors import HikiwakeError
from hikiwake.wording.clauses import hypotheses as wording
from hikiwake.wording.tables import UNSEEN
from hikiwake.wording.terminal.near import near_or_some


def draft(dossier: Dossier, question: str, id_: str = "") -> Analysis:
    """The sides of a question as hypotheses, and as evidence what its readings are about and what touches them.

    That is the acts that its readings are about and the claims about these, the acts and claims on the readings' own
    passages, and the doubts about the readings. ``id_`` is that of the analysis, the question's where none is given.

    Raises ``HikiwakeError`` for a question that the case does not have, and for one without two answers.

    >>> import hikiwake as hw
    >>> drafted = draft(hw.load("japan_russia"), "why_russia_hardened")
    >>> [each.id for each in drafted.hypotheses], drafted.judgements
    (['china-alignment', 'unknown', 'japanese-sanctions'], ())
    """
    asked = {each.id: each.wording for each in dossier.case.questions}
    if question not in asked:
        raise HikiwakeError(f"{question!r} is no question of the case{near_or_some(question, [*asked])}")
    readings = [each for each in dossier.readings if each.question == question]
    sides = {each.side: each for each in reversed(readings) if each.side}
    if len(sides) < 2:
        raise HikiwakeError(
            f"{question!r} has {len(sides)} answer{'s' if len(sides) != 1 else ''} in the case, expected two or more "
            "that differ; give a question that several answer, or write hypotheses.toml by hand"
        )
    hypotheses = [Hypothesis(side, sides[side].answer.strip() or side, (side,)) for side in reversed(sides)]
    evidence = tuple(Evidence(each) for each in dict.fromkeys(_touching(dossier, readings)))
    return Analysis(
        id_ or question, asked[question], question,
        hypotheses=tuple(hypotheses[:MOST_HYPOTHESES]), evidence=evidence[:MOST_EVIDENCE],
    )  # fmt: skip


def _touching(dossier: Dossier, readings: Iterable[Reading]) -> Iterator[str]:
    """The ids of the acts that readings are about, of acts and claims on their passages, and of doubts about them."""
    told = list(readings)
    about = {each.about for each in told if each.about}
    passages = {id_ for each in told for id_ in each.passages}
    yield from (event.id for event in dossier.events if event.id in about)
    yield from (each.id for each in dossier.claims if each.about in about)
    entries: tuple[Event | Claim, ...] = (*dossier.events, *dossier.claims)
    for each in entries:
        if not passages.isdisjoint(each.passages):
            yield each.id
    ids = {each.id for each in told}
    yield from (doubt.id for doubt in dossier.doubts if doubt.entry in ids)


def draft_text(dossier: Dossier, analysis: Analysis) -> str:
    """A draft as the text of ``hypotheses.toml``, with what each piece of evidence says, and how a cell is written."""
    parts = [*_lines(wording.DRAFT), f"[[{KEY}]]", _table(analysis, "id", "title", "question")]
    for hypothesis in analysis.hypotheses:
        parts += [f"[[{KEY}.hypotheses]]", _table(hypothesis, "id", "text", "readings")]
    for evidence in analysis.evidence:
        parts += [*_lines([says(dossier, evidence)]), f"[[{KEY}.evidence]]",
                  _table(evidence, "id", "credibility", "relevance")]  # fmt: skip
    first = analysis.evidence[0].id if analysis.evidence else "an entry"
    cells = {each.id: "N" for each in analysis.hypotheses}
    shown = tomli_w.dumps({"analyst": "you", "evidence": first, "cells": cells})
    told = f"[[{KEY}.judgements]]\n{shown.replace('[cells]', f'[{KEY}.judgements.cells]')}"
    parts += _lines([*wording.DRAFT_CELLS, *filter(None, told.splitlines())])
    return "\n".join(parts) + "\n"


def _table(value: Analysis | Hypothesis | Evidence, *names: str) -> str:
    told = {each.name: getattr(value, each.name) for each in fields(value) if each.name in names}
    plain = {name: list(each) if isinstance(each, tuple) else each for name, each in told.items()}
    return tomli_w.dumps(plain)


def _lines(texts: Iterable[str]) -> list[str]:
    """Comments, a line each; what controls a terminal or ends a line stands as numbers."""
    return [f"# {UNSEEN.sub(lambda sign: ascii(sign.group())[1:-1], ' '.join(each.split()))}" for each in texts]

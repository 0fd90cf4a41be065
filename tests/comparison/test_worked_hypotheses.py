"""A matrix worked by hand, of the form in Heuer (1999), Psychology of Intelligence Analysis, ch. 8: what it comes to.

Three hypotheses and six pieces of evidence, each consistent (+) or inconsistent (-) with each: the first piece says
nothing, and the second hypothesis has the fewest minuses.
"""

from __future__ import annotations

from dataclasses import replace

import hikiwake as hw
from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from tests.synthetic import skerries

FIGURE = {"e1": "+++", "e2": "++-", "e3": "++-", "e4": "-++", "e5": "-++", "e6": "-++"}
HYPOTHESES = ("none", "minor", "major")


def analysis() -> Analysis:
    judged = tuple(
        Judgement("analyst", name, tuple(Cell(id_, "C" if sign == "+" else "I")
                  for id_, sign in zip(HYPOTHESES, signs, strict=True)))
        for name, signs in FIGURE.items()
    )  # fmt: skip
    return Analysis(
        "iraq", "Will Iraq retaliate?",
        hypotheses=tuple(Hypothesis(id_, f"{id_} action") for id_ in HYPOTHESES),
        evidence=tuple(Evidence(name, f"evidence {name}", f"report {name}") for name in FIGURE), judgements=judged,
    )  # fmt: skip


def weighed() -> object:
    return hw.hypotheses(replace(skerries().dossier(), analyses=(analysis(),)))


def test_hypotheses_stand_in_the_order_of_their_minuses() -> None:
    assert [(row.hypothesis, row.score) for row in weighed()] == [("minor", 0), ("major", -2), ("none", -3)]  # type: ignore[attr-defined]


def test_the_first_piece_alone_has_no_diagnostic_value() -> None:
    assert [row.evidence for row in weighed().evidence if not row.decides] == ["e1"]  # type: ignore[attr-defined]


def test_the_conclusion_hangs_on_the_two_pieces_against_a_major_attack() -> None:
    changes = [row for row in weighed().changes if row.kind == "evidence"]  # type: ignore[attr-defined]
    assert [(row.evidence, row.first) for row in changes] == [(("e2", "e3"), ("minor", "major"))]

"""Surveys held against the text: a doubt about a cell, or one that names figures of a table, stands beside it."""

from __future__ import annotations

from dataclasses import replace

from hikiwake.report.checks import checks
from hikiwake.report.grounds import Grounds
from tests.synthetic import skerries

SMALL = skerries().dossier()


def test_doubt_about_a_cell_stands_beside_its_table() -> None:
    assert {table: [each.id for each in found] for table, found in checks(Grounds(SMALL)).items()} == {
        "poll": ["disagreement-doubt-001"]
    }


def test_doubt_that_names_figures_of_a_table_stands_beside_it() -> None:
    cells = tuple(replace(claim, value="70.5" if claim.answer == "yes" else "20.5") for claim in SMALL.claims)
    other = replace(SMALL.doubts[0], entry="reading-001", reason="The poll has 70.5 and 20.5 percent.")
    naming = replace(SMALL, claims=cells, doubts=(other,))
    assert list(checks(Grounds(naming))) == ["poll"]
    once = replace(naming, doubts=(replace(other, reason="The poll has 70.5 percent."),))
    assert checks(Grounds(once)) == {}

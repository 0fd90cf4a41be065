"""The section of disagreements: each once, its voices side by side, and surveys checked against the text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.comparison import disagreements
from hikiwake.dossier import Case, Dossier
from hikiwake.report import page
from hikiwake.report.checks import checks
from hikiwake.report.grounds import Grounds
from hikiwake.report.sections.disagreements import Group, context
from hikiwake.report.telling import told
from tests.synthetic import skerries

CASES = {"small": skerries().dossier(), "built-in": hw.load("japan_russia")}


@pytest.fixture(params=CASES)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return CASES[request.param]


def groups(dossier: Dossier) -> list[Group]:
    shown = context(Grounds(dossier))
    assert shown
    return [*shown.groups, *shown.doubts]


def test_every_disagreement_stands_once_real_ones_first(dossier: Dossier) -> None:
    found = [clash.disagreement.id for group in groups(dossier) for clash in group.clashes]
    told = disagreements(dossier)
    assert sorted(found) == sorted(each.id for each in (*told, *told.doubts))
    for group in groups(dossier):
        real = [clash.disagreement.real for clash in group.clashes]
        assert real == sorted(real, reverse=True)


def test_every_voice_is_told(dossier: Dossier) -> None:
    grounds = Grounds(dossier)
    for group in groups(dossier):
        for clash in group.clashes:
            wanted = {told(grounds, dossier.by_id[id_]).words for id_ in clash.disagreement.entries}
            assert {line.words for side in clash.sides for line in side} == wanted


def test_disagreement_opens_its_own_passages() -> None:
    dossier = CASES["built-in"]
    grounds = Grounds(dossier)
    context(grounds)
    for each in disagreements(dossier):
        assert len(grounds._entries[each.id]) == len(each.passages)
    for doubt in disagreements(dossier).doubts:  # passages inside one another are shown as one
        assert 1 <= len(grounds._entries[doubt.id]) <= len(doubt.passages)


def test_every_disagreement_has_a_permalink(dossier: Dossier, built_in_page: Path) -> None:
    text = built_in_page.read_text(encoding="utf-8") if dossier is CASES["built-in"] else page(dossier)
    ids = set(re.findall(r' id="([^"]+)"', text))
    told = disagreements(dossier)
    assert {each.id for each in (*told, *told.doubts)} <= ids


def test_real_ones_between_documents_stand_before_all_others(dossier: Dossier) -> None:
    shown = context(Grounds(dossier))
    assert shown
    first = [each.disagreement.real and each.disagreement.across for group in shown.groups for each in group.clashes]
    assert first == sorted(first, reverse=True)
    assert {each.disagreement.id for group in shown.doubts for each in group.clashes} == {
        each.id for each in disagreements(dossier).doubts
    }


def test_no_disagreement_no_section() -> None:
    assert context(Grounds(Dossier(Case("t", "q", ("AAA", "BBB"))))) is None


def test_doubt_about_a_cell_stands_beside_its_table() -> None:
    assert {table: [each.id for each in found] for table, found in checks(Grounds(CASES["small"])).items()} == {
        "poll": ["disagreement-doubt-001"]
    }


def test_doubt_that_names_figures_of_a_table_stands_beside_it() -> None:
    small = CASES["small"]
    cells = tuple(replace(claim, value="70.5" if claim.answer == "yes" else "20.5") for claim in small.claims)
    other = replace(small.doubts[0], entry="reading-001", reason="The poll has 70.5 and 20.5 percent.")
    naming = replace(small, claims=cells, doubts=(other,))
    assert list(checks(Grounds(naming))) == ["poll"]
    once = replace(naming, doubts=(replace(other, reason="The poll has 70.5 percent."),))
    assert checks(Grounds(once)) == {}

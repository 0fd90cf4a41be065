"""What would hold, on the page: every finding, equilibrium, reason, statement and comparison of a case's models."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from hikiwake.conflict import solve
from hikiwake.modelling.case_models import case_models
from hikiwake.modelling.history import ORDERS, history
from hikiwake.report import page
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.report.models import context
from hikiwake.report.models.equilibria import MOST, Solved
from hikiwake.report.models.outlooks import outlook
from hikiwake.report.models.pathways import draw
from hikiwake.report.models.shelf import Shelf
from hikiwake.settlement.findings import DRAWS, findings
from hikiwake.wording import models as wording
from tests.built_in import japan_russia
from tests.skerries_model import TEXT, modelled
from tests.synthetic import skerries

SKERRIES = modelled()
CASE = japan_russia()


@pytest.fixture(scope="module")
def small() -> str:
    return page(SKERRIES)


@pytest.fixture(scope="module")
def built_in(built_in_page: Path) -> str:
    return built_in_page.read_text(encoding="utf-8")


def section(text: str, id_: str = "models") -> str:
    found = re.search(rf'<section class="told" id="{id_}".*?</section>', text, re.DOTALL)
    assert found
    return found[0]


def test_a_case_without_models_has_no_such_section() -> None:
    assert context(Grounds(skerries().dossier())) is None
    assert 'id="models"' not in page(skerries().dossier())


def test_the_sections_stand_in_the_order_in_which_a_reader_asks(built_in: str) -> None:
    ids = re.findall(r'<section[^>]* id="([\w-]+)"', built_in)
    start = ids.index("part-why") + 1
    sections = ["blocking", "changing", "settlements", "range", "packages", "models", "formulas"]
    assert ids[start : start + len(sections)] == sections


@pytest.mark.parametrize("name", ["small", "built_in"])
def test_every_finding_is_told_in_the_words_of_the_command(name: str, request: pytest.FixtureRequest) -> None:
    text = section(request.getfixturevalue(name), "settlements")
    dossier = SKERRIES if name == "small" else CASE
    told = re.sub(r"<[^>]+>", "", text).replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")
    found = findings(dossier, draws=DRAWS, seed=SEED)
    assert len(found) == text.count('class="row outlook"')
    for finding in found:
        verdict = " ".join(filter(None, (finding.told, finding.blocked, finding.changing)))
        assert finding.sentence.endswith(verdict)
        assert verdict[1:] in told


def test_the_look_of_a_cell_agrees_with_the_sentence() -> None:
    opening = {
        "agreed": ("and it would hold",),
        "alone": ("can bring it about alone", "this is how things stand at the beginning"),
        "signed_only": ("but it would not hold", "but it would hold only in another form"),
        "holds_only": ("it would hold, but would not be signed", "would sign it depends"),
        "neither": ("it would neither be signed nor hold", "it would not be signed", "would sign it depends"),
        "not_told": ("no agreement can be told",),
    }
    for finding in findings(CASE, "1956-1959", draws=2):
        verdict = " ".join(filter(None, (finding.told, finding.blocked, finding.changing)))
        assert finding.sentence.endswith(verdict)
        assert any(each in verdict.partition(".")[0] for each in opening[outlook(finding)]), finding.sentence


def test_every_finding_that_tells_of_somebodys_will_opens_its_grounds(built_in: str) -> None:
    """Those who would sign, or would gain, as well as those who block: by grounds of statements and of refusals."""
    island = re.search(r'id="grounds">(.*?)</script>', built_in, re.DOTALL)
    assert island
    entries, rests = (json.loads(island[1])[name] for name in ("entries", "rests"))
    willing = 0
    for finding in findings(CASE):
        blocking = any(one.grounds for one in finding.blocked_by)  # who strays does so for nothing that is told
        if not (finding.signed or finding.gaining or blocking or finding.refused_by):
            continue
        id_ = "-".join(filter(None, ("model", finding.era, finding.settlement, finding.variant)))
        willing += bool(finding.signed)
        grounds = {ground for _, one in finding.wishes for ground in one.grounds}
        assert rests[id_] and entries[id_], id_
        assert not finding.signed or grounds & set(rests[id_]), id_
    assert willing


def test_every_statement_opens_its_grounds(built_in: str) -> None:
    models = case_models(CASE)
    shelf = Shelf(Grounds(CASE), models)
    island = re.search(r'id="grounds">(.*?)</script>', built_in, re.DOTALL)
    assert island
    rests = json.loads(island[1])["rests"]
    for line in shelf.lines:
        assert f'id="{line.id}"' in built_in
        assert {CASE.by_id[ground].id for ground in line.grounds} >= set(rests[line.id])
        assert rests[line.id]
    base = sum(len(getattr(maker.preference, "statements", ())) for m in models for maker in m.conflict.decision_makers)
    assert len(shelf.lines) > base
    assert len({line.id for line in shelf.lines}) == len(shelf.lines)


def test_every_link_of_the_section_leads_somewhere(built_in: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', built_in))
    for name in ("blocking", "changing", "settlements", "models"):
        links = set(re.findall(r'href="#([^"]+)"', section(built_in, name)))
        assert links and links <= ids


def test_equilibria_stand_in_option_form_with_the_beginning_and_the_end() -> None:
    for model in case_models(CASE):
        solved = Solved(Shelf(Grounds(CASE), (model,)), model)
        stability = solve(model.conflict)
        columns = solved.columns()
        shown = {column.number for column in columns}
        assert len(shown) == MOST or set(stability.equilibria("seq")) <= shown
        assert sum(column.start for column in columns) == 1
        assert any(column.history for column in columns)
        for column in columns:
            assert column.holds[0] == stability.is_equilibrium("nash", column.number)
            assert column.text == stability.states.text(column.number - 1)
            assert column.why


def test_paths_lead_to_the_equilibria_that_improvements_reach() -> None:
    for model in case_models(CASE):
        solved = Solved(Shelf(Grounds(CASE), (model,)), model)
        drawing = draw(solved).drawing
        ends = {node.number for node in drawing.nodes if not node.after}
        reached = set(solved.paths.reachable) & set(solved.stability.equilibria("seq"))
        assert {node.number for node in drawing.nodes} >= reached
        assert ends <= reached | {solved.start}
        assert len(drawing.arrows) == len(drawing.nodes) - 1
        tops = sorted((node.x, node.y, node.y + node.height) for node in drawing.nodes)
        assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(tops))


def test_history_shows_misses_and_baselines(built_in: str) -> None:
    table = history(CASE, orders=ORDERS, seed=SEED)
    text = section(built_in)
    assert text.count('class="hit"') == sum(row.holds for row in table.compared)
    assert text.count('class="miss"') == sum(row.held == "no" for row in table.compared) > 0
    assert text.count('<b class="open">?</b>') == sum(row.held == "?" for row in table.compared) > 0
    assert text.count('<tr class="gap">') == len(table) - len(table.compared)
    for sentence in table.sentences:
        assert sentence in text


def test_limits_say_whose_voice_is_missing(built_in: str, small: str) -> None:
    assert "No document comes from Russia" in section(built_in)
    assert "No document comes from" not in section(small)


def test_another_dispute_has_its_own_names_only(small: str) -> None:
    text = section(small)
    assert "Norland" in text
    assert not re.search(r"Japan|Russia|Kuril", text)


def test_rankings_and_weights_are_listed_as_a_whole() -> None:
    start, end = TEXT.index("[preferences.Suderland]"), TEXT.index("[[settlements]]")
    ranking = '[preferences.Suderland]\nranking = [["---Y"], ["---N"]]\ngrounds = ["position-003"]\n\n'
    text = TEXT[:start] + ranking + TEXT[end:].partition("[[variants]]")[0]
    dossier = replace(SKERRIES, conflicts=(("1990-1994", text),))
    lists = Shelf(Grounds(dossier), case_models(dossier)).lists["1990-1994", ""]
    assert [line.words for line in lists[1].lines] == [wording.ranked()]
    assert lists[1].lines[0].grounds == ("position-003",)
    assert 'id="models"' in page(dossier)


def test_the_page_is_the_same_for_the_same_case(small: str) -> None:
    assert page(modelled()) == small

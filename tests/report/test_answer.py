"""The answer on the first screen: true of the ranges and the findings, and every clause opens what it stands on."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from hikiwake.dossier import Dossier
from hikiwake.periods import Period
from hikiwake.report.answer.modelled import in_the_way, modelled
from hikiwake.report.answer.reached import reached
from hikiwake.report.answer.section import Context, context
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import page
from hikiwake.wording.clauses import answer as wording
from tests.built_in import grounds
from tests.skerries_model import modelled as skerries_with_model
from tests.synthetic import Builder, skerries


def plain(paragraph: object) -> str:
    return " ".join("".join(text for text, _ in clause) for clause in paragraph.clauses)  # type: ignore[attr-defined]


def shown(dossier: Dossier) -> Context:
    found = context(Grounds(dossier))
    assert found
    return found


def accepting(norland: str, suderland: str, second: str = "") -> Dossier:
    """The Skerries with an era before all others in which Norland and Suderland accept what is given."""
    build = Builder()
    document = build.document("both-1996", "Both", "NOR", "1996")
    told = [("NOR", norland, "Both"), ("SUD", suderland, "Both"), *([("SUD", second, "Other")] if second else [])]
    for actor, formula, holder in told:
        passage = build.say(document, f"{actor} would take {formula}, {holder} says.")
        build.add("position", passage, actor=actor, on=formula, verb="accepts", stance="would take it", holder=holder,
                  period=Period.parse("1990/1994"))  # fmt: skip
    for id_ in ("all", "half", "none"):
        build.add("formula", build.say(document, f"The way {id_}."), id=id_, title=id_.capitalize(), includes="")
    return build.dossier()


@pytest.fixture(scope="module")
def built_in() -> Grounds:
    return grounds()


@pytest.fixture(scope="module")
def answer(built_in: Grounds) -> Context:
    found = context(built_in)
    assert found
    return found


def test_the_headline_counts_what_the_range_says(built_in: Grounds, answer: Context) -> None:
    found = reached(built_in)
    assert found
    overlaps = [row.overlap for row in found.rows]
    sides = ["Japan", "Russia"]
    told = len(overlaps) - overlaps.count("unknown")
    expected = wording.headline(sides, overlaps.count("open"), overlaps.count("disputed"), told)
    assert answer.headline == f"{expected}."


def test_four_questions_are_answered_in_order(answer: Context) -> None:
    assert [each.question for each in answer.paragraphs] == [
        wording.WHEN, wording.CLOSED, wording.CHANGE, wording.SURE]  # fmt: skip
    assert all(plain(each) for each in answer.paragraphs)


def test_every_clause_opens_something_that_stands_on_entries() -> None:
    text = page(skerries_with_model())
    ids = set(re.findall(r'id="([^"]+)"', text))
    start = text.index('id="answer"')
    links = re.findall(r'href="#([^"]+)"', text[start : text.index("</section>", start)])
    assert links and set(links) <= ids
    rows = re.compile(r'class="[^"]*\brow\b[^"]*" id="([^"]+)"|id="([^"]+)" class="[^"]*\brow\b|<tr id="([^"]+)"')
    opened = {found for each in rows.findall(text) for found in each if found}
    clauses = [link for link in links if link.startswith(("range-", "model-", "finding-"))]
    assert clauses and set(clauses) <= opened


def test_an_era_is_told_as_disputed_exactly_where_the_range_is(built_in: Grounds, answer: Context) -> None:
    found = reached(built_in)
    assert found
    links = {link for clause in answer.paragraphs[0].clauses for _, link in clause if link.startswith("range-")}
    assert links == {f"range-land-{row.era}" for row in found.rows if row.shared}


def test_what_would_be_agreed_is_what_the_findings_agree(built_in: Grounds, answer: Context) -> None:
    models = modelled(built_in, "two_1956_formula")
    assert models
    told = plain(answer.paragraphs[0])
    for finding in models.agreed:
        assert f"“{finding.title}”" in told
    for finding in models.findings:
        if finding.agreed and finding.variant and finding.settlement == models.formula:
            assert finding.by in told


def test_who_is_in_the_way_is_named_once_and_never_without_a_word_on_it(built_in: Grounds) -> None:
    for finding in built_in.findings:
        told = [name for names in in_the_way(finding) for name in names]
        assert len(told) == len(set(told))
        known = {one.decision_maker for one in finding.blockers} | {name for name, _ in finding.refused_by}
        assert {name.removeprefix("the ") for name in told} <= known


def test_a_shared_settlement_is_the_headline() -> None:
    found = shown(accepting("half", "half"))
    assert "both accepted a settlement in the one era of which it is told" in found.headline
    assert "Whoever is followed, in 1990–94: “Half”." in plain(found.paragraphs[0])
    assert 'class="shared open"' in found.charts[0]


def test_accounts_that_differ_are_hatched() -> None:
    found = shown(accepting("half", "half", "all"))
    assert found.headline.startswith("In no era did")
    assert "By some accounts, or for a time, in 1990–94" in plain(found.paragraphs[0])
    assert 'class="shared disputed"' in found.charts[0] and 'class="shared open"' not in found.charts[0]


def test_a_gap_is_called_one() -> None:
    found = shown(accepting("none", "all"))
    assert (
        found.headline
        == "In the one era of which it is told, Norland and Suderland did not accept the same settlement."
    )
    assert ">gap</text>" in found.charts[0] and 'class="shared' not in found.charts[0]


def test_the_chart_has_a_row_for_every_era_and_a_tick_for_every_document(built_in: Grounds, answer: Context) -> None:
    found = reached(built_in)
    assert found
    for chart in answer.charts:
        assert chart.count('class="row-of ') == len(found.rows)
    for row in found.rows:
        assert answer.charts[0].count(f'href="#range-land-{row.era}"') == 1
    first = found.rows[1]
    told = {(bound.actor, index) for bound in first.bounds if bound.accepts for id_ in bound.positions
            for index in built_in.documents_of(built_in.dossier.by_id[id_])}  # fmt: skip
    part = answer.charts[0].split('class="row-of ')[2]
    assert part.count('class="tick mark') == len(told)


def test_margins_have_six_words_or_so(answer: Context) -> None:
    lines = re.findall(r'class="margin[^"]*"[^>]*>([^<]*)<', answer.charts[0])
    assert lines and all(len(line.split()) <= 6 for line in lines)


@pytest.mark.parametrize(
    ("dossier", "missing", "there"),
    [
        (skerries().dossier(), [wording.NO_MODEL], [wording.NO_SCALE, wording.UNSAID]),
        (skerries_with_model(), [], [wording.NO_MODEL, wording.NO_SCALE]),
    ],
    ids=["no model", "both"],
)
def test_what_a_case_lacks_is_said(dossier: Dossier, missing: list[str], there: list[str]) -> None:
    told = " ".join(plain(each) for each in shown(dossier).paragraphs)
    assert [each for each in missing if each not in told] == []
    assert [each for each in there if each in told] == []


@pytest.mark.parametrize("with_model", [True, False])
def test_a_case_without_a_scale_shows_what_there_is(with_model: bool) -> None:
    whole = skerries_with_model() if with_model else skerries().dossier()
    found = shown(replace(whole, case=replace(whole.case, scales=())))
    assert found.charts == [] and wording.NO_SCALE in plain(found.paragraphs[0])
    assert (wording.UNSAID in plain(found.paragraphs[1])) is not with_model
    opening = "In the models" if with_model else "The record tells of"
    assert found.headline.startswith(opening)


def test_a_case_without_entries_has_no_answer() -> None:
    whole = skerries().dossier()
    empty = replace(whole, events=(), claims=(), readings=(), positions=(), drivers=(), doubts=())
    assert context(Grounds(empty)) is None


def test_the_answer_comes_first_and_in_no_other_words_than_its_own() -> None:
    text = page(skerries_with_model())
    main = unescape(text[text.index("<main") :])
    assert main.index("When could both have agreed?") < main.index("Whose voices these are")


def test_what_one_account_of_several_tells_is_told_as_such() -> None:
    found = reached(Grounds(accepting("none", "all", "half")))
    assert found
    row = next(row for row in found.rows if row.bounds)
    told = "".join(text for text, _ in found._closed(row))
    assert row.overlap == "none" and "by one account of two Suderland goes as far as “Half”" in told


def test_an_era_of_which_no_verdict_is_told_is_not_spoken_of(built_in: Grounds) -> None:
    spoken = 0
    for formula in {each.settlement for each in built_in.findings}:
        models = modelled(built_in, formula)
        assert models and models.formula == formula
        if last := models._last:
            spoken += 1
            assert last.verdict != "not_told"
            later = list(models.of_formula.values())
            assert all(each.verdict == "not_told" for each in later[later.index(last) + 1 :])
    assert spoken


def test_a_document_of_no_known_voice_is_not_taken_for_a_third_sides() -> None:
    whole = skerries().dossier()
    unplaced = replace(whole, documents=tuple(replace(each, voice="") for each in whole.documents))
    told = shown(unplaced).voices
    assert "does not say from which state" in told and "None is from" not in told and "as others see it" not in told


def test_the_margin_speaks_of_what_is_shared_in_its_era(built_in: Grounds) -> None:
    found = reached(built_in)
    models = modelled(built_in, found.formula if found else "")
    assert found and models
    for row in found.rows:
        finding = models.on(row.era, row.shared)
        if finding:
            assert finding.settlement in (row.shared or (models.formula,)) and finding.era == row.era
    assert any(models.on(row.era, row.shared) for row in found.rows if row.shared)


def test_what_is_shared_once_is_not_told_as_most_often(built_in: Grounds) -> None:
    assert "most often" not in wording.shared("open", 2, 1) and "each time" in wording.shared("open", 2, 2)
    found = reached(built_in)
    assert found
    told = "".join(text for text, _ in found.when[0])
    rows = found.by_overlap["disputed"]
    most = max(sum(formula in row.shared for row in rows) for formula in found.scale.formulas)
    assert ("each time" in told) == (most == len(rows) > 1)

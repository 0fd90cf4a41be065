"""Which record a page shows, how it describes itself, what its words mean, and how it is cited."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.documents.bibliography import read_bibliography
from hikiwake.dossier import Case, Dossier
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import DIGITS, json_text, record_digest
from hikiwake.report import page
from hikiwake.report.answer import answer
from hikiwake.report.editions import choices
from hikiwake.report.grounds import Grounds, ReadAs
from hikiwake.report.sections.method import cited, citing_context, context
from hikiwake.report.whose import made, mark
from tests.built_in import grounds
from tests.report.hostile import hostile
from tests.report.test_editions import unpacked
from tests.synthetic import skerries
from tests.written_later import WRITTEN, told


class Metas(HTMLParser):
    """What the head of a page says of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(text.partition("<style>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "meta" and (name := told.get("name") or told.get("property")):
            self.said[name] = told.get("content") or ""


def test_the_digest_is_the_same_for_the_same_record_wherever_it_is_read_from(tmp_path: Path) -> None:
    dossier = skerries().dossier()
    hw.save(dossier, tmp_path / "case")
    (tmp_path / "case.json").write_text(json_text(dossier), encoding="utf-8")
    digests = {record_digest(each) for each in (dossier, hw.load(tmp_path / "case"), hw.load(tmp_path / "case.json"))}
    checked = check_case(tmp_path / "case")
    assert digests == {checked.digest} == {checked.as_record()["digest"]}
    assert checked.lines[-1].endswith(f"; digest {checked.digest[:DIGITS]}")
    assert re.fullmatch("[0-9a-f]{64}", digests.pop())


DOSSIER = skerries().dossier()
CHANGES = {
    "the frame": replace(DOSSIER, case=replace(DOSSIER.case, question="Another?")),
    "a document": replace(DOSSIER, documents=(replace(DOSSIER.documents[0], title="Another"), *DOSSIER.documents[1:])),
    "an actor": replace(DOSSIER, actors=(replace(DOSSIER.actors[0], kind="body"), *DOSSIER.actors[1:])),
    "a passage": replace(DOSSIER, passages=(replace(DOSSIER.passages[0], start=1), *DOSSIER.passages[1:])),
    "an event": replace(DOSSIER, events=(replace(DOSSIER.events[0], summary="Another."), *DOSSIER.events[1:])),
    "a claim": replace(DOSSIER, claims=(replace(DOSSIER.claims[0], value="77"), *DOSSIER.claims[1:])),
    "a reading": replace(DOSSIER, readings=DOSSIER.readings[1:]),
    "a position": replace(DOSSIER, positions=(replace(DOSSIER.positions[0], stance="x"), *DOSSIER.positions[1:])),
    "a model": replace(DOSSIER, conflicts=(("1990-1994", 'title = "Two offers"\n'),)),
    "the order": replace(DOSSIER, events=DOSSIER.events[::-1]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_digest_is_another_after_any_change(change: str) -> None:
    assert record_digest(CHANGES[change]) != record_digest(DOSSIER)


def test_a_faulty_folder_has_no_digest(tmp_path: Path) -> None:
    hw.save(DOSSIER, tmp_path / "case")
    events = tmp_path / "case" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8").replace("NOR", "NOBODY", 1), encoding="utf-8")
    report = check_case(tmp_path / "case")
    assert report.faults and report.digest == "" and "; digest" not in report.lines[-1]


def test_a_page_says_in_its_foot_and_in_its_method_which_record_it_shows() -> None:
    text, digest = page(DOSSIER), record_digest(DOSSIER)
    foot = text.partition('<p class="stated">')[2].partition("</p>")[0]
    assert digest[:DIGITS] in foot and "Version" in foot
    assert digest in text.partition('id="method"')[2]


def test_every_edition_names_the_whole_record_and_itself() -> None:
    whole = told(3)
    digest = record_digest(whole)[:DIGITS]
    for each in choices(whole):
        edition = unpacked(page(whole))[each.address]
        citing = edition.partition('id="citing"')[2]
        assert digest in citing and digest in edition.partition('class="stated"')[2]
        assert f"({each.read_as})" in unescape(citing)
    assert f"as written by {WRITTEN[0]}" not in page(whole).partition('id="citing"')[2].partition("</section>")[0]


def test_a_page_describes_itself_by_its_finding_and_what_each_answer_says_first() -> None:
    grounds = Grounds(DOSSIER)
    told_ = answer(grounds)
    assert told_ is not None
    said = Metas(page(DOSSIER)).said
    assert said["og:title"] == DOSSIER.case.title
    assert said["description"] == said["og:description"]
    assert said["description"].startswith(told_.headline)
    for paragraph in told_.paragraphs:
        assert "".join(words for words, _ in paragraph.clauses[0]) in said["description"]
    assert not any(name in said for name in ("og:image", "og:url"))


def test_an_empty_case_describes_itself_by_its_question_and_a_hostile_one_breaks_out_of_nothing() -> None:
    empty = Dossier(Case("Nothing yet", "Who knows?", ("AAA", "BBB")))
    assert Metas(page(empty)).said["description"] == "Who knows?"
    text = page(hostile())
    assert Metas(text).said["og:title"] == hostile().case.title
    found = made(text.encode("utf-8"))
    assert found is not None and found.case == mark(hostile().case)


def test_the_citation_is_one_reference_that_comes_back(tmp_path: Path) -> None:
    case = replace(DOSSIER.case, editor="Ada Lovelace & Co_workers", title="The Skerries: 100 % {disputed}")
    grounds = Grounds(replace(DOSSIER, case=case), read_as=ReadAs("as written by May 1996", "ab" * 32))
    reference, shown = cited(grounds), citing_context(grounds)
    assert reference.date == max(each.written.last for each in DOSSIER.documents).isoformat()[: len(reference.date)]
    assert (tmp_path / "a.bib").write_text(shown.forms[0][2]) and (tmp_path / "a.json").write_text(shown.forms[1][2])
    for name in ("a.bib", "a.json"):
        (back,) = read_bibliography(tmp_path / name).references
        assert (back.title, back.within, back.date) == (reference.title, reference.within, reference.date)
        assert "as written by May 1996" in back.title and "abababababab" in back.within
        assert not back.address
    assert "Lovelace" in shown.text and reference.title in shown.text and reference.within in shown.text


def test_an_office_is_cited_as_a_body_and_a_case_without_documents_has_no_date() -> None:
    office = Grounds(replace(DOSSIER, case=replace(DOSSIER.case, editor="case editor")))
    assert [each.literal for each in cited(office).authors] == ["Case editor"]
    empty = citing_context(Grounds(Dossier(Case("Nothing yet", "Who knows?", ("AAA", "BBB")))))
    assert empty.edition == "" and empty.text.startswith("Nothing yet. Record")
    assert "year" not in empty.forms[0][2] and "issued" not in json.loads(empty.forms[1][2])[0]


def test_the_method_explains_the_words_that_a_case_has_use_for() -> None:
    terms = {term for term, _ in context(Grounds(DOSSIER)).definitions}
    assert {"Range", "Words for a range", "Real and apparent"} <= terms and "Would hold" not in terms
    built_in = context(grounds())
    shown = dict(built_in.definitions)
    assert {"Would be signed", "Would hold", "Agreed, and blocked", "Least change"} <= {*shown}
    assert "seed 0" in shown["Shares"] and "200 draws" in shown["Shares"]
    assert len(built_in.limits) == len(context(Grounds(DOSSIER)).limits) + 1


def test_the_map_offers_the_formulas_that_name_what_passes() -> None:
    assert '<select data-asks="formula">' not in page(DOSSIER)
    place = DOSSIER.case.places[0]
    formulas = (replace(DOSSIER.formulas[0], passes=(place.id,)), *DOSSIER.formulas[1:])
    text = page(replace(DOSSIER, formulas=formulas))
    assert '<select data-asks="formula">' in text
    assert f'<option value="{formulas[0].id}" data-passes="{place.id}">' in text
    assert f'data-place="{place.id}"' in text


def test_a_formula_names_places_of_the_case_only(tmp_path: Path) -> None:
    formulas = (replace(DOSSIER.formulas[0], passes=(DOSSIER.case.places[0].id,)), *DOSSIER.formulas[1:])
    hw.save(replace(DOSSIER, formulas=formulas), tmp_path / "case")
    assert hw.load(tmp_path / "case").formulas == formulas
    table = tmp_path / "case" / "formulas.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(formulas[0].passes[0], "atlantis"), encoding="utf-8")
    (fault,) = check_case(tmp_path / "case").faults
    assert "formulas.csv:2, passes: found 'atlantis', expected one of the case's places" in str(fault)

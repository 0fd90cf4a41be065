"""Competing hypotheses at the desk: begun, marked, reasoned, changed by two at once, taken back."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

import hikiwake as hw
from hikiwake.desk import Desk
from hikiwake.desk.editing.merging import ClashError, merged
from hikiwake.desk.hypotheses.marks import filled, name, values
from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from tests.desk.conftest import Asked, asked
from tests.synthetic import skerries

FILE = """\
# The editor's own words.
[[analyses]]
id = "who"
title = "Who <b>refused</b>?"
question = "why_failed"
hypotheses = [{ id = "south", text = "Suderland", readings = ["refusal"] }, { id = "both", text = "Both" }]

[[analyses.evidence]]
id = "event-talks"
credibility = "high"

[[analyses.evidence]]
id = "a letter"
text = "A letter & a seal."
source = "An archive"

[[analyses.judgements]]
analyst = "case editor"
evidence = "event-talks"
cells = { south = "C", both = "II" }
reasons = { both = "They <i>came</i>." }
"""
MATRIX = "/hypotheses/matrix?id=who"
TALKS = {each: name("cell", "event-talks", each) for each in ("south", "both")}
LETTER = {each: name("cell", "a letter", each) for each in ("south", "both")}
Form = dict[str, str]


@pytest.fixture(scope="session")
def skerries_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case folder with one analysis, which the case editor has judged in part."""
    folder = tmp_path_factory.mktemp("hypotheses") / "skerries"
    hw.save(skerries().dossier(), folder)
    (folder / "hypotheses.toml").write_text(FILE, encoding="utf-8")
    return folder


@pytest.fixture
def ask(skerries_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A desk with a copy of it open, at which ann sits."""
    monkeypatch.setenv("HIKIWAKE_USER", "ann")
    shutil.copytree(skerries_made, tmp_path / "skerries")
    return asked(Desk(tmp_path, str(tmp_path / "skerries")))


def analysis(ask: Asked, id_: str = "who") -> Analysis:
    return next(each for each in hw.load(ask.opened.folder).analyses if each.id == id_)


def form(page: str, action: str = "/hypotheses/save") -> Form:
    """The fields of the first form with an action, those that stand outside of it included, as a browser sends them."""
    start = page.index(f'action="{action}"')
    inside = page[start : page.index("</form>", start)]
    own = 'id="marks"' in inside
    outside = "".join(re.findall(r'<input[^>]*form="marks"[^>]*>|<select[^>]*form="marks".*?</select>', page)) * own
    found = dict(re.findall(r'<input[^>]*? name="([^"]+)"[^>]*? value="([^"]*)"', inside + outside))
    found |= dict(re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', inside))
    for field, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', inside + outside):
        chosen = re.findall(r"<option(?: value=\"([^\"]*)\")? selected>([^<]*)", options)
        found[field] = next(
            (value or ("" if text in ("·", "not judged", "none") else text) for value, text in chosen), ""
        )
    return {html.unescape(field): html.unescape(value) for field, value in found.items()}


def shaped(page: str) -> Form:
    """The fields of the form for title, question and hypotheses."""
    return form(page[page.index('class="shape"') - 200 :])


def refused(ask: Asked, address: str, **fields: str) -> str:
    before = hw.load(ask.opened.folder)
    answer = ask.client.post(address, data={"case": ask.opened.key, "analysis": "who", **fields})
    assert answer.status_code == 422
    assert hw.load(ask.opened.folder) == before
    return answer.text


def test_a_form_that_is_sent_unchanged_changes_nothing(ask: Asked) -> None:
    before = (ask.opened.folder / "hypotheses.toml").read_bytes()
    page = ask.see(MATRIX)
    assert form(page)[TALKS["south"]] == "" and form(page)[name("evidence-credibility", "event-talks")] == "high"
    ask.send("/hypotheses/save", **form(page))
    ask.send("/hypotheses/save", **shaped(page))
    piece = ask.see("/hypotheses/evidence?id=who&evidence=a%20letter")
    assert form(piece)["piece"] == "a letter"
    ask.send("/hypotheses/save", **form(piece))
    assert (ask.opened.folder / "hypotheses.toml").read_bytes() == before


def test_marks_are_kept_counted_and_taken_back(ask: Asked) -> None:
    marks = {TALKS["south"]: "I", TALKS["both"]: "N", LETTER["both"]: "II"}
    levels = {name("evidence-relevance", "a letter"): "high"}
    page = ask.send("/hypotheses/save", **{**form(ask.see(MATRIX)), **marks, **levels})
    told = html.unescape(page)
    found = hw.hypotheses(hw.load(ask.opened.folder), "who", "ann")
    (first,) = (row for row in found if row.place == 1)
    assert f"By your marks “{first.text}” is least inconsistent. 1 of 4 cells is not marked." in told
    for line in (*found.numbered.evidence.sentences, *map(found.numbered.changes.told, found.changes)):
        assert line in told
    assert analysis(ask).by("ann")["event-talks"].of("south") == Cell("south", "I")
    assert analysis(ask).by("case editor")["event-talks"].of("both") == Cell("both", "II", "They <i>came</i>.")
    assert (ask.opened.folder / "hypotheses.toml").read_text().startswith("# The editor's own words.\n")
    history = ask.see("/history")
    assert "ann</b> change of 1 analysis" in history and 'href="/hypotheses/matrix?id=who"' in history
    ask.send("/undo")
    assert "ann" not in analysis(ask).analysts


def test_what_others_marked_is_shown_only_to_who_asks(ask: Asked) -> None:
    plain = ask.see(MATRIX)
    assert "case editor has judged" in plain and "very inconsistent, case editor" not in plain
    assert "By case editor" not in plain
    ask.send("/hypotheses/save", **{**form(plain), TALKS["both"]: "C"})
    shown = html.unescape(ask.see(f"{MATRIX}&others=1"))
    assert "very inconsistent, case editor" in shown and "By case editor" in shown
    assert "<b>E1, “Both”</b>: case editor very inconsistent, ann consistent: 3 steps apart" in shown
    assert shown.count('class="apart"') == 1
    assert "3 steps apart" not in ask.see(MATRIX)


def test_two_who_mark_at_once_do_not_stand_in_each_others_way(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = form(ask.see(MATRIX))
    monkeypatch.setenv("HIKIWAKE_USER", "bob")
    ask.send("/hypotheses/save", **{**form(ask.see(MATRIX)), TALKS["south"]: "CC"})
    monkeypatch.setenv("HIKIWAKE_USER", "ann")
    ask.send("/hypotheses/save", **{**mine, TALKS["south"]: "II"})
    judged = {who: analysis(ask).by(who)["event-talks"].of("south") for who in ("ann", "bob")}
    assert judged == {"ann": Cell("south", "II"), "bob": Cell("south", "CC")}


def test_what_another_changed_meanwhile_is_not_written_over_and_both_are_shown(ask: Asked) -> None:
    level = name("evidence-relevance", "event-talks")
    mine = form(ask.see(MATRIX))
    ask.send("/hypotheses/save", **{**mine, level: "high", TALKS["south"]: "N"})
    page = refused(ask, "/hypotheses/save", **{**mine, level: "low", TALKS["south"]: "I", TALKS["both"]: "C"})
    told = html.unescape(page)
    assert "E1, relevance: you wrote “low”; now it is “high”." in told
    assert "E1, “Suderland”, the mark: you wrote “inconsistent”; now it is “neutral”." in told
    kept = form(page)
    assert (kept[level], kept[TALKS["south"]], kept[TALKS["both"]]) == ("low", "I", "C")
    ask.send("/hypotheses/save", **kept)
    assert analysis(ask).evidence[0].relevance == "low"
    assert [cell.cell for cell in analysis(ask).by("ann")["event-talks"].cells] == ["I", "C"]


def test_what_is_gone_meanwhile_is_told(ask: Asked) -> None:
    mine = form(ask.see(MATRIX))
    ask.send("/hypotheses/out", analysis="who", evidence="event-talks")
    page = refused(ask, "/hypotheses/save", **{**mine, TALKS["south"]: "I"})
    assert "event-talks, “Suderland”, the mark: you wrote “inconsistent”; it has been taken out." in page


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({TALKS["south"]: "III"}, "one of CC, C, N, I, II"),
        ({"was": "[]"}, "load the page again"),
        ({"was": "{"}, "load the page again"),
        ({name("evidence-relevance", "event-talks"): "some"}, "one of high, medium, low"),
    ],
)
def test_what_cannot_be_is_refused(ask: Asked, changed: Form, told: str) -> None:
    assert told in html.unescape(refused(ask, "/hypotheses/save", **{**form(ask.see(MATRIX)), **changed}))


def test_a_mark_has_a_reason_beside_its_passages(ask: Asked) -> None:
    address = "/hypotheses/evidence?id=who&evidence=event-talks"
    fields = form(ask.see(address))
    reason = name("reason", "event-talks", "south")
    assert "a reason belongs to a mark" in html.unescape(
        refused(ask, "/hypotheses/save", **{**fields, reason: "They left."})
    )
    page = ask.send("/hypotheses/save", **{**fields, reason: "They left.", TALKS["south"]: "I"})
    assert analysis(ask).by("ann")["event-talks"].of("south") == Cell("south", "I", "They left.")
    ask.send("/hypotheses/save", **{**form(page), TALKS["south"]: ""})
    assert "ann" not in analysis(ask).analysts
    page = ask.see("/hypotheses/evidence?id=who&evidence=a%20letter")
    ask.send("/hypotheses/save", **{**form(page), name("evidence-source", "a letter"): "A shop"})
    assert analysis(ask).evidence[1] == Evidence("a letter", "A letter & a seal.", "A shop")


def test_words_and_hypotheses_are_changed_added_and_taken_out(ask: Asked) -> None:
    shape = shaped(ask.see(MATRIX))
    ask.send("/hypotheses/save", **{**shape, "title": "Who?", name("text", "both"): "Both of them", "note": "a\r\nb"})
    ask.send("/hypotheses/add", analysis="who", texts="Nobody\n\nBoth\n")
    now = analysis(ask)
    assert (now.title, now.note) == ("Who?", "a\nb")
    assert [(each.id, each.text) for each in now.hypotheses] == [
        ("south", "Suderland"), ("both", "Both of them"), ("nobody", "Nobody"), ("both-2", "Both"),
    ]  # fmt: skip
    ask.send("/hypotheses/out", analysis="who", hypothesis="both")
    assert analysis(ask).judgements == (Judgement("case editor", "event-talks", (Cell("south", "C"),)),)
    ask.send("/undo")
    assert analysis(ask) == now
    shape = shaped(ask.see(MATRIX))
    assert "a side that a reading" in html.unescape(
        refused(ask, "/hypotheses/save", **{**shape, name("readings", "both"): "nothing"})
    )


def test_evidence_is_an_entry_that_is_found_or_typed_with_its_source(ask: Asked) -> None:
    page = ask.see(f"{MATRIX}&find=strait+closed")
    assert 'value="event-strait-closed"' in page
    assert re.search(r'value="event-talks"[^>]*disabled', ask.see(f"{MATRIX}&find=event-talks"))
    ask.send("/hypotheses/evidence/add", analysis="who", entry="event-strait-closed")
    ask.send("/hypotheses/evidence/add", analysis="who", text="A map.", source="A shop")
    found = analysis(ask).evidence
    assert [each.id for each in found] == ["event-talks", "a letter", "event-strait-closed", "a-map"]
    assert found[-1].source == "A shop"
    assert "choose an entry" in html.unescape(refused(ask, "/hypotheses/evidence/add"))
    assert "and its source" in html.unescape(refused(ask, "/hypotheses/evidence/add", text="A map."))
    assert "one of the case's entries" in html.unescape(
        refused(ask, "/hypotheses/evidence/add", entry="event-of-nobody")
    )


def test_a_new_analysis_is_drafted_from_a_question_or_typed(ask: Asked) -> None:
    page = ask.see("/hypotheses")
    assert "2 hypotheses, 2 pieces of evidence, judged by case editor" in page
    assert '<option value="why_failed"' in page[: page.index("A new one of your own")]
    ask.send("/hypotheses/new", draft="why_failed")
    ask.send("/hypotheses/new", draft="why_failed")
    ask.send("/hypotheses/new", title="What now?", texts="War\nPeace")
    ids = [each.id for each in hw.load(ask.opened.folder).analyses]
    assert ids[:2] == ["who", "why_failed"] and ids[3] == "what-now" and len({*ids}) == 4
    assert {each.id for each in analysis(ask, "why_failed").hypotheses} == {"refusal", "no-offer"}
    before = hw.load(ask.opened.folder)
    answer = ask.client.post("/hypotheses/new", data={"case": ask.opened.key, "title": "One?", "texts": "War"})
    assert answer.status_code == 422 and "two hypotheses or more" in answer.text and ">\nWar</textarea>" in answer.text
    assert hw.load(ask.opened.folder) == before


def test_an_analysis_is_taken_out_as_it_was_shown_and_brought_back(ask: Asked) -> None:
    fields = form(ask.see(MATRIX), "/hypotheses/remove")
    ask.send("/hypotheses/add", analysis="who", texts="Nobody")
    assert "changed meanwhile" in html.unescape(refused(ask, "/hypotheses/remove", **fields))
    ask.send("/hypotheses/remove", **form(ask.see(MATRIX), "/hypotheses/remove"))
    assert hw.load(ask.opened.folder).analyses == ()
    assert ask.client.get(MATRIX).status_code == 404
    ask.send("/undo")
    assert [each.id for each in hw.load(ask.opened.folder).analyses] == ["who"]


def test_what_stands_in_an_analysis_is_shown_as_text(ask: Asked) -> None:
    for address in ("/hypotheses", f"{MATRIX}&others=1", "/hypotheses/evidence?id=who&evidence=event-talks"):
        page = ask.see(address)
        assert "<b>refused" not in page and "<i>came" not in page


def test_any_id_has_an_address_and_fields_of_its_own(ask: Asked) -> None:
    odd = "a &?#/% \"b\" 'c' 引"
    text = json.dumps(odd)
    (ask.opened.folder / "hypotheses.toml").write_text(
        f'[[analyses]]\nid = {text}\ntitle = "T"\nhypotheses = [{{ id = {text}, text = "A" }}]\n'
        f'evidence = [{{ id = {text}, text = "E", source = "S" }}]\n',
        encoding="utf-8",
    )
    (address,) = re.findall(r'<a href="(/hypotheses/matrix[^"]+)"', ask.see("/hypotheses"))
    page = ask.see(html.unescape(address))
    ask.send("/hypotheses/save", **{**form(page), name("cell", odd, odd): "II"})
    assert analysis(ask, odd).by("ann")[odd].of(odd) == Cell(odd, "II")
    assert ask.client.get(f"/hypotheses/evidence?id={quote(odd)}&evidence={quote(odd)}").status_code == 200
    assert ask.client.get("/hypotheses/evidence?id=who&evidence=none").status_code == 404


def test_the_largest_matrix_that_there_may_be_is_one_form(ask: Asked) -> None:
    hypotheses = ", ".join(f'{{ id = "h{n}", text = "H{n}" }}' for n in range(20))
    evidence = ", ".join(f'{{ id = "e{n}", text = "E{n}", source = "S" }}' for n in range(100))
    (ask.opened.folder / "hypotheses.toml").write_text(
        f'[[analyses]]\nid = "who"\ntitle = "T"\nhypotheses = [{hypotheses}]\nevidence = [{evidence}]\n'
    )
    fields = form(ask.see(MATRIX))
    assert sum(1 for each in fields if each.startswith("cell ")) == 2_000
    ask.send("/hypotheses/save", **{**fields, name("cell", "e99", "h19"): "I"})
    assert analysis(ask).by("ann")["e99"].of("h19") == Cell("h19", "I")


def test_a_case_that_comes_with_the_program_shows_all_marks_and_takes_none(tmp_path: Path) -> None:
    ask = asked(Desk(tmp_path, "japan_russia"))
    (one,) = hw.load("japan_russia").analyses
    page = ask.see(f"/hypotheses/matrix?id={one.id}")
    assert "By case editor" in page and "<select" not in page[page.index('id="faults"') :]
    assert "copy it into a folder" in page
    answer = ask.client.post("/hypotheses/add", data={"case": ask.opened.key, "analysis": one.id, "texts": "X"})
    assert answer.status_code == 422


def every(analysis: Analysis) -> list[Callable[[Analysis], Analysis]]:
    """Every change that one form makes."""
    own = values(analysis, "ann")
    other = {"cell": "I", "question": ""}
    return [
        lambda now, field=field: filled(now, "ann", {field: other.get(field.split(" ")[0], "high")})  # type: ignore[misc]
        for field in own
        if not field.startswith(("reason", "readings"))
    ]


def test_a_change_of_one_field_changes_that_field_alone() -> None:
    hypotheses = (Hypothesis("h", "H"), Hypothesis("i", "I"))
    evidence = (Evidence("e", "E", "S"), Evidence("f"))
    judged = (Judgement("bob", "e", (Cell("h", "C", "why"),)), Judgement("ann", "f", (Cell("i", "N", "so"),)))
    one = Analysis("a", "A", "q", "", hypotheses, evidence, judged)
    assert filled(one, "ann", {}) == one and filled(one, "carl", {}) == one
    for change in every(one):
        before, after = values(one, "ann"), values(change(one), "ann")
        assert len([field for field in before if before[field] != after[field]]) == 1
        assert values(change(one), "bob") | {k: v for k, v in after.items() if v != before[k]} != {}
        assert change(one).by("bob") == one.by("bob")


def test_a_clash_is_only_what_differs_from_what_was_shown_and_from_what_is_wanted() -> None:
    assert merged({"a": "3"}, {"a": "1"}, {"a": "3"}) == {"a": "3"}
    assert merged({"a": "2"}, {"a": "1"}, {"a": "1", "b": "4"}) == {}
    assert merged({"a": " 1\n"}, {"a": " 1\n"}, {"a": "1"}) == {}
    with pytest.raises(ClashError):
        merged({"a": "2"}, {"a": "1"}, {"a": "3"})

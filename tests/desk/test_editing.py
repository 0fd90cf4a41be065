"""Editing at the desk: every row is a form; what does not fit is told at its field; all is undone and remembered."""

from __future__ import annotations

import html
import re

import pytest

import hikiwake as hw
from hikiwake.desk.editing.fields import as_filled
from hikiwake.dossier.entering.by_hand import row_entered
from hikiwake.dossier.entering.differences import cells_of, rows_in
from hikiwake.dossier.entering.lists import editable
from tests.built_in import japan_russia
from tests.desk.conftest import Asked
from tests.desk.forms import form_in
from tests.skerries_model import TEXT
from tests.workbench.conftest import SENTENCES

CLAIM = {
    "kind_of": "claims", "id_of": "", "holder": "A commission", "subject": "wells", "measure": "dry_wells",
    "comparator": "~", "value": "40", "kind": "actual", "start": "2014", "summary": "About <40> wells.", "adding": "1",
}  # fmt: skip


def values(page: str) -> dict[str, str]:
    """The fields of the form of a row, as a browser has them; what is to be ticked is not."""
    form = page[page.index('id="entry"') : page.index("</form>", page.index('id="entry"'))]
    form = re.sub(r'<input type="checkbox"[^>]*>', "", form)
    found = dict(re.findall(r'<input[^>]*? name="([^"]+)"(?: type="[^"]*")? value="([^"]*)"', form))
    found |= dict(re.findall(r'<textarea[^>]*? name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', form))
    for name, options in re.findall(r'<select[^>]*? name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        found[name] = next(iter(re.findall(r'<option value="([^"]*)" selected', options)), "")
    return {name: html.unescape(value) for name, value in found.items()}


def refused(water: Asked, address: str, **fields: str) -> str:
    before = hw.load(water.opened.folder)
    answer = water.client.post(address, data={"case": water.opened.key, **fields})
    assert answer.status_code == 422
    assert hw.load(water.opened.folder) == before
    return answer.text


def chosen(water: Asked, words: str, kind: str = "claims") -> dict[str, str]:
    return values(water.see(f"/entries/form?kind={kind}&document=letter-2015&words={words}"))


def entered(water: Asked, **more: str) -> str:
    """The id of a claim that is entered from the last sentence."""
    span = chosen(water, "About 40 wells")["span"]
    page = water.send("/entries/save", **{**CLAIM, "span": span, **more})
    return str(re.findall(r'class="made".*?>(claim[^<]*)<', page)[0])


def test_a_passage_becomes_an_entry_and_the_text_shows_it(water: Asked) -> None:
    id_ = entered(water)
    (claim,) = hw.load(water.opened.folder).claims
    assert (claim.id, claim.summary, claim.as_of.precision) == (id_, "About <40> wells.", "year")
    page = water.see("/documents/letter-2015")
    assert f'href="/case#{id_}"' in page and "About &lt;40&gt; wells." in page


def test_a_form_without_a_change_changes_nothing(water: Asked) -> None:
    address = f"/entries/form?kind=claims&id={entered(water)}"
    before = hw.load(water.opened.folder)
    with water.opened.workbench() as bench:
        lines = len(bench.log)
    water.send("/entries/save", **values(water.see(address)))
    with water.opened.workbench() as bench:
        assert len(bench.log) == lines
    assert hw.load(water.opened.folder) == before


def test_every_row_of_a_whole_case_is_in_its_form_as_it_is() -> None:
    dossier = japan_russia()
    for kind, table in editable().items():
        for row in rows_in(dossier, kind):
            bare = row_entered(kind, as_filled(table, cells_of(table, row)))
            assert cells_of(table, bare) == cells_of(table, row)


def test_what_does_not_fit_is_told_at_its_field_and_what_was_typed_stays(water: Asked) -> None:
    span = chosen(water, "About 40 wells")["span"]
    typed = {**CLAIM, "span": span, "start": "soon", "comparator": "≈", "subject": 'wells "so" & <so>'}
    page = refused(water, "/entries/save", **typed)
    faults = re.findall(r'id="fault-(\w+)"', page)
    assert faults == ["comparator", "start"]
    assert 'aria-describedby="hint-start fault-start" aria-invalid="true"' in page
    kept = values(page)
    assert all(kept[name] == value for name, value in typed.items() if name in kept)


def test_a_term_that_is_new_is_added_only_where_that_is_said(water: Asked) -> None:
    span = chosen(water, "About 40 wells")["span"]
    page = refused(water, "/entries/save", **{**CLAIM, "span": span, "adding": ""})
    assert re.findall(r'id="fault-(\w+)"', page) == ["measure"] and 'name="adding"' in page


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("actors", {"id": "CCC", "kind": "state", "names": "en:Third side"}),
        ("eras", {"id": "one", "title": "The first", "start": "2013-02-01/2015-03-31"}),
        ("questions", {"id": "why", "wording": "Why?", "kind": "rival", "open": "True"}),
        ("issues", {"id": "quota", "title": "Quota"}),
        ("places", {"id": "isle", "names": "en:Isle", "kind": "island", "longitude": "1.0", "latitude": "2.5"}),
    ],
)
def test_what_is_not_from_a_passage_is_entered_edited_taken_out_and_undone(
    water: Asked, kind: str, fields: dict[str, str]
) -> None:
    def there() -> bool:
        return any(row.id == fields["id"] for row in rows_in(hw.load(water.opened.folder), kind))

    page = water.send("/entries/save", kind_of=kind, id_of="", **fields)
    assert there() and fields["id"] in water.see(f"/entries?kind={kind}")
    assert {name: value for name, value in values(page).items() if name in fields} == {
        name: value for name, value in fields.items() if name != "id"
    }
    water.send("/entries/remove", kind_of=kind, id_of=fields["id"], stood=values(page)["stood"])
    assert not there()
    assert "Do again: remove of 1" in water.send("/undo") and there()


def test_scales_and_formulas_hold_together(water: Asked) -> None:
    span = chosen(water, "The First side insists", "formulas")["span"]
    said = {"holder": "A commission", "kind": "access", "includes": "A part", "span": span}
    for id_ in ("half", "all"):
        water.send("/entries/save", kind_of="formulas", id_of="", id=id_, title=id_, **said)
    water.send("/entries/save", kind_of="scales", id_of="", id="land", title="Land", actor="AAA", order="all; half")
    (scale,) = hw.load(water.opened.folder).case.scales
    assert scale.order == (("all",), ("half",))
    page = refused(water, "/entries/remove", kind_of="formulas", id_of="half")
    assert "scales, land, order: found" in html.unescape(page) and "half" in page


def test_an_event_has_its_mentions_and_a_further_passage_becomes_one(water: Asked) -> None:
    fields = chosen(water, SENTENCES[0], "events")
    said = {"sources": "AAA", "targets": "BBB", "type": "AGREE", "start": "2013-06", "summary": "They agreed."}
    water.send("/entries/save", **{**fields, **said})
    (event,) = hw.load(water.opened.folder).events
    more = values(water.see(f"/entries/form?document=letter-2015&words={SENTENCES[1]}&kind=claims&to={event.id}"))
    assert (more["kind_of"], more["event"], more["sources"]) == ("mentions", event.id, "AAA")
    water.send("/entries/save", **{**more, "holder": "A minister"})
    assert [each.holder for each in hw.load(water.opened.folder).events[0].mentions] == ["A commission", "A minister"]
    assert "A minister" in water.see(f"/entries/form?kind=events&id={event.id}")


def test_a_further_passage_is_added_to_an_entry(water: Asked) -> None:
    id_ = entered(water)
    page = water.see(f"/entries/form?document=letter-2015&words=old quota&kind=events&to={id_}")
    water.send("/entries/save", **values(page))
    (claim,) = hw.load(water.opened.folder).claims
    assert len(claim.passages) == 2
    assert water.client.get("/entries/form?document=letter-2015&words=old quota&to=nothing").status_code == 404


def test_who_comes_second_sees_what_the_first_wrote_and_decides(water: Asked) -> None:
    id_ = entered(water)
    shown = values(water.see(f"/entries/form?kind=claims&id={id_}"))
    water.send("/entries/save", **{**shown, "summary": "The first says so."})
    page = refused(water, "/entries/save", **{**shown, "summary": "The second says so."})
    assert "changed meanwhile" in page
    assert "The second says so.</textarea>" in page and "<ins>The first says so.</ins>" in page
    water.send("/entries/save", **{**shown, **values(page), "summary": "Both say so."})
    assert hw.load(water.opened.folder).claims[0].summary == "Both say so."
    water.send("/entries/remove", kind_of="claims", id_of=id_)
    page = refused(water, "/entries/save", **{**shown, "summary": "The third says so."})
    assert "taken out meanwhile" in page and values(page)["id_of"] == ""


def test_of_two_who_change_one_row_each_keeps_what_only_they_changed_and_the_second_chooses_the_rest(
    water: Asked,
) -> None:
    id_ = entered(water)
    shown = values(water.see(f"/entries/form?kind=claims&id={id_}"))
    water.send("/entries/save", **{**shown, "summary": "Theirs.", "value": "41", "unit": "wells"})
    mine = {**shown, "summary": "Mine.", "value": "39", "group": "farmers"}
    page = refused(water, "/entries/save", **mine)
    met = values(page)
    assert (met["summary"], met["value"], met["unit"], met["group"]) == ("Mine.", "39", "wells", "farmers")
    assert re.findall(r'name="theirs" value="(\w+)"', page) == ["value", "summary"]
    assert re.findall(r"where it was <del>(.*?)</del>", page) == ["empty"]
    water.send("/entries/save", **met, theirs="value")
    (claim,) = hw.load(water.opened.folder).claims
    assert (claim.summary, claim.value, claim.unit, claim.group) == ("Mine.", "41", "wells", "farmers")


def test_where_nobody_knows_what_was_shown_every_difference_is_asked(water: Asked) -> None:
    id_ = entered(water)
    shown = values(water.see(f"/entries/form?kind=claims&id={id_}"))
    page = refused(water, "/entries/save", **{**shown, "stood": "0" * 16, "value": "39"})
    assert re.findall(r'name="theirs" value="(\w+)"', page) == ["value"] and values(page)["stood"] == shown["stood"]


def test_the_history_says_who_when_before_and_after(water: Asked) -> None:
    id_ = entered(water)
    shown = values(water.see(f"/entries/form?kind=claims&id={id_}"))
    water.send("/entries/save", **{**shown, "value": "41"})
    file = water.opened.folder / "claims.csv"
    file.write_text(file.read_text().replace(",41,", ",42,"))
    page = water.see(f"/entries/form?kind=claims&id={id_}")
    told = re.findall(r"<dt>value</dt><dd>(.*?)</dd>", page)
    assert told == ["<del>41</del> <ins>42</ins>", "<del>40</del> <ins>41</ins>", "<ins>40</ins>"]
    page = html.unescape(water.see("/history"))
    assert "change of 1 claim (“About <40> wells.”)" in page
    assert water.client.post("/undo", data={"case": water.opened.key}).status_code == 422


def test_rows_are_found_by_their_words(water: Asked) -> None:
    id_ = entered(water)
    assert id_ in water.see("/entries?kind=claims&words=WELLS about")
    assert id_ not in water.see("/entries?kind=claims&words=dams")
    assert water.client.get("/entries?kind=none&after=x").status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/entries/form?kind=none", 404),
        ("/entries/form?kind=claims&id=none", 404),
        ("/entries/form?kind=claims&document=none&words=x", 404),
        ("/entries/form?kind=claims&document=letter-2015", 422),
        ("/entries/form?kind=claims&document=letter-2015&from=9&until=9999", 422),
        ("/entries/form?kind=claims&document=letter-2015&from=9&until=9", 422),
    ],
)
def test_what_is_not_there_has_no_form(water: Asked, address: str, status: int) -> None:
    assert water.client.get(address).status_code == status


@pytest.mark.parametrize("span", ["", "x", "1-2", "1-2 ", "9-5 letter-2015", "0-9 none", "0-99999 letter-2015"])
def test_a_passage_that_is_none_is_refused(water: Asked, span: str) -> None:
    refused(water, "/entries/save", **{**CLAIM, "span": span})


def test_a_case_that_comes_with_the_program_is_shown_and_not_changed(empty: Asked) -> None:
    empty.desk.open("japan_russia")
    page = empty.see("/entries/form?kind=eras&id=1855-1955")
    assert "Copy the case" in page and ">Save<" not in page
    answer = empty.client.post("/entries/save", data={"case": empty.opened.key, "kind_of": "issues", "id": "a"})
    assert answer.status_code == 422 and "comes with the program" in answer.text


def head(water: Asked, **more: str) -> dict[str, str]:
    return {**values(water.see("/entries/case")), **more}


def test_what_a_case_says_of_itself_is_a_form_told_in_the_history_and_taken_back(water: Asked) -> None:
    before = hw.load(water.opened.folder)
    water.send("/entries/case/save", **head(water))
    assert hw.load(water.opened.folder) == before
    said = head(water, title="Water & <wells>", question="Whose?", summary="Nobody's.", editor="ann", first="FRA")
    page = water.send("/entries/case/save", **said)
    case = hw.load(water.opened.folder).case
    assert (case.title, case.question, case.summary, case.editor) == ("Water & <wells>", "Whose?", "Nobody's.", "ann")
    assert case.dyad == ("FRA", before.case.dyad[1]) and "FRA" in hw.load(water.opened.folder).actor
    assert case.eras == before.case.eras and "<wells>" not in page
    history = water.see("/history")
    assert 'href="/entries/case"' in history and "question = &#34;Whose?&#34;" in history
    water.send("/undo")
    assert hw.load(water.opened.folder) == before


@pytest.mark.parametrize(("field", "value", "told"), [("first", "NOBODY", "NOBODY"), ("title", "", "some words")])
def test_what_no_case_says_of_itself_is_refused_and_what_was_typed_stays(
    water: Asked, field: str, value: str, told: str
) -> None:
    page = refused(water, "/entries/case/save", **head(water, **{field: value, "editor": "bob"}))
    assert told in page and values(page)["editor"] == "bob" and values(page)[field] == value


def test_of_two_who_change_the_case_itself_the_second_is_shown_what_the_first_wrote(water: Asked) -> None:
    mine = head(water)
    water.send("/entries/case/save", **{**mine, "editor": "ann"})
    page = refused(water, "/entries/case/save", **{**mine, "editor": "bob", "question": "Whose?"})
    assert "Editor: you wrote “bob”; now it is “ann”." in page and values(page)["question"] == "Whose?"
    water.send("/entries/case/save", **{**mine, "question": "Whose?"})
    case = hw.load(water.opened.folder).case
    assert (case.editor, case.question) == ("ann", "Whose?")


def test_a_corrected_bibliography_stands_in_the_history_and_is_taken_back(water: Asked) -> None:
    before = hw.load(water.opened.folder)
    water.send("/documents/letter-2015/correct", title="A long letter", author="The Board", written="2014-11")
    assert hw.load(water.opened.folder) != before
    history = water.see("/history")
    assert "change of 1 document" in history and 'href="/documents/letter-2015/bibliography"' in history
    assert "<del>title = &#34;A letter&#34;" in history and "title = &#34;A long letter&#34;" in history
    water.send("/undo")
    assert hw.load(water.opened.folder) == before
    assert 'value="A letter"' in water.see("/documents/letter-2015/bibliography")


def test_what_the_history_leads_to_is_there(skerries: Asked) -> None:
    skerries.send("/hypotheses/new", title="Why?", texts="Need\nChance")
    skerries.send("/entries/case/save", **head(skerries, editor="ann"))
    (first, *_) = skerries.opened.dossier.documents
    skerries.send(f"/documents/{first.id}/correct", title="A long letter", written="2015")
    with skerries.opened.workbench() as bench:
        bench.write("conflicts", "other", TEXT, "")
        bench.write("scenarios", "dry", 'title = "Dry"\nera = "1990-1994"\n', "")
    links = re.findall(r'<p class="tags"><a href="([^"]+)"', skerries.see("/history"))
    assert len(links) == 5
    for link in links:
        skerries.see(html.unescape(link))


def test_a_form_begins_at_what_is_to_be_filled_in(water: Asked) -> None:
    new = "/entries/form?kind=claims&document=letter-2015&from=0&until=9"
    begun = re.findall(r"<\w+ id=\"field-(\w+)\" autofocus", water.see(new))
    assert begun == ["subject"]
    fields = {**dict(form_in(water.see(new), "entry")), "subject": "wells", "value": "40"}
    answer = water.client.post("/entries/save", data={**fields, "case": water.opened.key})
    assert re.findall(r"<\w+ id=\"field-(\w+)\" autofocus", answer.text) == ["measure"]
    assert "autofocus" not in water.see("/entries/form?kind=actors&id=AAA")

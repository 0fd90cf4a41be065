"""Models at the desk: listed with what check says, edited as forms, solved as they stand there, saved and undone."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

import hikiwake as hw
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.conflict import Statements
from hikiwake.conflict.solving.stability import solve
from hikiwake.desk.models.changes import changed
from hikiwake.desk.models.sheet import readings_of, sheet_of
from hikiwake.desk.models.writing import comments, written
from hikiwake.desk.working import Work
from hikiwake.dossier import built_in
from hikiwake.errors import CaseError
from hikiwake.modelling.holding import MOST_OPTIONS, as_lines, beside, solution_of, solved_apart
from tests.desk.conftest import Asked
from tests.desk.forms import Fields, form_in
from tests.skerries_model import TEXT

FORM = "/models/form?name=1990-1994"


def opened(desk: Asked, address: str = FORM) -> Fields:
    """The fields of the form of a model."""
    return form_in(desk.see(address), "model-form")


def answered(desk: Asked, address: str, fields: Fields, more: Mapping[str, str]) -> tuple[int, str]:
    """The answer to a form; ``more`` are fields that say something else."""
    given: dict[str, list[str]] = {}
    for name, value in fields:
        given.setdefault(name, []).append(value)
    answer = desk.client.post(address, data={**given, **{name: [value] for name, value in more.items()}})
    return answer.status_code, answer.text


def sent(desk: Asked, fields: Fields, do: str, **more: str) -> str:
    """The page after a button."""
    status, page = answered(desk, "/models/edit", fields, {**more, "do": do})
    assert status == 200, page
    return page


def refused(desk: Asked, fields: Fields, do: str, **more: str) -> str:
    """The page after a button that does not do what was asked."""
    status, page = answered(desk, "/models/edit", fields, {**more, "do": do})
    assert status == 422, page
    return page


def solved(desk: Asked, fields: Fields, **more: str) -> str:
    """What is told of a form as it stands."""
    status, page = answered(desk, "/models/solve", fields, more)
    assert status == 200, page
    return page


def wants(text: str, maker: int = 0, variant: str = "") -> list[str]:
    """What a decision maker of a file wants, most important first."""
    preference = conflict_from(text).variant(variant).decision_makers[maker].preference
    assert isinstance(preference, Statements)
    return [one.says.text for one in preference.statements]


def text_of(desk: Asked, name: str = "1990-1994") -> str:
    """The file of a model."""
    return (desk.opened.folder / "conflicts" / f"{name}.toml").read_text(encoding="utf-8")


def field(fields: Fields, cell: str, value: str) -> str:
    """The name of the field of this cell that says so."""
    return next(name for name, said in fields if name.startswith(f"{cell}:") and said == value)


def says(page: str) -> list[str]:
    """The wishes that a form shows, in its order."""
    return [value for name, value in form_in(page, "model-form") if name.startswith("says:")]


def test_the_list_tells_what_check_says(skerries: Asked) -> None:
    assert "nothing at fault" in skerries.see("/models")
    file = skerries.opened.folder / "conflicts" / "1990-1994.toml"
    file.write_text(TEXT.replace('says = "close"', 'says = "clsoe"'), encoding="utf-8")
    page = skerries.see("/models")
    assert "no option &#34;clsoe&#34;" in page and "nothing at fault" not in page


@pytest.mark.parametrize("text", [text for case in built_in() for _, text in hw.load(case).conflicts])
def test_a_form_that_nobody_changed_says_the_same(text: str) -> None:
    for reading in readings_of(sheet_of(text).base):
        made = written(sheet_of(text, reading)).text
        assert made == comments(text) + as_toml(conflict_from(text)), reading


def test_a_wish_is_moved_saved_and_the_move_undone(skerries: Asked) -> None:
    before, fields = text_of(skerries), opened(skerries)
    key = field(fields, "says", "close").partition(":")[2]
    page = sent(skerries, fields, f"up:{key}")
    assert says(page)[:2] == ["close", "accept if give_half"]
    assert text_of(skerries) == before
    page = sent(skerries, form_in(page, "model-form"), "save")
    assert wants(text_of(skerries))[0] == "close"
    assert "change of 1 model" in page
    skerries.send("/undo")
    assert text_of(skerries) == before


def test_what_was_dragged_is_the_order_in_which_the_rows_are_sent(skerries: Asked) -> None:
    fields = opened(skerries)
    rows = [each for each in fields if each[0].startswith("wish:")]
    turned = [each for each in fields if each not in rows] + rows[::-1]
    assert says(sent(skerries, turned, "show"))[0] == "give_half"


def test_a_fault_is_told_at_its_field_and_nothing_is_saved(skerries: Asked) -> None:
    before, fields = text_of(skerries), opened(skerries)
    name = field(fields, "says", "close")
    page = refused(skerries, fields, "save", **{name: "clsoe <b>"})
    assert re.search(rf'id="at-{name.replace(":", "-")}">[^<]*column 7', page)
    assert f'class="field wrong"><label for="{name.replace(":", "-")}"' in page
    assert "Nothing was saved" in page and "clsoe &lt;b&gt;" in page
    assert text_of(skerries) == before
    saved = sent(skerries, form_in(page, "model-form"), "save", unfinished="1")
    assert "clsoe &lt;b&gt;" in saved and "clsoe <b>" in text_of(skerries)
    assert "fault:" in skerries.see("/models")
    skerries.send("/undo")
    assert text_of(skerries) == before


def test_grounds_that_carry_nothing_are_told_and_only_others_are_offered(skerries: Asked) -> None:
    fields = opened(skerries)
    key = field(fields, "says", "close").partition(":")[2]
    page = sent(skerries, fields, "show", **{f"grounds:{key}": "position-003"})
    assert re.search(rf'id="at-grounds-{key}">[^<]*a position of SUD, not of NOR', page)
    page = sent(skerries, fields, f"find:{key}")
    offered = re.findall(rf'value="ground:{key}:([^"]+)"', page)
    assert offered and "position-003" not in offered
    page = sent(skerries, fields, f"ground:{key}:{offered[0]}")
    assert (f"grounds:{key}", f"event-strait-closed; {offered[0]}") in form_in(page, "model-form")
    assert f"/entries/form?kind={offered[0].partition('-')[0]}s&amp;id={offered[0]}" in page and "/documents/" in page
    page = sent(skerries, form_in(page, "model-form"), f"unground:{key}:event-strait-closed")
    assert (f"grounds:{key}", offered[0]) in form_in(page, "model-form")


def test_an_option_and_a_decision_maker_with_another_name_have_it_everywhere(skerries: Asked) -> None:
    fields = opened(skerries)
    more = {field(fields, "id", "accept"): "agree", field(fields, "name", "Suderland"): "The South"}
    sent(skerries, fields, "save", **more)
    conflict = conflict_from(text_of(skerries))
    assert "accept" not in [option.id for option in conflict.options]
    assert conflict.settlements[0].when.text == "give_half and agree"
    assert conflict.names == ("Norland", "The South")
    assert wants(text_of(skerries), 1, "north-1996") == ["not agree"]


def test_a_reading_says_of_its_own_what_somebody_wants(skerries: Asked) -> None:
    page = sent(skerries, opened(skerries), "reading:north-1996")
    assert says(page) == ["not accept"] and "Say it for this reading" in page
    fields = form_in(page, "model-form")
    key = next(value for name, value in fields if name == "maker")
    page = sent(skerries, fields, f"own:{key}")
    assert says(page) == ["accept if give_half", "close", "give_half", "not accept"]
    sent(skerries, form_in(page, "model-form"), "save")
    (variant,) = conflict_from(text_of(skerries)).variants
    assert [name for name, _ in variant.preferences] == ["Norland", "Suderland"]
    page = sent(skerries, opened(skerries), "branch:", new_reading="south-2001")
    assert says(page) == [] and ("reading", "south-2001") in form_in(page, "model-form")


def test_rows_come_and_go(skerries: Asked) -> None:
    fields = opened(skerries)
    norland, suderland = (value for name, value in fields if name == "maker")
    page = sent(skerries, fields, f"add:wish:{norland}", **{f"option-of-wish:{norland}": "insist",
                f"sign-of-wish:{norland}": "not", f"condition-of-wish:{norland}": "close",
                f"lacking-of-wish:{norland}": "not"})  # fmt: skip
    assert says(page)[3] == "not insist if not close"
    page = sent(skerries, form_in(page, "model-form"), f"add:option:{norland}")
    page = sent(skerries, form_in(page, "model-form"), "add:infeasible")
    fields = form_in(page, "model-form")
    more = {field(fields, "id", ""): "wait", field(fields, "when", ""): "wait and close"}
    page = sent(skerries, fields, "show", **more)
    assert "24 states" in page
    page = sent(skerries, form_in(page, "model-form"), f"drop:{suderland}")
    assert "Suderland" not in [value for name, value in form_in(page, "model-form") if name.startswith("name:")]


def test_a_form_is_solved_as_it_stands_and_nothing_is_saved(skerries: Asked) -> None:
    before, fields = text_of(skerries), opened(skerries)
    page = solved(skerries, fields)
    assert "The same outcomes hold" in page and "16 states" in page
    page = solved(skerries, fields, **{field(fields, "says", "insist"): "not insist"})
    assert "Held as saved (SEQ), and no more" in page and ">new<" in page
    assert 'data-at="words-' in page
    page = solved(skerries, fields, **{field(fields, "says", "insist"): "insist and"})
    assert "1 fault to be mended first" in page
    assert text_of(skerries) == before


def test_what_is_shown_as_holding_holds() -> None:
    found, stability = solution_of(TEXT, ""), solve(conflict_from(TEXT))
    assert found.states == 16 and {row.place for row in found.rows} >= {"beginning", "end"}
    for row in found.rows:
        assert row.holds == tuple(row.number in stability.equilibria(concept) for concept in stability.concepts)
        better = [{*own.tolist()} for own in stability.ranks]
        own = stability.ranks[:, row.number - 1].tolist()
        assert row.ranks == tuple(1 + sum(each > one for each in ranks) for ranks, one in zip(better, own, strict=True))
    assert not beside(found, found).gone and not any(row.came for row in beside(found, found).rows)


def test_a_draft_from_the_record_is_saved_once_its_end_is_told(skerries: Asked) -> None:
    address = "/models/new?era=1995-&maker=NOR&maker=SUD"
    page = skerries.see(address)
    assert "What is open about this draft" in page and not (skerries.opened.folder / "conflicts/1995-.toml").exists()
    fields = form_in(page, "model-form")
    page = refused(skerries, fields, "save")
    assert "missing; a conflict inside a case needs it" in page
    ended = {name: "N" for name, _ in fields if name.startswith("end:")}
    page = sent(skerries, form_in(page, "model-form"), "save", **ended)
    assert conflict_from(text_of(skerries, "1995-")).era == "1995-"
    assert "enter of 1 model" in page
    again = form_in(skerries.see(address), "model-form")
    assert ("name", "1995--2") in again
    refused(skerries, again, "save", name="1995-", **ended)


def test_a_model_that_somebody_changed_meanwhile_is_not_written_over(skerries: Asked) -> None:
    first = opened(skerries)
    name = field(first, "title", "The Skerries") if ("title", "The Skerries") not in first else "title"
    sent(skerries, first, "save", **{name: "One"})
    page = refused(skerries, first, "save", **{name: "Two"})
    assert "changed meanwhile" in page and 'value="Two"' in page and 'title = "One"' in text_of(skerries)
    sent(skerries, form_in(page, "model-form"), "save")
    assert 'title = "Two"' in text_of(skerries)


def test_a_model_is_named_anew_and_taken_out(skerries: Asked) -> None:
    sent(skerries, opened(skerries), "save", name="first")
    assert [path.stem for path in (skerries.opened.folder / "conflicts").iterdir()] == ["first"]
    page = refused(skerries, opened(skerries, "/models/form?name=first"), "save", name="../first")
    assert "expected a name without" in page
    fields = dict(opened(skerries, "/models/form?name=first"))
    skerries.send("/models/remove", old="first", stood=fields["stood"])
    assert "There is none yet" in skerries.see("/models")


def test_a_model_is_edited_as_text(skerries: Asked) -> None:
    form = skerries.see("/models/text?name=1990-1994")
    stood = re.findall(r'name="stood" value="([^"]*)"', form)[0]
    told = {"name": "1990-1994", "stood": stood, "case": skerries.opened.key}
    answer = skerries.client.post("/models/text/save", data={**told, "text": "titel = 1"})
    assert answer.status_code == 422 and "did you mean" in answer.text
    skerries.send("/models/text/save", **told, text=f"# Kept.\r\n{TEXT}")
    assert text_of(skerries).startswith("# Kept.\n\ntitle")
    sent(skerries, opened(skerries), "save", title="Other")
    assert text_of(skerries).startswith('# Kept.\n\ntitle = "Other"')


@pytest.mark.parametrize("do", ["up:999", "ground:1:x", "add:nothing", "own:2", "reading:none", "explode"])
def test_a_button_that_no_form_has_is_refused(skerries: Asked, do: str) -> None:
    sheet = sheet_of(TEXT)
    with pytest.raises(CaseError):
        changed(sheet, do, lambda _: "")
    assert "alert" in refused(skerries, opened(skerries), do)


def large(options: int) -> str:
    """A model with so many options, of one party."""
    own = ", ".join(f'{{ id = "o{number}" }}' for number in range(options))
    wants = ", ".join(f'{{ says = "o{number}" }}' for number in range(3))
    return f'[[decision_makers]]\nname = "A"\noptions = [{own}]\n[preferences.A]\nstatements = [{wants}]\n'


def test_a_large_model_is_solved_apart_and_the_same() -> None:
    text, work = large(MOST_OPTIONS + 1), Work("large")
    assert solved_apart(text, "", work.told, work.stopped.is_set) == as_lines(solve(conflict_from(text)))
    assert work.done == work.of > 1


def test_a_large_model_can_be_stopped(skerries: Asked) -> None:
    (skerries.opened.folder / "conflicts" / "large.toml").write_text(large(20), encoding="utf-8")
    page = skerries.see("/models/form?name=large")
    id_ = re.findall(r'data-work="(\w+)"', page)[0]
    assert "It is being solved" in skerries.see(f"/models/solved?work={id_}")
    page = skerries.send("/models/stop", stop=id_)
    assert "stopped before it was solved" in page
    work = skerries.desk.works.get(id_)
    assert work is not None and work.ended.wait(10) and work.result is None

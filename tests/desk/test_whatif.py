"""Assumptions at the desk: the address holds them, what is otherwise is outlined and told why, nothing is recorded."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from time import sleep
from urllib.parse import urlencode

import pytest

import hikiwake as hw
from hikiwake.desk.whatif import answers
from hikiwake.desk.whatif.asked import MOST, asked_in, asked_of
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.onefile import record_digest
from hikiwake.modelling.scenarios import Scenario, assumption, case_scenarios, suppose
from hikiwake.settlement.scenarios import WhatIf, compared
from tests.desk.conftest import Asked

ERA = ("era", "1990-1994")
DROP = "drop Suderland: insist"
AWAY = "take away close"


def address(*sets: str, **more: str) -> str:
    """The address of one assumption a set."""
    return f"/whatif?{urlencode([ERA, *zip('abc', sets, strict=False), *more.items()])}"


def seen(desk: Asked, where: str) -> str:
    """The view once all is computed."""
    for _ in range(60):
        page = desk.see(where)
        if 'class="working"' not in page:
            return page
        sleep(0.5)
    raise AssertionError("it is computed for ever")


def links(page: str) -> dict[str, str]:
    """What links are called for those who hear them, with their addresses."""
    return {
        html.unescape(name): html.unescape(href)
        for href, name in re.findall(r'href="(/whatif[^"]*)" aria-label="([^"]*)"', page)
    }


def outlined(page: str) -> list[str]:
    """What stands in the outlined cells of the lines."""
    return re.findall(r'<td data-label="\w" class="otherwise">([^<]*)</td>', page)


def test_every_statement_option_and_position_can_be_assumed_otherwise_by_a_link(skerries: Asked) -> None:
    page = skerries.see(address())
    assert "Nothing is assumed yet" in page
    for name, line in (("Leave aside: wants “Insist on all”", DROP), ("Take away: Close the strait", AWAY),
                       ("Turn round: wants “Insist on all”", "flip Suderland: insist")):  # fmt: skip
        assert asked_in(links(page)[name].partition("?")[2]).sets == ((line,),)
    position = next(name for name in links(page) if name.startswith("Leave aside: ") and "(" in name)
    assert asked_in(links(page)[position].partition("?")[2]).sets[0][0].startswith("drop position position-")


def test_what_is_otherwise_is_what_the_command_says(skerries: Asked) -> None:
    case = skerries.opened.dossier
    page = seen(skerries, address(DROP))
    rows = [
        row for row in compared(case, [Scenario("a", "A", ERA[1], (assumption(DROP),))]) if row.sort != "assumption"
    ]
    changed = [row for row in rows if row.changed]
    assert changed and sorted(outlined(page)) == sorted({"?": "not told"}.get(row.after, row.after) for row in changed)
    assert f"The same: {len(rows) - len(changed)} other lines" in page
    assert "Suderland no longer" in page
    for row in changed:
        for entry in row.entries[:1]:
            assert f'href="/case#{entry}"' in page


def test_sets_stand_side_by_side_and_each_is_told_by_its_letter(skerries: Asked) -> None:
    page = seen(skerries, address(DROP, AWAY))
    alone = seen(skerries, address(AWAY))
    assert "Assumptions A" in page and "Assumptions B" in page
    assert re.search(r'<th scope="col"><b class="letter">B</b></th>', page)
    assert len(outlined(page)) == len(outlined(seen(skerries, address(DROP)))) + len(outlined(alone))
    assert "changed below" in page and "Change this one" in page


@pytest.mark.parametrize("line", ["add position SUD accepts half", "flip Norland: give_half", AWAY])
def test_the_chart_frames_the_eras_in_which_it_is_otherwise(skerries: Asked, line: str) -> None:
    case, page = skerries.opened.dossier, seen(skerries, address(line))
    sides = [
        answers.side_of(each).answer for each in (case, suppose(case, Scenario("", "", ERA[1], (assumption(line),))))
    ]
    rows = [each.rows[1:] for each in sides if each]
    other = sum(before != after for before, after in zip(*rows, strict=True))
    assert page.count('<rect class="otherwise"') == other
    assert ("(framed)" in page) == bool(other)


def test_the_matrix_outlines_what_is_said_otherwise(skerries: Asked) -> None:
    signs = seen(skerries, address("flip Suderland: not accept")).partition('class="told signs"')[2]
    assert re.search(
        r'<td data-label="1990-1994" class="otherwise">\S+ <span class="under"><b class="letter">A</b>', signs
    )
    assert 'class="otherwise"' not in seen(skerries, address(DROP)).partition('class="told signs"')[2]


def test_an_assumption_is_made_by_a_form_and_taken_back_by_a_link(skerries: Asked) -> None:
    to = urlencode([ERA, ("a", DROP)])
    given = {"to": to, "change": "add", "maker": "Norland", "sign": "not", "option": "close", "condition": "accept",
             "lacking": "", "rank": "1"}  # fmt: skip
    answer = skerries.client.get("/whatif/assume", params=given)
    assert asked_in(answer.url.query.decode()).sets == ((DROP, "add Norland: not close if accept to 1"),)
    back = next(href for name, href in links(answer.text).items() if name.startswith("Take back: Suderland"))
    assert asked_in(back.partition("?")[2]).sets == (("add Norland: not close if accept to 1",),)
    given = {"to": to, "change": "move", "maker": "Suderland", "says": "insist", "rank": "2"}
    answer = skerries.client.get("/whatif/assume", params=given)
    assert asked_in(answer.url.query.decode()).sets == (("move Suderland: insist to 2",),)
    given = {"to": to, "change": "position", "actor": "SUD", "verb": "accepts", "on": "half"}
    answer = skerries.client.get("/whatif/assume", params=given)
    assert asked_in(answer.url.query.decode()).sets == ((DROP, "add position SUD accepts half"),)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("nonsense <b>", "is no assumption"),
        ("drop Nobody: insist", "no decision maker"),
        ("drop Suderland: close", "no statement"),
        ("take away nothing", "no option"),
        ("flip position none", "no position"),
        ("add Norland: close and", "expected an option"),
    ],
)
def test_what_cannot_be_assumed_is_told_at_it(skerries: Asked, line: str, why: str) -> None:
    page = skerries.see(address(line))
    (said,) = re.findall(r'<span class="at">([^<]*)</span>', page)
    assert why in html.unescape(said) and "nonsense <b>" not in page
    assert "What is otherwise" not in page


def test_nothing_of_it_is_recorded(skerries: Asked) -> None:
    before = record_digest(skerries.opened.dossier)
    files = {path: path.read_bytes() for path in skerries.opened.folder.rglob("*") if path.suffix in (".csv", ".toml")}
    seen(skerries, address(DROP, AWAY))
    assert {path: path.read_bytes() for path in files} == files
    assert record_digest(hw.load(skerries.opened.folder)) == before
    assert "never part of it" in skerries.see(address(DROP))


def test_an_answer_is_computed_once_for_each_state_of_the_record(
    skerries: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen(skerries, address(DROP))
    times: list[int] = []

    def counted(dossier: Dossier, scenarios: Sequence[Scenario]) -> WhatIf:
        times.append(1)
        return compared(dossier, scenarios)

    monkeypatch.setattr(answers, "compared", counted)
    seen(skerries, address(DROP))
    assert times == []
    file = skerries.opened.folder / "conflicts" / "1990-1994.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("The Skerries", "Skerries"), encoding="utf-8")
    seen(skerries, address(DROP))
    assert times == [1]


def test_a_set_is_kept_as_a_scenario_of_the_case(skerries: Asked) -> None:
    told = {"to": urlencode([ERA, ("a", DROP)]), "name": "softer", "title": "Softer <b>", "note": "Why not"}
    page = skerries.send("/whatif/save", **told)
    assert "Softer &lt;b&gt;" in page and "Softer <b>" not in page
    (name,) = dict(hw.load(skerries.opened.folder).scenarios)
    assert name == "softer"
    assert [line.text for line in case_scenarios(hw.load(skerries.opened.folder))[0].assume] == [DROP]
    answer = skerries.client.post("/whatif/save", data={"case": skerries.opened.key, **told, "title": "Other"})
    assert answer.status_code == 422 and "is there already" in answer.text
    opened = html.unescape(re.findall(r'id="scenario-softer"><a href="([^"]*)"', page)[0])
    stood = re.findall(r'name="stood" value="([^"]*)"', skerries.see(opened))[0]
    to = opened.partition("?")[2]
    assert "Other" in skerries.send("/whatif/save", **{**told, "to": to, "title": "Other", "stood": stood})
    skerries.send("/undo")
    assert 'title = "Softer <b>"' in dict(hw.load(skerries.opened.folder).scenarios)["softer"]
    beside = skerries.client.get("/whatif/beside", params={"to": urlencode([ERA, ("a", AWAY)]), "name": "softer"})
    assert asked_in(beside.url.query.decode()).sets == ((AWAY,), (DROP,))
    (stood,) = re.findall(r'value="softer"><input type="hidden" name="stood" value="(\w+)"', beside.text)
    skerries.send("/whatif/remove", name="softer", to=to, stood=stood)
    assert hw.load(skerries.opened.folder).scenarios == ()


@pytest.mark.parametrize("name", ["../up", "", "con"])
def test_a_scenario_has_a_name_that_a_file_can_have(skerries: Asked, name: str) -> None:
    told = {"case": skerries.opened.key, "to": urlencode([ERA, ("a", DROP)]), "name": name, "title": "T"}
    answer = skerries.client.post("/whatif/save", data=told)
    assert answer.status_code == 422 and "nothing was saved" in answer.text
    assert hw.load(skerries.opened.folder).scenarios == ()


def test_a_set_is_sent_as_a_page_under_a_stripe(skerries: Asked) -> None:
    told = {"to": urlencode([ERA, ("a", DROP)]), "title": "Softer", "quotes": "none"}
    answer = skerries.client.post("/whatif/page", data={"case": skerries.opened.key, **told})
    page = seen(skerries, str(answer.url))
    file = skerries.client.get(re.findall(r'href="(/share/made/\w+)"', page)[0])
    assert "attachment" in file.headers["content-disposition"]
    assert "Under the assumptions of “Softer”" in file.text and "it is not the record" in file.text


def test_a_case_without_a_model_or_without_eras_says_so(skerries: Asked, water: Asked) -> None:
    page = skerries.see("/whatif?era=1995-")
    assert "This era has no model" in page and "Positions of the era" in page
    assert "The case has no eras yet" in water.see("/whatif")


def test_an_address_asks_for_bounded_sets() -> None:
    asked = asked_of(
        [ERA, *(("a", f"take away o{number}") for number in range(99)), ("d", "take away x"), ("set", "c")]
    )
    assert len(asked.sets) == 1 and len(asked.current) == MOST and asked.at == 0
    assert asked_in(asked.query) == asked
    two = asked_of([("a", AWAY)]).changing(1)
    assert two.sets == ((AWAY,), (AWAY,)) and two.at == 1 and asked_in(two.query) == two
    assert two.assuming("flip Norland: close").sets[0] == (AWAY,)
    assert two.leaving(1).sets == ((AWAY,),)
    assert asked_of([("a", DROP)]).assuming("flip Suderland: insist").current == ("flip Suderland: insist",)

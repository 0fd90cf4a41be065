"""Figures become claims, with comparator, value, unit and kind; dates, articles and references do not."""

from __future__ import annotations

import pytest

from hikiwake.coding.actors import named
from hikiwake.coding.statements import propose
from hikiwake.coding.times import times
from hikiwake.workbench import Proposal


def claims(text: str) -> list[Proposal]:
    """The claims proposed for a text."""
    dated = times(text)
    return [each for each in propose("a", text, None, named(text, dated), dated) if each.kind == "claim"]


FIGURES = {
    "Peru bought 60 ships last season.": ("=", "60", "ships"),
    "Peru bought more than 60 old ships.": (">", "60", "ships"),
    "For that debt the captain bought a\n60-ton ship.": ("=", "60", "tons"),
    "Peru bought at least sixty ships.": (">=", "60", "ships"),
    "Peru bought nearly 1,200 ships in all.": ("<~", "1200", "ships"),
    "Peru bought about twenty-four ships.": ("~", "24", "ships"),
    "Peru bought fewer than 60 ships there.": ("<", "60", "ships"),
    "Peru bought no more than 60 ships.": ("<=", "60", "ships"),
    "Peru bought dozens of ships that year.": ("=", "12", "ships"),
    "The deal was worth US$ 2.6 billion then.": ("=", "2.6", "USD billion"),
    "The deal was worth some 40 million euros.": ("~", "40", "EUR million"),
    "It holds 93 percent of the territory.": ("=", "93", "percent"),
    "It holds over 7% of the territory.": (">", "7", "percent"),
    "It holds a third of the territory.": ("=", "33.3", "percent"),
    "Exports of gas doubled within years.": ("=", "2", "times"),
    "They met three times in that port.": ("=", "3", "times"),
    "He was the first leader to visit the port.": ("=", "1", "leader to"),
    "It was Peru’s third largest source of gas.": ("=", "3", "largest source of"),
    "Peru was the only member to stay away.": ("=", "1", "member"),
    "The wait has lasted for a decade in all.": ("~", "1", "decade"),
    "The eight-point plan pleased nobody there.": ("=", "8", "points"),
    "The port handles 300 ships per month now.": ("=", "300", "ships per month"),
    "The average age there is now over 86.": (">", "86", ""),
}


@pytest.mark.parametrize(("text", "expected"), FIGURES.items(), ids=FIGURES)
def test_a_figure(text: str, expected: tuple[str, str, str]) -> None:
    """Its comparator, value and unit."""
    told = [dict(each.cells) for each in claims(text)]
    assert expected in [(each["comparator"], each["value"], each.get("unit", "")) for each in told]


NO_FIGURES = (
    "They met on 5 May 2018 in the port.",
    "Article 5 of the Treaty forbids it.",
    "Resolution 242 was adopted at night.",
    "The G7 and the Sakhalin-2 project are known.",
    "On the one hand it rained, on the other it snowed.",
    "Both sides and the two countries met again.",
    "It was agreed.13 Nobody spoke of it.",
    "They met as noted in [4] and elsewhere.",
    "The Boeing 747 landed at the airport.",
    "First, nobody had asked the fishermen.",
)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_a_number_that_states_no_figure(text: str) -> None:
    """Dates, articles, names, notes and ways of speaking."""
    assert not claims(text)


APPARATUS = (
    "References\n\n[1] A. Berg, Fish and Ships, 2001, pp. 30-40.\n\n[2] Port Office, 40 ships a year.",
    "Figure 3: Landings of 40 tons a day.",
    "Some talks\n\n17\n\nOther talks",
    "40 ships in 30 days",
    "A. Berg is a research fellow at the institute and has written 12 books on fish and ships.",
    "[3] “Forty ships,” Daily Paper, May 5, 1999, www.paper.example/40-ships.",
)


@pytest.mark.parametrize("text", APPARATUS)
def test_apparatus_states_nothing(text: str) -> None:
    """References, captions, page numbers, headings and the author's life."""
    assert not claims(text)


def test_a_long_paragraph_ends_the_references() -> None:
    """A box of sources in the middle of a text does not silence what follows it."""
    text = "Sources\n\nPort Office, landings of 40 ships.\n\n" + "Peru bought 60 ships in that year. " * 25
    assert {dict(each.cells)["value"] for each in claims(text)} == {"60"}


KINDS = [
    ("Output is expected to reach 40 tons.", "forecast"),
    ("The target is 40 ships by 2030 for all.", "planned"),
    ("Peru pledged 40 million dollars for it.", "planned"),
    ("Output reached 40 tons in that season.", "actual"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_plans_and_forecasts(text: str, kind: str) -> None:
    """A word before the figure tells whether it is a fact."""
    assert {dict(each.cells)["kind"] for each in claims(text)} == {kind}


def test_a_claim_has_subject_summary_and_grounds() -> None:
    """Who or what it is about, and why it was proposed."""
    (found,) = claims("In 1999 Peru bought 60 ships.")
    told = dict(found.cells)
    assert (told["subject"], told["summary"]) == ("Peru", "Peru: number = 60 ships")
    assert found.period is not None and found.period.start.year == 1999
    assert {"rule", "trigger", "roles", "date", "status"} <= dict(found.why).keys()


MARKDOWN = """Support for sharing the fish, by year (%)

| Answer | 2013 | 2018 |
|---|---|---|
| For | 30 | 41 |
| Against | 55.5 | 49 |
| Don't know | 14.5 | 10 |

The rest of the paper speaks of ships."""
ALIGNED = """Survey of residents

Group      Support   Oppose   Don't know
Men        45%       40%      15%
Women      50%       30%      20%

The rest of the paper speaks of ships."""
TABBED = "Shares\n\nAnswer\tPeru\tChile\nYes\t60\t55\nNo\t40\t45\n\nThe rest speaks of ships."
NUMBERS = "Landings\n\nPort    1990    2000\nCallao    1 200    1 100\nPaita    800    950\n\nThe rest speaks of ships."


LISTED = "Would you share the fish?\n\nShare it all 65%\nShare some 20.5%\nNot sure 14.5%\n\nThe rest speaks of ships."


@pytest.mark.parametrize(
    ("text", "count", "cell"),
    [
        (LISTED, 3, ("", "Share some", "20.5", "percent")),
        (MARKDOWN, 6, ("2018", "For", "41", "percent")),
        (ALIGNED, 6, ("Women", "Oppose", "30", "percent")),
        (TABBED, 4, ("Chile", "No", "45", "percent")),
        (NUMBERS, 4, ("2000", "Callao", "1100", "")),
    ],
)
def test_a_survey_table_becomes_cells(text: str, count: int, cell: tuple[str, str, str, str]) -> None:
    """Each number with its table, the group that was asked, and the answer it counts."""
    told = [dict(each.cells) for each in claims(text)]
    assert len(told) == count
    assert cell in [(each.get("group", ""), each["answer"], each["value"], each.get("unit", "")) for each in told]
    assert all(each["table"] for each in told)


def test_a_share_is_of_those_named_behind_it() -> None:
    """Not of whoever stood before."""
    (found,) = claims("In Peru, 77 percent of Chileans were said to agree.")
    assert dict(found.cells)["subject"] == "Chileans"


def test_a_column_of_years_dates_its_cells() -> None:
    """The cells of 2018 are true of 2018."""
    years = {dict(each.cells)["group"]: each.period.start.year for each in claims(MARKDOWN) if each.period}
    assert years == {"2013": 2013, "2018": 2018}


@pytest.mark.parametrize(
    "text", ["a | b\nc | d", "One  two\nthree  four\nfive  six", "| Yes | No |\n|---|---|\n| a | b |"]
)
def test_lines_without_numbers_are_no_survey(text: str) -> None:
    """A table of words has no figures."""
    assert not claims(text)

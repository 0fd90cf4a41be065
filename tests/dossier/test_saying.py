"""What entries and rows say in short is told by one function, for the search, the exports and the desk."""

from __future__ import annotations

from dataclasses import replace

import hikiwake as hw
from hikiwake.dossier.entries import Mention
from hikiwake.dossier.saying import called, in_words
from hikiwake.search.corpus import summaries


def test_every_entry_says_something_and_the_search_shows_just_that() -> None:
    case = hw.load("japan_russia")
    shown = {each.entry: each.shown for each in summaries(case)}
    for entry in case.entries:
        if not isinstance(entry, Mention):
            assert in_words(entry) and called(entry)
            assert shown.get(entry.id, in_words(entry)) == in_words(entry)


def test_a_row_is_called_by_what_it_has() -> None:
    case = hw.load("japan_russia")
    formula, claim, driver = case.formulas[0], case.claims[0], case.drivers[0]
    assert called(formula) == formula.title and in_words(formula).startswith(formula.title)
    assert called(replace(claim, summary="")) == claim.subject
    assert called(replace(driver, summary="", mechanism="by trade")) == "by trade"
    assert called(case.case.questions[0]) == case.case.questions[0].wording
    assert called(case.actors[0]) == case.actors[0].name()
    assert called(case.events[0].mentions[0]) == ""

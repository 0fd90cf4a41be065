"""What the sentences of a finding may not say: each kind of fault planted in a conflict of a line or two."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hikiwake.dossier import Dossier
from hikiwake.modelling.checking import check_conflicts
from hikiwake.periods import Period
from hikiwake.settlement.findings import findings_as_is
from hikiwake.settlement.sources import Sources
from hikiwake.wording.settlements import legend
from tests.settlement.gap import found, gap
from tests.skerries_model import TEXT, modelled

TWO = {"A": "s", "B": "p"}
THREE = {**TWO, "C": "q"}
ALONE_OR_ANYWAY = {"A": "su", "B": "p"}
EITHER = {"A": "s and not p; s iff not p; u", "B": "p and not s; s iff not p"}  # ends with one of two, never both


# -- by whom it is told ------------------------------------------------------------------------------------------


def reported(*periods: str) -> Dossier:
    """The small dispute in which Norland closes the strait, as its own document and the other's tell it, of when."""
    dossier = modelled(TEXT.replace('"give_half and accept"', '"not close and accept"'))
    (event,) = [each for each in dossier.events if each.id == "event-strait-closed"]
    passages = [next(each.id for each in dossier.passages if each.document == id_)
                for id_ in ("north-1996", "south-1997")]  # fmt: skip
    mentions = tuple(replace(event.mentions[0], id=f"mention-9{n}", passage=passage, period=Period.parse(period))
                     for n, (passage, period) in enumerate(zip(passages, periods, strict=False)))  # fmt: skip
    changed = replace(event, mentions=mentions, period=Period.parse("1970/1995"))
    return replace(dossier, events=tuple(changed if each is event else each for each in dossier.events))


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (("1991", "1992"), ", as told by Institute of the North, “On the Skerries (north-1996)” (1996) and one other"),
        (("1991", "1970/1990-01"), ", as told by Institute of the North, “On the Skerries (north-1996)” (1996)"),
        (("1970/1990-01", "1993/"), ", as told by Institute of the South, “On the Skerries (south-1997)” (1997)"),
        (("1970", "1970/1980"),
         ", as Institute of the North, “On the Skerries (north-1996)” (1996) and one other tell it of another time"),
    ],
)  # fmt: skip
def test_a_document_tells_of_an_era_by_its_own_mention_only(periods: tuple[str, str], told: str) -> None:
    dossier = reported(*periods)
    sources = Sources(dossier, "1990-1994")
    assert sources.told_by(["event-strait-closed"], "", set()) == told
    (row, *_) = findings_as_is(dossier, settlement="half", draws=5)
    untitled = [re.sub(", “On[^”]*”", "", text) for text in (told, row.blocked)]
    assert re.search(f"it wants{re.escape(untitled[0])}([;.]|, though it offers it on record \\()", untitled[1])
    warned = [one.found for one in check_conflicts(dossier).warnings]
    assert any("no document tells" in one for one in warned) == ("another time" in told)


def test_a_reading_named_after_a_document_rests_on_what_that_one_tells() -> None:
    dossier = reported("1970", "1991")
    sources = Sources(dossier, "1990-1994")
    silent = sources.told_by(["event-strait-closed"], "north-1996", {"north-1996"})
    assert silent.endswith("(1997), though not of this time by Institute of the North (1996)")
    variant = '[[variants]]\nname = "north-1996"\n[variants.preferences.Norland]\n'
    text = f'{TEXT}\n{variant}statements = [{{ says = "close", grounds = ["event-strait-closed"] }}]\n'
    text = text.replace(
        'name = "north-1996"\n[variants.preferences.Suderland]', 'name = "x"\n[variants.preferences.Suderland]'
    )
    warned = check_conflicts(replace(dossier, conflicts=(("1990-1994", text),))).warnings
    assert [one.found for one in warned if "after whom the reading is named" in one.found] == [
        "Institute of the North 1996, after whom the reading is named, tells none of these grounds of 1990-1994"
    ]


def test_a_document_is_named_in_full_once_and_shortly_from_there() -> None:
    row = findings_as_is(modelled(), settlement="half", draws=5).rows[0]
    assert row.blocked.count("Institute of the North, “On the Skerries (north-1996)” (1996)") == 1
    assert row.blocked.count("Institute of the North (1996)") >= 1
    assert " by On the Skerries" not in row.blocked


# -- how things may go without it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("owned", "wants", "when", "start", "told"),
    [
        (TWO, {"A": "not p; s", "B": "not p"}, "s and p", "",
         "B would do better otherwise and would leave it by giving up “Pay”, which it does not want."),
        (ALONE_OR_ANYWAY, EITHER, "s and not p and not u", "",
         "A may do better otherwise and would leave it by"),
        (THREE, {"A": "not q; s and p", "B": "not q; not s; p", "C": "not q"}, "s and p", "NNY",
         "A would do better otherwise, for it does not want “Quit”"),
        (THREE, {"A": "q; s and p", "B": "s; p", "C": "q"}, "s and p", "",
         "A would do better otherwise, for it wants “Quit”"),
        (TWO, {"A": "s and not p; s iff not p", "B": "p and not s; s iff not p"}, "s and p", "",
         "A would do better otherwise, in part because it wants “Sign” without “Pay”"),
    ],
)  # fmt: skip
def test_a_loss_is_told_of_the_ways_in_which_it_is_one(
    owned: dict[str, str], wants: dict[str, str], when: str, start: str, told: str
) -> None:
    assert told in found(owned, wants, when, start).blocked


def test_signing_that_depends_on_how_things_go_has_a_sign_of_its_own() -> None:
    orders = ("NN YY NY YN", "YN YY NY NN")
    wants = {
        name: f"ranking = {[[state] for state in order.split()]}" for name, order in zip("AB", orders, strict=True)
    }
    found_ = findings_as_is(gap(TWO, wants), draws=5)
    (row,) = found_.rows
    assert (row.verdict, row.signed) == ("holds_only", None)
    assert "whether A and B would sign it depends on how things would otherwise go; it would hold." in row.told
    (sign,) = [line.partition(" ")[0] for line in legend() if "would hold; whether it would be signed depends" in line]
    assert found_.matrix[1][0][1] == sign


def test_who_can_bring_it_about_alone_gains_by_what_comes_about_anyway() -> None:
    row = found(TWO, {"A": "p; s", "B": "p"}, "s")
    assert (row.fallbacks, [one.way for one in row.blocked_by], row.blockers) == (("YY",), ["loses"], [])
    assert row.sentences == ("deal, 1990-1994: A can bring it about alone and would gain by it; it would hold.",)


def test_gaining_in_some_of_the_ways_is_told_so() -> None:
    told = found(ALONE_OR_ANYWAY, EITHER, "s and not p and not u").told
    assert "and may gain by it, depending on how things would otherwise go" in told


def test_where_things_end_without_it_is_told_where_the_beginning_does_not_last() -> None:
    one = findings_as_is(gap(TWO, {"A": "s", "B": "not p"}), draws=5)
    assert one.sentences[0] == ("1990-1994: without a settlement things end with “Sign”.")
    several = findings_as_is(gap(ALONE_OR_ANYWAY, EITHER), draws=5)
    assert several.sentences[0].endswith("things end in one of two ways, both with “Unite”.")
    assert not any(
        "without a settlement" in each for each in findings_as_is(gap(TWO, {"A": "p", "B": "s"}), draws=5).sentences
    )


def test_silence_of_who_can_bring_it_about_alone_is_told() -> None:
    row = found(TWO, {"A": "p", "B": "s"}, "s")
    assert row.told.startswith("A can bring it about alone but it is not told whether it wants to; ")


def test_a_loss_of_whom_nothing_is_told_is_not_claimed_where_another_decides() -> None:
    row = found(THREE, {"A": "q", "B": "q; p and s", "C": "q"})
    assert row.blocked.startswith("B would do better otherwise, for ")
    only = found(THREE, {"A": "q", "B": "q", "C": "q"})
    assert only.blocked.startswith("A would do better otherwise, for it wants “Quit”; ")


def test_the_form_is_told_where_a_loss_depends_on_what_the_settlement_leaves_open() -> None:
    at_first = found(THREE, {"A": "not q; s and p", "B": "p", "C": "not q"}, "s and p", "NNY")
    assert at_first.told.startswith("with all else as at the beginning, it would")
    named = found(THREE, {"A": "not q; s and p", "B": "p", "C": "not q"}, "s and p and q", "NNY")
    assert "with all else" not in named.told


# -- who ends it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wants", "when", "start", "told"),
    [
        ({"A": "not r", "B": "p"}, "not s and r", "NYN",
         "A would leave it by giving up “Rest”, which it does not want."),
        ({"A": "not r; s", "B": "p"}, "not s", "NYN", "A would leave it by taking up “Sign”, which it wants."),
        ({"A": "not r", "B": "p"}, "not s", "NYN",
         "It would end only in passing: A would gain by giving up “Rest”, but not by taking up “Sign” with it."),
        ({"A": "not r; not s", "B": "p"}, "not s", "NNN", ""),
    ],
)  # fmt: skip
def test_no_option_is_named_that_brings_nothing(wants: dict[str, str], when: str, start: str, told: str) -> None:
    blocked = found({"A": "sr", "B": "p"}, wants, when, start).blocked
    assert blocked.startswith(told)
    assert bool(told) == bool(blocked)


def test_who_does_not_contribute_is_not_blamed() -> None:
    row = found(THREE, {"A": "s if p; not s", "B": "p", "C": "q"}, "not s")
    assert row.blocked == "B would bring A to leave it by taking up “Pay”, which it wants."


def test_who_leaves_in_the_end_is_told_after_who_begins() -> None:
    row = found(THREE, {"A": "s if q; not s", "B": "p", "C": "q if p; not q"}, "not s")
    assert row.blocked == "B would in the end bring A to leave it by taking up “Pay”, which it wants."


def test_an_option_that_keeps_a_move_from_being_answered_is_explained() -> None:
    row = found({"A": "sr", "B": "p"}, {"A": "not p; s", "B": "p iff s and not r"}, "not s")
    assert row.blocked == (
        "A would leave it by taking up “Sign” and “Rest” (“Rest” keeps others from answering), for it wants “Sign”."
    )


def test_what_brings_less_than_nothing_is_told_so() -> None:
    row = found({"A": "sr", "B": "p"}, {"A": "r; s", "B": "p"}, "s", "YNN")
    told = "It would end only in passing: A would gain by taking up “Rest”, but not by giving up “Sign” with it."
    assert row.blocked == told
    assert (row.blocked_by[-1].worse, row.blocked_by[-1].idle) == (True, ("s",))


# -- what would have to change ---------------------------------------------------------------------------------


def test_one_new_wish_is_tried_and_told() -> None:
    row = found(TWO, {"A": "p; not s", "B": "not p"})
    assert row.sentences[-1] == "The least that would have to change: B comes to want “Sign” before everything else."
    assert row.as_row()["levers"][0]["changes"][0] == {
        "kind": "add", "decision_maker": "B", "statement": "s", "rank": 1,
        "words": "B comes to want “Sign” before everything else",
    }  # fmt: skip


def test_where_nothing_is_enough_it_is_said_what_was_tried() -> None:
    row = found(TWO, {"A": "not s; not p", "B": "not p; not s"})
    assert row.levers == ()
    assert row.as_row()["searched"] == {"most": 3, "wishes": True, "why": None}
    assert row.sentences[-1] == (
        "No set of up to three changes of wishes and no one new wish is enough; more was not computed."
    )


# -- settlements that come to the same, or cannot be expressed -------------------------------------------------


def test_settlements_that_come_to_the_same_are_told_once_with_both_titles() -> None:
    same = gap(TWO, {"A": "s and p", "B": "s and p"}, more='[[settlements]]\nformula = "all"\nwhen = "s and p"\n')
    told = findings_as_is(same, draws=5)
    assert len(told.rows) == 2
    (line,) = [one for one in told.sentences if "would sign it" in one]
    assert line.startswith("deal (and likewise “All of the islands”), 1990-1994:")
    other = gap(TWO, {"A": "s and p", "B": "s and p"}, more='[[settlements]]\nformula = "all"\nwhen = "s"\n')
    assert not any("likewise" in one for one in findings_as_is(other, draws=5).sentences)


def test_no_model_is_said_of_all_models_whatever_era_is_asked_for() -> None:
    later = TEXT.replace('"1990-1994"', '"1995-"').replace('formula = "none"', 'formula = "all"')
    dossier = replace(modelled(), conflicts=(("1990-1994", TEXT), ("1995-", later)))
    (line,) = [one for one in findings_as_is(dossier, "1990-1994", draws=5).sentences if "All of the islands" in one]
    assert line == "Expressed in another era, not in 1990-1994: “All of the islands”."

"""The bargaining range: open, none, disputed, refused and unknown, each from positions that make it so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hikiwake.actors import Actor
from hikiwake.comparison import bargaining_range
from hikiwake.comparison.bargaining import OVERLAPS
from hikiwake.comparison.ranges import BargainingRange
from hikiwake.dossier import Dossier, Position, Scale, load
from hikiwake.periods import Period
from tests.synthetic import ACTORS, skerries

TALKS = Period.parse("1992")


def position(number: int, actor: str, on: str, verb: str, holder: str = "North", **more: object) -> Position:
    """A position of the talks on a formula."""
    fields: dict[str, object] = {"kind": "declared", "period": TALKS, "stance": "So.", "strength": "strong"} | more
    return Position(f"p{number}", holder, actor, on, verb, passages=("passage-0005",), **fields)  # type: ignore[arg-type]


def ranges(*positions: Position, scale: Scale | None = None, actors: tuple[Actor, ...] = ACTORS) -> BargainingRange:
    """The bargaining range of the talks that some positions make."""
    dossier = skerries().dossier()
    scales = (scale,) if scale else dossier.case.scales
    changed = replace(dossier, positions=positions, case=replace(dossier.case, scales=scales), actors=actors)
    return bargaining_range(changed)[0]


def test_open() -> None:
    """The claimant accepts half, the holder offers half: half is shared, and each bound names who tells it."""
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "NOR", "half", "offers"))
    assert (row.overlap, row.shared) == ("open", ("half",))
    assert [(bound.actor, bound.accepts) for bound in row.bounds] == [
        ("NOR", ("half", "none")),
        ("SUD", ("all", "half")),
    ]
    assert dict(row.shares) == {"half": "50"}
    assert row.by_kind == {"declared": "open", "revealed": "unknown", "perceived": "unknown"}


def test_none_and_what_decides() -> None:
    """All is demanded, half is offered: nothing is shared."""
    row = ranges(position(1, "SUD", "all", "demands"), position(2, "NOR", "half", "offers"))
    assert (row.overlap, row.shared) == ("none", ())
    assert "Nothing is shared." in row.why


def test_disputed_by_holders() -> None:
    """One author says that the claimant would take half, the other that it insists on all."""
    row = ranges(
        position(1, "SUD", "all", "demands", "South"),
        position(2, "SUD", "half", "accepts", "North"),
        position(3, "NOR", "half", "offers"),
    )
    assert (row.overlap, row.shared) == ("disputed", ("half",))
    assert [(each.positions, each.overlap) for each in row.decided_by] == [(("p1",), "open"), (("p2",), "none")]


def test_refused_is_not_none() -> None:
    """A side that refuses to talk has not said that it would concede nothing."""
    scale = Scale("land", "Land", "SUD", (("all",), ("half",)), refusals=("none",))
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "NOR", "none", "supports"), scale=scale)
    assert row.overlap == "refused"
    assert "refuses to talk" in row.why


def test_unknown() -> None:
    """Where the record says nothing of one side, the range is unknown, and the sentence says of which side."""
    row = ranges(position(1, "SUD", "half", "accepts"))
    assert row.overlap == "unknown"
    assert row.why.startswith("The record does not say what Norland would accept.")


def test_a_rejection_is_no_acceptance() -> None:
    """Refusing a formula adds nothing to what is accepted."""
    assert ranges(position(1, "SUD", "half", "rejects"), position(2, "NOR", "half", "offers")).overlap == "unknown"


def test_a_formula_with_open_content_is_taken_in_all_its_readings() -> None:
    """A draw that may be half or nothing is shared for certain only where every reading is."""
    scale = Scale("land", "Land", "SUD", (("all",), ("half",), ("none",)), open=(("draw", "half", "none"),))
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "NOR", "draw", "proposes"), scale=scale)
    assert (row.overlap, row.shared) == ("disputed", ("half",))
    assert next(bound for bound in row.bounds if bound.actor == "NOR").perhaps == ("half",)


def test_a_rejection_by_another_holder_counts() -> None:
    """One author says that the claimant took half, another that it turned half down: that is disputed."""
    told = position(1, "SUD", "half", "accepts"), position(2, "NOR", "half", "offers")
    row = ranges(*told, position(3, "SUD", "half", "rejects", "South"))
    assert (row.overlap, row.shared) == ("disputed", ("half",))
    assert [(each.positions, each.overlap) for each in row.decided_by] == [(("p3",), "open")]
    assert "Suderland refuses “Half of the islands” (South)." in row.why
    assert "Without one position, told by South, it would be open." in row.why


def test_what_one_holder_says_is_refused_is_taken_from_what_it_says_is_accepted() -> None:
    """All and half are accepted, half is refused, by one holder: what is worse for the claimant goes with it."""
    row = ranges(
        position(1, "SUD", "none", "accepts"),
        position(2, "SUD", "half", "rejects", kind="revealed"),
        position(3, "NOR", "all", "offers"),
    )
    assert [bound.accepts for bound in row.bounds if bound.actor == "SUD"] == [("all",), ()]
    assert (row.overlap, row.shared) == ("open", ("all",))


def test_advice_is_no_refusal_and_opinions_stand_beside() -> None:
    """What an author recommends, and what a public wants, is shown and never counted."""
    told = position(1, "SUD", "half", "accepts"), position(2, "NOR", "half", "offers")
    advice = position(3, "SUD", "half", "rejects", "South", kind="recommended")
    public = position(4, "SUD/public", "half", "rejects", "South")
    row = ranges(*told, advice, public)
    assert (row.overlap, row.beside) == ("open", ("p3", "p4"))


def test_what_is_only_studied_is_told_as_studied() -> None:
    """To study a formula is neither to accept nor to refuse it."""
    told = position(1, "SUD", "all", "demands"), position(2, "NOR", "half", "offers")
    row = ranges(*told, position(3, "SUD", "half", "studies", "South"))
    assert row.overlap == "none"
    assert "Suderland studied “Half of the islands” (South)." in row.why


def test_a_third_state_is_not_taken_to_rank_as_the_other_side_does() -> None:
    """The scale ranks for two named actors; of a third it is not known what is better for it."""
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "TRD", "half", "supports"))
    dossier = replace(
        skerries().dossier(), positions=(position(1, "SUD", "half", "accepts"), position(2, "TRD", "none", "supports"))
    )
    third = bargaining_range(dossier, ("SUD", "TRD"))[0]
    assert third.overlap == "unknown"
    assert third.why.startswith("The scale does not say how Third ranks") or "does not say how" in third.why
    assert [bound.accepts for bound in third.bounds if bound.actor == "TRD"] == [("none",)]
    assert row.overlap == "unknown"


def test_two_positions_that_say_the_same_decide_only_together() -> None:
    """Where two authors say that the claimant insists on all, neither alone closes the range."""
    row = ranges(
        position(1, "SUD", "half", "accepts"),
        position(2, "NOR", "half", "offers"),
        position(3, "SUD", "half", "rejects", "South"),
        position(4, "SUD", "half", "opposes", "East"),
    )
    assert row.overlap == "disputed"
    assert [(each.positions, each.overlap) for each in row.decided_by] == [(("p3", "p4"), "open")]
    assert "Without two positions together, told by South and East, it would be open." in row.why


def test_an_open_formula_gives_perhaps() -> None:
    """A draw that may be half or nothing: the holder perhaps goes as far as half, and not for certain."""
    scale = Scale("land", "Land", "SUD", (("all",), ("half",), ("none",)), open=(("draw", "half", "none"),))
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "NOR", "draw", "proposes"), scale=scale)
    assert "Norland perhaps goes as far as “Half of the islands” (North)." in row.why
    assert "Norland goes as far as" not in row.why


def test_publics_do_not_speak_for_a_state_but_who_holds_an_office_does() -> None:
    """The public's wish counts for nothing here; the premier's word counts while in office."""
    offered = position(2, "NOR", "half", "offers")
    assert ranges(position(1, "SUD/public", "half", "accepts"), offered).overlap == "unknown"
    claimed = position(3, "SUD", "half", "accepts")
    assert ranges(position(4, "NOR/premier", "half", "offers"), claimed).overlap == "open"
    later = position(5, "NOR/premier", "half", "offers", period=Period.parse("1994-06"))
    assert ranges(later, claimed).overlap == "unknown"


def test_predecessors_speak_for_their_successors() -> None:
    """What the state's predecessor offered in the era counts."""
    row = ranges(position(1, "OLD", "half", "offers"), position(2, "SUD", "half", "accepts"))
    assert row.overlap == "open"


def test_both_sides_of_the_scale_are_the_same_rule() -> None:
    """The order of the two actors does not matter."""
    dossier = skerries().dossier()
    there, back = (bargaining_range(dossier, pair) for pair in (("NOR", "SUD"), ("SUD", "NOR")))
    assert [row.overlap for row in there] == [row.overlap for row in back]


@pytest.mark.parametrize("dossier", [skerries().dossier(), load("japan_russia")], ids=["synthetic", "built-in"])
def test_every_row_can_be_followed(dossier: Dossier) -> None:
    """One row per era and scale; every bound stands on passages; shares only where a passage gives one."""
    rows = bargaining_range(dossier)
    assert len(rows) == len(dossier.case.eras) * len(dossier.case.scales)
    given = {formula.id: formula.share for formula in dossier.formulas if formula.share}
    for row in rows:
        assert row.overlap in OVERLAPS
        assert dict(row.shares) == {formula: given[formula] for formula in row.shared if formula in given}
        for bound in row.bounds:
            assert all(id_ in dossier.by_id for id_ in bound.positions)
            assert all(id_ in dossier.passage for id_ in bound.passages)


def test_the_claimant_and_a_stranger() -> None:
    """Any two actors may be asked for; one that the case does not know is refused."""
    dossier = skerries().dossier()
    assert {row.overlap for row in bargaining_range(dossier, ("SUD", "TRD"))} == {"unknown"}
    with pytest.raises(KeyError, match="XXX"):
        bargaining_range(dossier, ("SUD", "XXX"))
    with pytest.raises(KeyError, match="weather"):
        bargaining_range(dossier, scale="weather")


def test_ranges_show_themselves_in_a_notebook() -> None:
    """A table with a row for each era and scale."""
    rows = bargaining_range(skerries().dossier())
    assert rows._repr_html_().count("<tr>") == len(rows) + 1


def test_each_side_goes_as_far_as_its_own_worst() -> None:
    """The claimant that takes half goes as far as half; so does the holder that offers half, whose best is nothing."""
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "NOR", "half", "offers"))
    assert "Norland goes as far as “Half of the islands” (North)." in row.why
    assert "Suderland goes as far as “Half of the islands” (North)." in row.why


def during(text: str) -> dict[str, Any]:
    """The time of a position."""
    return {"period": Period.parse(text)}


OFFERED = position(9, "NOR", "half", "offers")
FOUR = Scale("land", "Land", "SUD", (("all",), ("most",), ("half",), ("none",)))


@pytest.mark.parametrize(
    ("accepted", "refused", "words"),
    [
        ("1991/1992-11", "1992-12/1994", "until November 1992 and refuses it from December 1992"),
        ("1990/1992-11", "1992-11/1994", "until November 1992 and refuses it from November 1992"),
        ("1990/1992-12-05", "1992-12-05/1994", "until 5 December 1992 and refuses it from 5 December 1992"),
        ("1980/1991", "1992/1999", "until 1991 and refuses it from 1992"),
        ("1993/1994", "1990/1992", "from 1993 and refuses it until 1992"),
    ],
)
def test_who_accepts_and_then_refuses_accepted_it_for_a_time(accepted: str, refused: str, words: str) -> None:
    """By one holder both are told, each of its time; what was shared for a part of the era depends on the time."""
    row = ranges(
        position(1, "SUD", "half", "accepts", **during(accepted)),
        position(2, "SUD", "half", "rejects", **during(refused)),
        OFFERED,
    )
    assert f"Suderland goes as far as “Half of the islands” {words} (North)." in row.why
    assert row.why.startswith("It depends on the time; shared for a part of the era only: “Half of the islands”.")
    assert (row.overlap, row.shared) == ("disputed", ("half",))
    claimant = next(each for each in row.reaches if each.actor == "SUD")
    assert (claimant.certain, claimant.possible) == (("all",), ("all", "half"))
    assert [(each.positions, each.overlap) for each in row.decided_by] == [(("p2",), "open")]


@pytest.mark.parametrize(
    ("accepted", "refused"),
    [
        ("1992", "1992"),
        ("1990/1994", "1992"),  # within the time in which it is accepted
        ("1992", "1990/1994"),
        ("1980/1991", "1985/1994"),  # as far as the era goes, at one time
        ("1990/", "1992/"),  # nobody says that the acceptance ended
    ],
)
def test_what_is_refused_at_the_same_time_is_not_accepted(accepted: str, refused: str) -> None:
    """Both are told, and no other formula is put in their place."""
    row = ranges(
        position(1, "SUD", "half", "accepts", **during(accepted)),
        position(2, "SUD", "half", "rejects", **during(refused)),
        OFFERED,
    )
    assert (row.overlap, row.shared) == ("none", ())
    less = "Suderland goes less far than “Half of the islands”, which it accepts and refuses at one time (North)."
    assert less in row.why
    assert "“All" not in row.why


def test_other_accounts_are_followed_beside_one_who_changed_its_mind() -> None:
    """Where another tells of no refusal, it depends on whom one follows; what is shared in part is said to be so."""
    changed = (
        position(1, "SUD", "half", "accepts", **during("1990/1991")),
        position(2, "SUD", "half", "rejects", **during("1992/1994")),
    )
    row = ranges(*changed, position(3, "SUD", "half", "accepts", "South"), OFFERED)
    assert row.why.startswith("It depends on whom one follows; shared by some accounts: “Half of the islands”.")
    row = ranges(*changed, position(3, "SUD", "half", "rejects", "South"), OFFERED)
    some = "It depends on whom one follows and on the time; shared by some accounts for a part of the era only:"
    assert row.why.startswith(some)


def test_what_is_accepted_for_a_time_stands_beside_what_is_always() -> None:
    row = ranges(
        position(1, "SUD", "none", "accepts", **during("1990/1991")),
        position(2, "SUD", "half", "rejects", **during("1992/1994")),
        position(3, "SUD", "all", "demands", **during("1990/1994")),
        OFFERED,
    )
    goes = f"Suderland goes as far as “{title('all')}”, as far as “{title('none')}” until 1991"
    assert f"{goes} and refuses “Half of the islands” from 1992 (North)." in row.why
    assert next(each for each in row.reaches if each.actor == "SUD").possible == ("all", "half", "none")


def title(formula: str) -> str:
    """What a formula of the case is called."""
    return next(each.title for each in skerries().dossier().formulas if each.id == formula)


def test_a_bound_names_no_formula_that_no_position_names() -> None:
    """The holder refuses half and takes nothing, which ranks worse: that most is left follows and is nobody's word."""
    row = ranges_of_four(position(1, "SUD", "none", "accepts"), position(2, "SUD", "half", "rejects"))
    less = "Suderland goes less far than “Half of the islands”, which it refuses although it accepts"
    assert f"{less} “{title('none')}”, which ranks worse for it (North)." in row.why
    assert "Most" not in row.why
    row = ranges_of_four(position(1, "SUD", "all", "demands"), position(2, "SUD", "half", "accepts"),
                         position(3, "SUD", "half", "rejects"))  # fmt: skip
    assert f"Suderland goes as far as “{title('all')}” and accepts and refuses “Half of the islands”" in row.why


def ranges_of_four(*positions: Position) -> BargainingRange:
    """The bargaining range over a scale with a formula that no position names."""
    dossier = skerries().dossier()
    half = next(each for each in dossier.formulas if each.id == "half")
    formulas = (*dossier.formulas, replace(half, id="most", title="Most of the islands", share=""))
    case = replace(dossier.case, scales=(FOUR,))
    return bargaining_range(replace(dossier, positions=(*positions, OFFERED), formulas=formulas, case=case))[0]


def test_who_refuses_the_best_accepts_nothing_of_what_ranks_worse() -> None:
    row = ranges(position(1, "SUD", "half", "accepts"), position(2, "SUD", "all", "rejects"), OFFERED)
    assert f"Suderland refuses “{title('all')}” although it accepts “Half of the islands”, which ranks" in row.why
    assert row.overlap == "unknown"

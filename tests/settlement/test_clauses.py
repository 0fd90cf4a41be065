"""What the clauses of a finding add to a verdict or a loss: the form that it depends on, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.dossier import Dossier, Position
from hikiwake.periods import Period
from hikiwake.settlement.findings import findings_as_is
from tests.settlement.gap import found, gap

TWO = {"A": "s", "B": "p"}
THREE = {**TWO, "C": "q"}


@pytest.mark.parametrize(
    ("wants", "start", "told"),
    [
        ("p iff s and not q", "NYN", "it is judged with “Quit”, as at the beginning"),
        ("p iff s and q", "NNN", "it is judged without “Quit”, as at the beginning"),
        ("not p or s and q", "NNN", "it is judged without “Quit”, as at the beginning"),
        ("not p; p iff s and not q", "NYN", ""),
        ("not p; q", "NYN", ""),
        ("not (p and s and (q or not q))", "NYN", ""),
    ],
)  # fmt: skip
def test_the_form_is_told_where_a_loss_would_be_none_in_another(wants: str, start: str, told: str) -> None:
    """Though the open option is there as where things end without the settlement."""
    row = found({"A": "sq", "B": "p"}, {"A": f"{'' if start[1] == 'Y' else 'not '}q; s and p", "B": wants}, start=start)
    assert "B would do better as things go without it" in row.blocked
    assert row.blocked.partition("; ")[2].removesuffix(".") == told


def accepting(
    verb: str, *, kind: str = "declared", period: str = "1992", on: str = "deal", actor: str = "SUD"
) -> Dossier:
    """A small gap in which B does not want its own part, and what somebody takes up about the deal."""
    dossier = gap(TWO, {"A": "s and p", "B": "not p"}, variants={"north-1996": {"B": "not p"}})
    passage = next(each.id for each in dossier.passages if each.document == "south-1997")
    says = Position("position-901", "Institute of the South", actor, on, verb, "Says so.", "strong", kind,
                    Period.parse(period), (passage,))  # fmt: skip
    return replace(dossier, positions=(*dossier.positions, says))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"verb": "accepts"}, ", though it accepts it on record, as told by Institute of the South, "),
        ({"verb": "proposes"}, ", though it proposes it on record, as told by Institute of the South, "),
        ({"verb": "supports", "kind": "revealed"}, ", though it supports it on record, as told by"),
        ({"verb": "opposes"}, ""),
        ({"verb": "accepts", "kind": "recommended"}, ""),
        ({"verb": "accepts", "period": "1996"}, ""),
        ({"verb": "accepts", "on": "half"}, ""),
        ({"verb": "accepts", "actor": "NOR"}, ""),
    ],
)
def test_who_accepts_on_record_what_it_is_said_not_to_want_is_told_to(given: dict[str, str], told: str) -> None:
    own, rival = findings_as_is(accepting(**given), draws=5).rows
    assert f"for it does not want “Pay”{told}" in own.blocked
    assert ("on record" in own.blocked) == bool(told)
    assert "on record" not in rival.blocked, "another document's reading does not follow this one"


def test_what_is_accepted_is_not_told_beside_a_wish_for_something_else() -> None:
    dossier = replace(accepting("accepts"), conflicts=gap(THREE, {"A": "s", "B": "not q; p", "C": "not q"}, "s and p",
                                                          "NNY", more="").conflicts)  # fmt: skip
    (row,) = findings_as_is(dossier, draws=5).rows
    assert "on record" not in row.blocked


# -- in which form a change would do ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wants", "start", "form"),
    [
        ({"A": "s and p; q", "B": "not p; not q"}, "NNN", "; it is judged without “Quit”, as at the beginning"),
        ({"A": "s and p; not q", "B": "not p; q"}, "NYN", "; it is judged with “Quit”, as at the beginning"),
        ({"A": "s", "B": "not q; s if p"}, "NNN", "; it is judged without “Quit”, as at the beginning"),
        ({"A": "s and p", "B": "not p; not q"}, "NNN", ""),
    ],
)
def test_a_change_that_would_do_in_the_form_alone_is_told_with_it(wants: dict[str, str], start: str, form: str) -> None:
    """An option that somebody takes up next, or takes up without a settlement, and with which nobody would sign."""
    row = found({"A": "sq", "B": "p"}, wants, start=start)
    assert row.levers
    assert ("it is judged" in row.changing) == bool(form)
    assert row.changing.endswith(f"{form}.")


def test_a_single_other_new_wish_is_told() -> None:
    row = found(TWO, {"A": "s if p", "B": "p if s"})
    assert row.changing.endswith(
        "A comes to want “Pay” as well (one other new wish would do: B comes to want “Sign” as well)."
    )


# -- what rests on inference alone -----------------------------------------------------------------------------


def inferring(owned: dict[str, str], wants: str, when: str, marked: str) -> Dossier:
    """A small gap in which everybody wants the same, some of them by inference alone, each on one ground."""
    dossier = gap(owned, dict.fromkeys(owned, wants), when)
    ((era, text),) = dossier.conflicts
    for name in owned:
        plain = f'[preferences.{name}]\nstatements = [{{ says = "{wants.partition("; ")[0]}"'
        mark = ', inferred = "a hint"' if name in marked else ""
        assert plain in text
        text = text.replace(plain, f'{plain}, grounds = ["position-00{1 if name == "A" else 3}"]{mark}')
    return replace(dossier, conflicts=((era, text),))


BOTH = ("s and p", "s and p")


@pytest.mark.parametrize(
    ("owned", "wants", "marked", "told"),
    [
        (TWO, BOTH, "AB", "A and B would sign it, as inferred from Institute of the North, "),
        (TWO, BOTH, "A", "A and B would sign it, of A as inferred from Institute of the North, "),
        (TWO, BOTH, "", "A and B would sign it, and it would hold."),
        (TWO, ("s and p; p and s", "s and p"), "AB", "A and B would sign it, and it would hold."),
        ({"A": "sr", "B": "p"}, BOTH, "A", "A and B would sign it, of A as inferred from Institute of the North, "),
        ({"A": "sr", "B": "p"}, ("s and p; not r", "s and p"), "A", "A and B would sign it, of A as inferred from"),
        (TWO, ("s", "s"), "", "A can bring it about alone and would gain by it; it would hold."),
        (TWO, ("s", "s"), "A", "A can bring it about alone and would gain by it, as inferred from Institute of the"),
        (TWO, ("s", "s"), "B", "A can bring it about alone and would gain by it; it would hold."),
    ],
)
def test_a_verdict_that_rests_on_inference_alone_says_so(
    owned: dict[str, str], wants: tuple[str, str], marked: str, told: str
) -> None:
    """All that is told of the acts of a party that change; what else it wants does not count."""
    row = findings_as_is(inferring(owned, *wants, marked), draws=5).rows[0]
    assert row.told.startswith(told)


def test_the_form_is_not_told_of_an_option_that_the_settlement_does_not_leave_open() -> None:
    """Quit cannot be together with Sign: that it is not done is no choice of the form."""
    more = '[[infeasible]]\nwhen = "s and q"\n'
    row = found({"A": "sq", "B": "p"}, {"A": "q", "B": "q"}, start="NYN", more=more)
    assert "B would do better as things go without it" in row.blocked
    assert "it is judged" not in row.blocked

"""Small conflicts of a dispute that does not exist, written in a line or two, and what is found of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hikiwake.dossier import Dossier
from hikiwake.settlement import Finding
from hikiwake.settlement.findings import findings_as_is
from tests.skerries_model import modelled

TITLES = {"s": "Sign", "p": "Pay", "q": "Quit", "r": "Rest", "t": "Talk", "u": "Unite"}
ACTORS = {"A": "NOR", "B": "SUD", "C": "TRD"}


def gap(
    owned: Mapping[str, str],
    wants: Mapping[str, str],
    when: str = "s and p",
    start: str = "",
    *,
    variants: Mapping[str, Mapping[str, str]] | None = None,
    more: str = "",
) -> Dossier:
    """A case with one conflict: whose options are which letters, and what each wants, in order, with semicolons.

    A preference that begins with "ranking" or "weights" stands as it is. ``variants`` are by name; ``more`` is the
    text of further settlements or rules.
    """
    start = start or "N" * sum(map(len, owned.values()))
    makers = [
        f'[[decision_makers]]\nname = "{name}"\nactor = "{ACTORS[name]}"\noptions = ['
        + ", ".join(f'{{ id = "{each}", title = "{TITLES[each]}" }}' for each in options)
        + "]\n"
        for name, options in owned.items()
    ]
    head = f'title = "A small gap"\nera = "1990-1994"\nstatus_quo = "{start}"\noutcome = "{start}"\n'
    told = [f"[preferences.{name}]\n{_wants(says)}\n" for name, says in wants.items()]
    for name, others in (variants or {}).items():
        told.append(f'[[variants]]\nname = "{name}"\n')
        told += [f"[variants.preferences.{maker}]\n{_wants(says)}\n" for maker, says in others.items()]
    settlement = f'[[settlements]]\nformula = "deal"\nwhen = "{when}"\n'
    return modelled("".join((head, *makers, *told, settlement, more)))


def _wants(says: str) -> str:
    if says.startswith(("ranking", "weights")):
        return says
    return f"statements = [{', '.join(f'{{ says = {chr(34)}{one}{chr(34)} }}' for one in says.split('; ') if one)}]"


def found(*given: Any, **more: Any) -> Finding:
    """The finding about the deal, by the record as a whole."""
    return findings_as_is(gap(*given, **more), draws=5).rows[0]

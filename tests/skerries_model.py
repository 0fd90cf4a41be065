"""A model of the small dispute that does not exist: its findings come from the same code as the built-in case's."""

from __future__ import annotations

from dataclasses import replace

from hikiwake.dossier import Dossier
from tests.synthetic import skerries

TEXT = """
title = "The Skerries"
era = "1990-1994"
status_quo = "NNNY"
outcome = "NYNY"

[[decision_makers]]
name = "Norland"
actor = "NOR"
options = [{ id = "give_half", title = "Give half" , one_way = "on" }, { id = "close", title = "Close the strait" }]

[[decision_makers]]
name = "Suderland"
actor = "SUD"
options = [{ id = "accept", title = "Accept half" }, { id = "insist", title = "Insist on all" }]

[preferences.Norland]
statements = [
  { says = "accept if give_half", grounds = ["position-001"] },
  { says = "close", grounds = ["event-strait-closed"], about = 1 },
  { says = "give_half", grounds = ["position-001"] },
]

[preferences.Suderland]
statements = [
  { says = "insist", grounds = ["position-003"] },
  { says = "not accept", grounds = ["position-002"] },
]

[[settlements]]
formula = "half"
when = "give_half and accept"
[[settlements]]
formula = "none"
when = "not give_half"

[[variants]]
name = "north-1996"
[variants.preferences.Suderland]
statements = [{ says = "not accept", grounds = ["position-002"] }]
"""


def modelled(text: str = TEXT) -> Dossier:
    """The small dispute with a model of its first era."""
    return replace(skerries().dossier(), conflicts=(("1990-1994", text),))


TRADE = """
title = "A trade"
era = "1990-1994"
status_quo = "NN"
outcome = "NN"
[[decision_makers]]
name = "Norland"
actor = "NOR"
options = [{ id = "sell", title = "Sell" }]
[[decision_makers]]
name = "Suderland"
actor = "SUD"
options = [{ id = "pay", title = "Pay" }]
[preferences.Norland]
statements = [{ says = "pay", grounds = ["position-001"] }, { says = "not sell", grounds = ["position-001"] }]
[preferences.Suderland]
statements = [{ says = "not pay", grounds = ["position-003"] }, { says = "sell", grounds = ["position-003"] }]
[[settlements]]
formula = "trade"
when = "sell and pay"
[[variants]]
name = "north-1996"
[variants.preferences.Suderland]
statements = [{ says = "sell iff pay", grounds = ["position-003"] }, { says = "not pay", grounds = ["position-003"] }]
[[variants]]
name = "rival"
[variants.preferences.Norland]
statements = [{ says = "not sell", grounds = ["position-001"] }, { says = "pay", grounds = ["position-001"] }]
"""

"""What an act is that was announced, or that was not done: a promise, a concession, a threat, a refusal.

After PLOVER: help or a meeting that is still to come is AGREE, a withdrawal to come CONCEDE, a blow to come THREATEN.
The type of the act itself stays beside it. An agreement that somebody will not make is a refusal; one that was not
reached may be talks. To stop an act is an act: who stops shelling retreats.
"""

from __future__ import annotations

from hikiwake.coding.acts.stands import Standing

PROMISED = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID"), "AGREE"),
    "RETREAT": "CONCEDE",
    **dict.fromkeys(("SANCTION", "COERCE", "ASSAULT", "REJECT", "PROTEST"), "THREATEN"),
}
CEASED = {  # what it is to stop doing it
    **dict.fromkeys(("SUPPORT", "CONSULT", "AGREE"), "REJECT"),
    **dict.fromkeys(("AID", "COOPERATE"), "SANCTION"),
    **dict.fromkeys(("ASSAULT", "MOBILIZE"), "RETREAT"),
    **dict.fromkeys(("SANCTION", "COERCE"), "CONCEDE"),
}
REFUSED = frozenset(["AGREE", "CONCEDE", "SUPPORT", "RETREAT", "AID", "CONSULT", "COOPERATE"])


def told_types(
    types: tuple[str, ...], happened: str, standing: Standing, unless: bool = False
) -> tuple[tuple[str, ...], str]:
    """The types and the status of an act after how it is told; ``unless``: a condition with that word follows.

    >>> told_types(("RETREAT",), "planned", Standing(0, "modal", modal="will"))
    (('CONCEDE', 'RETREAT'), 'planned')
    """
    if standing.governor and standing.governor.effect == "ceased" and types[0] in CEASED:
        return (CEASED[types[0]], types[0]), happened
    will = standing.form == "modal" and standing.modal in ("will", "would", "shall")
    if happened == "negated" and will and types[0] in REFUSED:
        return ("REJECT",), "occurred"
    if happened == "proposed" and standing.form == "modal":
        return ("REQUEST", types[0]) if types[0] != "REQUEST" else types, happened
    if happened == "negated" and types[0] in ("AGREE", "CONSULT", "SUPPORT"):
        return (types[0], "REJECT" if types[0] == "CONSULT" else "CONSULT"), happened
    if happened == "planned" and unless and will:
        return ("THREATEN", types[0]), happened
    if happened == "planned" and types[0] in PROMISED:
        promised = PROMISED[types[0]]
        return ((promised, types[0]) if will else (types[0], promised)), happened
    return types, happened

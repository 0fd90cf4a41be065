"""The codes of each side of a dyad: an actor and the states that it continues, or several codes that are named.

A state that exists continues one that has ended where it is the only one that succeeds it, and where the table has each
as the successor of the other, as Russia and the Soviet Union. One of several successors continues none: what the Soviet
Union did is not taken for acts of Kazakhstan. Who wants it so names the codes, as ``CZE+CSK``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from hikiwake.actors import Dyad, lineage
from hikiwake.errors import HikiwakeError
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.wording.phrases import listed
from hikiwake.wording.terminal.near import MOST_NEAR, did_you_mean, near_or_some

BOTH = "+"


def continued() -> dict[str, str]:
    """Which state each state continues.

    >>> continued()["RUS"], continued()["TUR"], {"KAZ", "CZE", "SSD", "SUN"} & {*continued()}
    ('SUN', 'OTT', set())
    """
    rows = {row.id: row for row in actor_rows()}
    succeeds = {row.id: row.succeeds for row in rows.values() if row.succeeds and row.last is None}
    heirs = Counter(succeeds.values())
    ended = {id_ for id_ in heirs if id_ not in rows or rows[id_].last is not None}
    mutual = {id_ for id_, of in succeeds.items() if of in rows and rows[of].succeeds == id_}
    return {id_: of for id_, of in succeeds.items() if of in ended and (heirs[of] == 1 or id_ in mutual)}


def dyad_of(pair: tuple[str, str]) -> Dyad:
    """The dyad of two actors, each a code or several with + between; a code alone brings those that it continues.

    Raises ``HikiwakeError`` for two sides that share a code.

    >>> dyad_of(("JPN", "RUS"))
    Dyad(first=('JPN',), second=('RUS', 'SUN'))
    >>> dyad_of(("CZE+CSK", "DEU")).first
    ('CZE', 'CSK')
    """
    first, second = map(_codes, pair)
    if shared := [code for code in first if code in second]:
        raise HikiwakeError(f"dyad: {listed(shared)} stands on both sides; give two different actors")
    return Dyad(first, second)


def _codes(side: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip() for code in side.split(BOTH)))
    return codes if len(codes) > 1 else lineage(codes[0], continued())


def refuse_unknown(dyad: Dyad, there: Collection[str]) -> None:
    """Raise ``HikiwakeError`` for a side that no row names and no table of states knows, with those that are near."""
    states = {row.id for row in actor_rows()}
    for side in (dyad.first, dyad.second):
        if not {*side} & {*there} | {*side} & states:
            raise HikiwakeError(f"dyad: {side[0]!r} is no actor of these rows{_meant(side[0], sorted(there))}")


def _meant(given: str, there: Sequence[str]) -> str:
    """The actors that were likely meant, by their codes or by how their names begin."""
    begun = given.casefold()
    called = [row.id for row in actor_rows() if any(name.casefold().startswith(begun) for name in row.names)]
    named = [id_ for id_ in called if id_ in there]
    if named and not did_you_mean(given, there):
        return f"; did you mean {listed((repr(id_) for id_ in named[:MOST_NEAR]), 'or')}?"
    return near_or_some(given, there)

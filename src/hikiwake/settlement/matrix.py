"""Settlements by eras: in which order they stand, and a sign for each verdict.

What changes hands most stands first: by the place on the case's first scale, then by the share of the land where one is
told, then as the case lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.dossier import Dossier
from hikiwake.settlement.finding import Finding
from hikiwake.wording import settlements as wording


def by_what_changes_hands(dossier: Dossier) -> tuple[str, ...]:
    """The formulas of a case in that order.

    >>> import hikiwake as hw
    >>> by_what_changes_hands(hw.load("japan_russia"))[:2]
    ('four_at_once', 'attribution_first')
    """
    order = dossier.case.scales[0].order if dossier.case.scales else ()
    rank = {formula: place for place, group in enumerate(order) for formula in group}
    placed = sorted(dossier.formulas, key=lambda each: (rank.get(each.id, len(order)), -_share(each.share)))
    return tuple(each.id for each in placed)


def matrix(rows: Iterable[Finding], eras: Sequence[str]) -> list[tuple[str, ...]]:
    """Settlements by eras: a sign for the model's own reading, then, in brackets, one for every rival reading."""
    signs: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        signs.setdefault(row.title, {}).setdefault(row.era, []).append(wording.sign(row.verdict, row.signed))
    return [(title, *(_cell(found.get(era, [])) for era in eras)) for title, found in signs.items()]


def _cell(signs: Sequence[str]) -> str:
    if not signs:
        return wording.NO_SIGN[0]
    own, *rivals = signs
    return f"{own}({''.join(rivals)})" if rivals else own


def _share(told: str) -> float:
    """A share of the land as a number; nothing told counts as nothing.

    >>> _share("37.5"), _share("")
    (37.5, 0.0)
    """
    try:
        return float(told or 0)
    except ValueError:
        return 0.0

"""What proposals are asked for, as a condition in SQL and an order."""

from __future__ import annotations

import re
from typing import NamedTuple

SURE = {"high": (0.75, 2.0), "middle": (0.5, 0.75), "low": (-1.0, 0.5)}  # from which confidence, up to which
ORDERS = ("again", "surest", "unsure")  # first what the record speaks of, what a coder is sure of, or is not
AGAIN = "(subject != '' AND subject IN (SELECT subject FROM record))"  # the record has an entry of the same subject
FIRST = dict(zip(ORDERS, (f"{AGAIN} DESC,", "confidence DESC,", "confidence,"), strict=True))


class Asked(NamedTuple):
    """What proposals are asked for; an empty criterion asks for nothing.

    about: words of their passage; sure: high, middle or low confidence; again: ``yes`` where the record has an entry
    of the same subject, ``no`` where it has none; memo: ``yes`` where somebody has noted something
    first: what comes first, by ``ORDERS``, in place of the order of the texts
    """

    kind: str = ""
    status: str = ""
    document: str = ""
    about: str = ""
    sure: str = ""
    again: str = ""
    memo: str = ""
    first: str = ""


def condition_of(asked: Asked) -> tuple[str, list[object]]:
    """The condition in SQL, and its values."""
    plain = {name: getattr(asked, name) for name in ("kind", "status", "document") if getattr(asked, name)}
    conditions = [f"{name} = ?" for name in plain]
    values: list[object] = [*plain.values()]
    if words := re.findall(r"\w+", asked.about):
        conditions.append("number IN (SELECT rowid FROM said WHERE words MATCH ?)")
        values.append(" ".join(f'"{word}"' for word in words))
    if asked.sure in SURE:
        conditions.append("confidence >= ? AND confidence < ?")
        values.extend(SURE[asked.sure])
    if asked.again:
        conditions.append(AGAIN if asked.again == "yes" else f"NOT {AGAIN}")
    if asked.memo:
        conditions.append("instr(beside, '[\"memo\", ') > 0")
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values

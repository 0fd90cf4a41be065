"""What taking event data in has done, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hikiwake.wording.phrases import tally

MOST_TOLD = 8


def imported(layout: str, into: str, files: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The sentences; what there is none of has none.

    >>> file = {"name": "a.csv", "rows": 3, "stored": 2, "aside": 1, "reasons": {"no date": 1}, "repaired": {},
    ...         "notes": [], "repeated_rows": 0, "repeated_ids": 0, "events": 2, "known": False, "fault": ""}
    >>> print(*imported("plain", "data", [file]), sep="\\n")
    plain: 1 file, 3 rows: 2 stored, 1 set aside (no date: 1).
    data: 2 events more.
    """
    new = [each for each in files if not each["known"] and not each["fault"]]
    if new:
        yield _account(layout, new)
        if events := sum(each["events"] for each in new):
            yield f"{into}: {tally(events, 'event')} more."
    repaired = _added(new, "repaired")
    for about, count in repaired.most_common(MOST_TOLD):
        yield f"Repaired in {tally(count, 'place')}: {about}. The published values stay beside."
    same, same_id = sum(each["repeated_rows"] for each in new), sum(each["repeated_ids"] for each in new)
    if same:
        yield f"{tally(same, 'row')} {_repeat(same)} a whole row before {_it(same)}."
    if same_id:
        yield f"{tally(same_id, 'row')} {_repeat(same_id)} only the id of a row before {_it(same_id)}."
    for each in new[:MOST_TOLD]:
        yield from (f"{each['name']}: {note}." for note in each["notes"])
    if known := sum(each["known"] for each in files):
        yield f"{tally(known, 'file')} {'was' if known == 1 else 'were'} there already and passed over."


def _account(layout: str, files: Sequence[Mapping[str, Any]]) -> str:
    rows, stored, aside = (sum(each[name] for each in files) for name in ("rows", "stored", "aside"))
    reasons = _added(files, "reasons").most_common()
    shown = "; ".join(f"{reason}: {count:,}" for reason, count in reasons[:MOST_TOLD])
    more = f"; and {tally(len(reasons) - MOST_TOLD, 'more reason')}" if len(reasons) > MOST_TOLD else ""
    told = f"{tally(len(files), 'file')}, {tally(rows, 'row')}: {stored:,} stored, {aside:,} set aside"
    why = f" ({shown}{more})" if aside else ""
    return f"{layout}: {told}{why}."


def _added(files: Sequence[Mapping[str, Any]], name: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in files:
        found.update(each[name])
    return found


def _repeat(count: int) -> str:
    return "repeats" if count == 1 else "repeat"


def _it(count: int) -> str:
    return "it" if count == 1 else "them"

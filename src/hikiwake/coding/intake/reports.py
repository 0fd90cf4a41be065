"""Which events of a workbench may be one: they are read one by one, and what is found is kept as it is found."""

from __future__ import annotations

from itertools import groupby, islice

from hikiwake.coding.merging import MOST_MERGES, Reports
from hikiwake.workbench import Workbench

AT_ONCE = 50  # merges that are kept together, with the texts of their documents


def propose_merges(workbench: Workbench, coder: str) -> tuple[int, list[str]]:
    """Propose which events that are open or accepted are one: how many are new, and what is to be told of it."""
    reports = Reports()
    for document, events in groupby(workbench.queue.each_event(), key=lambda each: each.proposal.document):
        text = workbench.texts_of([document]).get(document, "")
        for each in events:
            if each.status in ("open", "accepted"):
                reports.add(each.proposal, text, each.id, each.entry)
    found, told, new = reports.merges(MOST_MERGES), 0, 0
    while some := [*islice(found, AT_ONCE)]:
        new += workbench.propose(some, coder)
        told += len(some)
    more = f"the {MOST_MERGES:,} surest merges are proposed; less sure ones may be left out"
    return new, [more] if told == MOST_MERGES else []

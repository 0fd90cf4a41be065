"""A case of one document, in a folder with its workbench, and proposals for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from hikiwake.documents import Document, text_hash
from hikiwake.dossier import Dossier, load, new_case, save
from hikiwake.periods import Period
from hikiwake.workbench import Proposal, Span, StoredText, Workbench

SENTENCES = (
    "In June 2013 the First side and the Second side agreed on shared gauges.",
    "On 4 July 2013 the Second side rejected the plan for a dam.",
    "The First side insists on its old quota.",
    "About 40 wells were dry in 2014.",
)
TEXT = "\n".join(SENTENCES) + "\n"
BOTH = ("AAA", "BBB")


def stored(text: str = TEXT) -> StoredText:
    """The one document's text."""
    return StoredText("letter-2015", "letter.txt", text_hash(text), text)


def document(text: str = TEXT) -> Document:
    """The one document."""
    told = {"title": "A letter", "author": "A commission", "publisher": "", "language": "en"}
    written = Period.parse("2015", "written")
    return Document(
        id="letter-2015", file="letter.txt", sha256=text_hash(text), characters=len(text), written=written, **told
    )


def span(number: int, text: str = TEXT) -> tuple[Span, ...]:
    """The place of one of the sentences."""
    start = text.index(SENTENCES[number])
    return (Span("letter-2015", start, start + len(SENTENCES[number])),)


def agreed() -> Proposal:
    """The first sentence as an event."""
    return Proposal(
        "event", span(0), types=(("AGREE", 1.0),), sources=BOTH, targets=BOTH, period=Period.parse("2013-06"),
        happened="occurred", confidence=0.8, why=(("rule", "agree on"), ("trigger", "agreed")),
    )  # fmt: skip


def refused() -> Proposal:
    """The second sentence as an event."""
    period = Period.parse("2013-07-04")
    return Proposal("event", span(1), types=(("REJECT", 1.0),), sources=("BBB",), targets=("AAA",), period=period)


def insists() -> Proposal:
    """The third sentence as a position."""
    cells = {"actor": "AAA", "on": "quota", "verb": "demands", "stance": "Its old quota", "strength": "strong",
             "kind": "declared"}  # fmt: skip
    return Proposal("position", span(2), period=Period.parse("2015", "written"), cells=tuple(cells.items()))


def wells() -> Proposal:
    """The fourth sentence as a claim."""
    cells = {"subject": "wells", "measure": "dry_wells", "comparator": "~", "value": "40", "unit": "wells",
             "kind": "actual", "summary": "About 40 wells were dry."}  # fmt: skip
    return Proposal("claim", span(3), period=Period.parse("2014"), cells=tuple(cells.items()))


@dataclass
class Bench:
    """A case folder and its open workbench."""

    folder: Path
    workbench: Workbench

    @property
    def dossier(self) -> Dossier:
        """The case as it stands in the folder now."""
        return load(self.folder)


def made(folder: Path) -> Bench:
    """A new case with the document taken in and four proposals, none decided."""
    new_case(folder)
    case = load(folder)
    save(replace(case, case=replace(case.case, title="Water")), folder)
    workbench = Workbench(folder, create=True)
    workbench.take([stored()], [document()], who="editor")
    workbench.take_in()
    workbench.propose([agreed(), refused(), insists(), wells()], "rules")
    return Bench(folder, workbench)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Such a case, closed at the end."""
    here = made(tmp_path / "water")
    yield here
    here.workbench.close()

"""Commands of the workbench: proposals, accept, reject, edit, undo, redo, log, agreement."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.here import case_and
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.listing.cells import cell_text
from hikiwake.cli.output import print_json, say, say_dim, shown, wrapped
from hikiwake.wording.terminal.listings import rows_shown
from hikiwake.wording.terminal.near import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hikiwake.cli.listing.asked import Listing
    from hikiwake.workbench import Kept, Workbench

CaseFolder = Annotated[str, typer.Argument(metavar="CASE", help="The folder of the case; the current one if left out.")]
Ids = Annotated[
    list[str], typer.Argument(metavar="[CASE] ID...", help="Ids of proposals, or as much of them as is unique.")
]
LONGEST_SHOWN = 200  # characters of a passage
INDENT = " " * 10
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]
KindOption = Annotated[str, typer.Option(help="Only one kind: event, claim, reading, position, driver or merge.")]
StatusOption = Annotated[str, typer.Option(help="Only what is open, accepted, rejected or stale.")]
DocumentOption = Annotated[str, typer.Option(help="Only proposals from this document.")]
AboutOption = Annotated[str, typer.Option(help="Only where the passage has these words.")]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    for listed in (proposals, log, agreement):
        app.command()(as_listing(listed))
    for command in (accept, reject, edit, undo, redo):
        app.command()(command)


def proposals(
    case: CaseFolder = ".",
    *,
    kind: KindOption = "",
    status: StatusOption = "",
    document: DocumentOption = "",
    about: AboutOption = "",
    listing: Listing,
) -> None:
    """List what coders and persons have proposed for a case, in the order of the texts, with what became of it."""
    from hikiwake.workbench import KINDS, STATUSES, Workbench

    refuse_unknown("--kind", kind, KINDS)
    refuse_unknown("--status", status, STATUSES)
    with Workbench(case) as workbench:
        found = workbench.proposals(kind=kind, status=status, document=document, about=about)
        texts = {text.id: text.text for text in workbench.texts}
    rows = [each.as_row() for each in found]
    told = [{**row, "what": what(each)} for row, each in zip(rows, found, strict=True)]
    if listing.written(told, ("id", "kind", "status", "what", "period", "confidence", "document"), lambda: rows):
        return
    for each in listing.some(found):
        for line in _lines(each, texts):
            say(line)
    say_dim(rows_shown(len(listing.some(found)), len(found), (), "proposal"))


def refuse_unknown(option: str, value: str, known: Iterable[str]) -> None:
    """Raise ``CaseError`` for a value that an option does not have."""
    from hikiwake.errors import CaseError

    if value and value not in known:
        raise CaseError(f"{option} {value!r}: expected one of {', '.join(known)}{did_you_mean(value, known)}")


def _lines(kept: Kept, texts: dict[str, str]) -> Iterator[str]:
    """A proposal on the terminal: what it says, and the passage it stands on."""
    first = kept.proposal.passages[0]
    said = " ".join(texts.get(first.document, "")[first.start : first.end].split())
    when = cell_text(kept.as_row()["period"]) or "no time"
    told = (kept.proposal.kind, kept.status, what(kept), when, f"{kept.proposal.confidence:.2f}")
    yield from wrapped(" · ".join(told), f"{kept.id[:8]}  ", INDENT)
    yield from wrapped(said if len(said) <= LONGEST_SHOWN else f"{said[: LONGEST_SHOWN - 3]}...", INDENT)


def what(kept: Kept) -> str:
    """What a proposal says, in one line."""
    from hikiwake.workbench.reviewing.telling import what_of

    return what_of(kept.proposal)


@contextmanager
def deciding(case: str) -> Iterator[Workbench]:
    """The workbench of a case for a decision; what could be done again before it, and no more after it, is told."""
    from hikiwake.workbench import Workbench

    with Workbench(case) as workbench, telling_of_redo(workbench):
        yield workbench


@contextmanager
def telling_of_redo(workbench: Workbench) -> Iterator[None]:
    """Tell what could be done again before a decision and cannot after it."""
    from hikiwake.wording.entering.decisions import no_longer
    from hikiwake.workbench.reviewing.telling import told

    before = workbench.undone
    yield
    if before and not workbench.undone:
        say(shown(no_longer([told(line) for line in before])), err=True)


def accept(words: Ids, *, as_json: JsonOption = False) -> None:
    """Write the entries that proposals become into the case folder: all of them, or none where one cannot be."""
    case, ids = case_and(words, "an id")
    with deciding(case) as workbench:
        entries = workbench.accept(ids)
    if as_json:
        print_json({"accepted": list(entries)})
    for entry in () if as_json else entries:
        say(f"{entry}: written into {case}")


def reject(words: Ids) -> None:
    """Put proposals aside: they are not proposed again."""
    case, ids = case_and(words, "an id")
    with deciding(case) as workbench:
        workbench.reject(ids)
    say(f"{len(ids)} put aside; `hikiwake undo {case}` takes that back")


def edit(
    words: Annotated[
        list[str], typer.Argument(metavar="[CASE] ID NAME=VALUE...", help="What to change, as period=2013-06.")
    ],
) -> None:
    """Change an open proposal before it is accepted."""
    from hikiwake.dossier import load
    from hikiwake.workbench.reviewing.editing import edits, known_in

    named = [word for word in words if "=" not in word]
    case, (id_,) = case_and(named or [""], "the id of a proposal", count=1)
    with deciding(case) as workbench:
        told = (word for word in words if "=" in word)
        changes = edits(workbench.proposal(id_).proposal, told, known_in(load(case)))
        kept = workbench.edit(id_, **changes)
    say(f"{kept.id}: {what(kept)}")


def undo(case: CaseFolder = ".") -> None:
    """Take the last decision back, in the case folder too."""
    from hikiwake.workbench import Workbench
    from hikiwake.workbench.reviewing.telling import told

    with Workbench(case) as workbench:
        line = workbench.undo()
    say(f"taken back: {shown(told(line))}, decided {line.at}; `hikiwake redo {case}` does it again")


def redo(case: CaseFolder = ".") -> None:
    """Do again what was taken back last."""
    from hikiwake.workbench import Workbench
    from hikiwake.workbench.reviewing.telling import told

    with Workbench(case) as workbench:
        line = workbench.redo()
    say(f"done again: {shown(told(line))}, decided {line.at}")


def log(case: CaseFolder = ".", *, listing: Listing) -> None:
    """List who decided what when, oldest first."""
    from hikiwake.workbench import Workbench
    from hikiwake.workbench.reviewing.telling import told

    with Workbench(case) as workbench:
        rows = [line.as_row() for line in workbench.log]
        shown_rows = rows if listing.is_json else [{**row, "what": told(line)}
                                                  for row, line in zip(rows, workbench.log, strict=True)]  # fmt: skip
    listing.show(shown_rows, ("number", "at", "who", "what", "state"))


def agreement(
    words: Annotated[list[str], typer.Argument(metavar="[CASE] ONE TWO", help="Two coders, or persons who decided.")],
    *,
    listing: Listing,
) -> None:
    """Say how far two coders, or two persons, agree on events: Krippendorff's alpha (1 is full, 0 is chance)."""
    from hikiwake.workbench import Workbench
    from hikiwake.workbench.reviewing.agreeing import agreement as measured

    case, (one, two) = case_and(words, "two names", count=2)
    with Workbench(case) as workbench:
        rows = [each.as_row() for each in measured(workbench, one, two)]
    if listing.is_table:
        rows = [{**row, "alpha": "" if row["alpha"] is None else f"{row['alpha']:.2f}"} for row in rows]
    listing.show(rows, ("variable", "alpha", "units"))

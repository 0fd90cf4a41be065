"""The command review: one proposal after another, with its sentence and what it would become; one key decides."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.output import say, shown
from hikiwake.cli.workbench.decisions import (
    AboutOption,
    CaseFolder,
    DocumentOption,
    KindOption,
    refuse_unknown,
    telling_of_redo,
    what,
)
from hikiwake.errors import HikiwakeError

if TYPE_CHECKING:
    from hikiwake.workbench import Kept, Workbench

KEYS = {
    "a": "accept: write it into the case",
    "r": "reject: put it aside",
    "e": "edit: then lines NAME=VALUE, and an empty one",
    "m": "merge: says the same as another proposal or entry, whose id you give",
    "s": "skip: decide later",
    "u": "undo the last decision",
    "q": "quit; what is decided is kept",
    "?": "this list",
}


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(review)


def review(
    case: CaseFolder = ".",
    *,
    kind: KindOption = "",
    document: DocumentOption = "",
    about: AboutOption = "",
    surest: Annotated[bool, typer.Option("--surest", help="Those first that decisions so far speak for.")] = False,
) -> None:
    """Decide on the open proposals of a case, one by one. Keys can be piped in, one a line.

    a accept, r reject, e edit, m merge, s skip, u undo, q quit, ? help.
    """
    from hikiwake.workbench import KINDS, Workbench

    refuse_unknown("--kind", kind, KINDS)
    with Workbench(case) as workbench:
        texts = {text.id: text.text for text in workbench.texts}
        skipped: set[str] = set()
        while True:
            left = _left(workbench, skipped, surest=surest, kind=kind, document=document, about=about)
            if left:
                _show(left[0], texts, len(left))
            else:
                say(f"\nnothing is left to decide, {len(skipped)} skipped; u takes the last decision back, q ends")
            if not (_decide(workbench, left[0], skipped) if left else _look_back(workbench, skipped)):
                break


def _left(workbench: Workbench, skipped: set[str], *, surest: bool, **asked: str) -> list[Kept]:
    """What is open and was not skipped: where coders differ first, then in the order of the texts, or the surest."""
    from hikiwake.coding.learning import ranked

    found = workbench.proposals(status="open", **asked)
    ordered = (
        ranked([*workbench.proposals(status="accepted"), *workbench.proposals(status="rejected"), *found])
        if surest
        else found
    )
    left = [each for each in ordered if each.id not in skipped]
    return sorted(left, key=lambda each: "differs" not in dict(each.proposal.why))


def _show(kept: Kept, texts: dict[str, str], left: int) -> None:
    """The sentence with its neighbours, what it would become, and why it is proposed."""
    from hikiwake.wording.entering.reviewing import because, becomes

    say(f"\n{kept.id[:8]}  {kept.proposal.kind}, {left} left  [{kept.proposal.document}]")
    for span in kept.proposal.passages:
        for line in around(texts.get(span.document, ""), span.start, span.end):
            say(line)
    say(f"  would become: {becomes(what(kept), kept.as_row()['period'], kept.proposal.attributed_to)}")
    if kept.proposal.why:
        say(f"  because of: {because(kept.proposal.why)}")


def around(text: str, start: int, end: int) -> Iterator[str]:
    """The sentence before a passage, the passage, marked, and the sentence after it.

    >>> list(around("One is here. Two is here. Three is here.", 13, 25))
    ['    One is here.', '  > Two is here.', '    Three is here.']
    """
    from hikiwake.workbench.reviewing.neighbours import neighbours

    told = neighbours(text, start, end)
    for mark, words in ((" ", told.before), (">", told.words), (" ", told.after)):
        if words or mark == ">":
            yield f"  {mark} {words}"


def _decide(workbench: Workbench, kept: Kept, skipped: set[str]) -> bool:
    """Ask for a key and do what it says, until the proposal is done with; whether to go on."""
    while True:
        key = _key()
        if key == "q":
            return False
        if key == "s":
            skipped.add(kept.id)
            return True
        if key == "?" or key not in KEYS:
            for each, meaning in KEYS.items():
                say(f"  {each}  {meaning}")
            continue
        try:
            _do(workbench, kept, key, skipped)
        except HikiwakeError as fault:
            say(f"  {fault}")
            continue
        return True


def _look_back(workbench: Workbench, skipped: set[str]) -> bool:
    """At the end: take the last decision back, or end; whether to go on."""
    if _key() != "u":
        return False
    try:
        _undo(workbench, skipped)
    except HikiwakeError as fault:
        say(f"  {fault}")
    return True


def _do(workbench: Workbench, kept: Kept, key: str, skipped: set[str]) -> None:
    """Carry out one decision. Raises ``HikiwakeError`` where it cannot be."""
    if key == "u":
        _undo(workbench, skipped)
        return
    with telling_of_redo(workbench):
        if key == "a":
            say(f"  written: {', '.join(workbench.accept([kept.id]))}")
        elif key == "r":
            workbench.reject([kept.id])
        elif key == "e":
            _edit(workbench, kept)
        else:
            say("  the id of the other proposal:")
            say(f"  written: {workbench.merge([_line(), kept.id])}")


def _edit(workbench: Workbench, kept: Kept) -> None:
    """Take lines NAME=VALUE until an empty one; a wrong line is told, and costs no other."""
    from hikiwake.dossier import load
    from hikiwake.workbench.reviewing.editing import edits, fields_of, known_in

    say(f"  fields: {', '.join(fields_of(kept.proposal.kind))}")
    known, good = known_in(load(workbench.folder)), list[str]()
    for line in iter(_line, ""):
        try:
            edits(kept.proposal, [*good, line], known)
            good.append(line)
        except HikiwakeError as fault:
            say(f"  {fault}")
    if good:
        workbench.edit(kept.id, **edits(kept.proposal, good, known))


def _undo(workbench: Workbench, skipped: set[str]) -> None:
    from hikiwake.workbench.reviewing.telling import told

    line = workbench.undo()
    skipped -= {turn.after.id for turn in line.turns}
    say(f"  taken back: {shown(told(line))}")


def _key() -> str:
    """One key; the end of the input is quit."""
    say("  a r e m s u q ? : ", nl=False)
    if sys.stdin.isatty():
        key = str(typer.getchar()).lower()
        say(key)
        return "q" if key in ("\x03", "\x04") else key
    line = sys.stdin.readline()
    say(line.strip() if line else "q")
    return line.strip().lower()[:1] or ("s" if line else "q")


def _line() -> str:
    """One line of the input; the end of it is an empty one."""
    say("  ", nl=False)
    return sys.stdin.readline().strip()

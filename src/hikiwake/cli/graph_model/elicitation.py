"""The command ask: comparisons of two states that change what holds; the answers become statements."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.graph_model.solving import CONCEPT, MODEL, SEQ, STATES_MAY_BEGIN_WITH_A_DASH, VARIANT, load_model
from hikiwake.cli.output import say
from hikiwake.errors import ModelError

if TYPE_CHECKING:
    from hikiwake.conflict import Conflict, Question


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(ask)


def ask(
    model: MODEL,
    settlement: Annotated[
        str | None, typer.Option(help="Only what decides whether it holds: a formula or state.")
    ] = None,
    concept: CONCEPT = SEQ,
    output: Annotated[Path | None, typer.Option(help="A new file for the statements; else they are printed.")] = None,
    variant: VARIANT = None,
) -> None:
    """Ask which of two states a decision maker prefers, where that changes what holds; answers become statements.

    Answers are lines: 1, 2, = (as good as each other), s (skip) or q (quit). They can be piped in.
    """
    from hikiwake.conflict import answered, questions
    from hikiwake.wording import questions as wording

    if output is not None and output.exists():
        raise ModelError(f"{output} is there already, and nothing is overwritten; name a new file")
    conflict = load_model(model, variant)
    asked: dict[tuple[str, str], str] = {}
    while open_ := questions(conflict, concept.value, settlement, asked):
        given = _answer(conflict, open_[0], len(asked) + 1, concept.value)
        if given == "q":
            break
        asked[open_[0].about] = open_[0].says(int(given)) if given in "12" else given
        conflict = answered(conflict, open_[0], int(given)) if given in "12" else conflict
    else:
        say(wording.nothing_to_ask(concept.value), err=True)
    _write(_statements(conflict, asked), output)


def _answer(conflict: Conflict, question: Question, number: int, concept: str) -> str:
    """Put a question until an answer comes; the end of the input is an answer: quit."""
    from hikiwake.conflict import states_of
    from hikiwake.wording import questions as wording

    states = states_of(conflict)
    first, second = ((place, states.text(place - 1)) for place in (question.first, question.second))
    depends = wording.depends(question.depends, concept)
    title = _title(conflict, question.option)
    for line in wording.question(number, question.decision_maker, title, first, second, depends):
        say(line, err=True)
    while True:
        say(f"{wording.ANSWERS}: ", err=True, nl=False)
        line = sys.stdin.readline()
        given = line.strip().lower() if line else "q"
        given = {"skip": "s", "quit": "q"}.get(given, given)
        if given in ("1", "2", "=", "s", "q"):
            say(given if line else "", err=True)
            return given
        say(wording.expected(line.strip()), err=True)


def _title(conflict: Conflict, option: str) -> str:
    return next(one.title or one.id for one in conflict.options if one.id == option)


def _statements(conflict: Conflict, asked: dict[tuple[str, str], str]) -> str:
    """The answers as TOML, by decision maker, each with an empty ground."""
    from hikiwake.conflict.files.toml import quoted, toml_key
    from hikiwake.wording import questions as wording

    blocks = []
    for name in conflict.names:
        own = {option: answer for (maker, option), answer in asked.items() if maker == name and answer != "s"}
        lines = [
            f"# {wording.as_good(name, _title(conflict, option))}" for option, answer in own.items() if answer == "="
        ]
        says = [f"  {{ says = {quoted(answer)}, grounds = [] }}," for answer in own.values() if answer != "="]
        if says:
            lines += [f"# {wording.to_add(name)}", f"[preferences.{toml_key(name)}]", "statements = [", *says, "]"]
        blocks += ["\n".join(lines)] if lines else []
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _write(text: str, output: Path | None) -> None:
    from hikiwake.storage.writing import write_file

    if output is None:
        say(text, nl=False)
    elif text:
        write_file(output, text.encode("utf-8"))

"""A large model solved in a process of its own, concept by concept and party by party; it can be stopped at any moment.

Whoever asks can do something else meanwhile. The process is given the text of the model and hands back few lines, so
that neither its arrays nor its time are the asker's.
"""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from signal import SIG_IGN, SIGINT, signal

from hikiwake.conflict.concepts.solvers import best_solver, usual
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.moves import moves_of
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.solving.stability import Stability
from hikiwake.errors import HikiwakeError, ModelError
from hikiwake.modelling.holding.lines import Solution, as_lines
from hikiwake.wording.desk import modelling as wording

MOST_OPTIONS = 14  # of a model that is solved while a request waits
Step = Callable[[int, int], None]
EACH = 0.1  # seconds between two looks whether somebody stopped it


def solved_apart(text: str, reading: str, step: Step, stopped: Callable[[], bool]) -> Solution:
    """Solve a model by one of its readings in a process of its own.

    step: called with how many parts are done, and of how many; stopped: asked again and again whether to give up.
    Raises ``ModelError`` where it cannot be solved, or was stopped.
    """
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_solve, args=(there, text, reading), daemon=True)
    process.start()
    there.close()
    try:
        return _awaited(here, step, stopped)
    finally:
        process.kill()
        process.join()
        here.close()


def _awaited(here: Connection, step: Step, stopped: Callable[[], bool]) -> Solution:
    """The solution that the process hands over, or the fault that it tells."""
    while not stopped():
        try:
            said = here.recv() if here.poll(EACH) else None
        except EOFError:
            raise ModelError(wording.died()) from None
        match said:
            case (int(), int()):
                step(*said)
            case str():
                raise ModelError(said)
            case Solution():
                return said
    raise ModelError(wording.STOPPED)


def _solve(there: Connection, text: str, reading: str) -> None:
    """What the process does: tells how far it is, then what it found, or why it cannot. Its end is its parent's."""
    signal(SIGINT, SIG_IGN)
    try:
        there.send(as_lines(_solved(there, text, reading)))
    except HikiwakeError as fault:
        there.send(str(fault))
    except MemoryError:
        there.send(wording.died())


def _solved(there: Connection, text: str, reading: str) -> Stability:
    """The same as ``solve``, one concept of one decision maker after another."""
    import numpy as np

    conflict = conflict_from(text, "the model").variant(reading)
    moves = moves_of(conflict)
    ranks = ranks_of(conflict, moves.states)
    solver, concepts, tables = best_solver(moves, ranks), usual(moves), {}
    there.send((1, 1 + len(concepts) * len(ranks)))
    for number, concept in enumerate(concepts):
        tables[concept] = np.empty(ranks.shape, dtype=np.bool_)
        for mover in range(len(ranks)):
            tables[concept][mover] = solver.stable(concept, mover)
            there.send((2 + number * len(ranks) + mover, 1 + len(concepts) * len(ranks)))
    return Stability(conflict, moves, ranks, tables, solver.method)

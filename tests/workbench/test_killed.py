"""A kill at any moment, or several programs at once, lose nothing that was confirmed, and leave no half decision."""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hikiwake.dossier import load
from hikiwake.dossier.folder.checking import check_case
from hikiwake.workbench import Proposal, Workbench
from hikiwake.workbench.rows.beside import notes_in
from tests.workbench.conftest import Bench, agreed, insists, made, refused, wells

KILLS = 200
LONGEST = 4  # times what a decision takes here: so long a child is left to work, at most, before it is killed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")


def forked(work: Callable[[], None]) -> int:
    """A child process that does some work and ends; its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def decide(folder: Path, seed: int) -> None:
    """Take and take back decisions at random, until somebody puts an end to it."""
    chance = random.Random(seed)
    with Workbench(folder) as workbench:
        while True:
            open_ = [each.id for each in workbench.proposals(status="open")]
            if open_ and chance.random() < 0.6:
                ids = chance.sample(open_, chance.randint(1, len(open_)))
                workbench.accept(ids) if chance.random() < 0.8 else workbench.reject(ids)
            elif open_ and chance.random() < 0.3:
                workbench.review.memo(open_[0], f"Note {chance.random()}")
            elif open_ and chance.random() < 0.2:
                one = workbench.proposal(open_[0]).proposal
                happened = "alleged" if one.happened == "planned" else "planned"
                other = replace(one, attributed_to=f"voice {chance.random()}", happened=happened)
                workbench.review.split(open_[0], {"attributed_to": other.attributed_to}, other)
            elif any(line.state == "done" for line in workbench.log):
                workbench.undo()


def assert_whole(folder: Path) -> None:
    """Every accepted proposal has its entry in the folder, every other one has none, and nothing is pending."""
    with Workbench(folder) as workbench:
        workbench.take_in()
        kept, log = workbench.proposals(), workbench.log
    dossier = load(folder)
    accepted = {each.entry for each in kept if each.status == "accepted"}
    assert accepted == {entry.id for entry in dossier.entries}
    assert not [each for each in kept if each.status == "accepted" and notes_in(each.beside)]
    splits = [turn.after.id for line in log if line.state == "done" for turn in line.turns if not turn.before.status]
    assert sorted(each.id for each in kept if each.beside and each.beside[0][0] == "from") == sorted(splits)
    assert {line.state for line in log} <= {"done", "undone", "outside"}
    assert not check_case(folder, None).faults


def test_a_kill_at_any_moment_leaves_a_decision_whole_or_not_taken(tmp_path: Path) -> None:
    bench = made(tmp_path / "water")
    before = time.monotonic()
    bench.workbench.accept([agreed().id])
    longest = LONGEST * (time.monotonic() - before)
    bench.workbench.undo()
    bench.workbench.close()
    chance = random.Random(5)
    for number in range(KILLS):
        child = forked(lambda seed=number: decide(bench.folder, seed))  # type: ignore[misc]
        time.sleep(chance.uniform(0.001, longest))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child ended by itself: it failed"
        if number % 10 == 9:
            assert_whole(bench.folder)
    with Workbench(bench.folder) as workbench:
        assert sum(line.what == "accept" for line in workbench.log) > 1, "no decision was reached before a kill"


def many() -> list[Proposal]:
    """Twenty proposals, all different."""
    kinds = (agreed(), refused(), insists(), wells())
    return [
        replace(kinds[number % 4], attributed_to=f"voice {number}", cells=_cells(kinds[number % 4], number))
        for number in range(20)
    ]


def _cells(proposal: Proposal, number: int) -> tuple[tuple[str, str], ...]:
    return (*((name, value) for name, value in proposal.cells if name != "summary"), ("summary", f"Number {number}."))


def test_several_programs_at_once_lose_no_decision(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIKIWAKE_LOCK_SECONDS", "60")
    bench.workbench.propose(many(), "rules")
    bench.workbench.close()
    ids = [each.id for each in many()]

    def accept(own: list[str]) -> None:
        with Workbench(bench.folder) as workbench:
            for id_ in own:
                workbench.accept([id_])

    children = [forked(lambda own=ids[first::4]: accept(own)) for first in range(4)]  # type: ignore[misc]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    assert_whole(bench.folder)
    with Workbench(bench.folder) as workbench:
        assert all(workbench.proposal(id_).status == "accepted" for id_ in ids)

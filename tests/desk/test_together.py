"""Twenty who write at once, and a desk that is killed under their hands: whatever was confirmed is in the log once."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hikiwake.workbench import Workbench
from tests.desk.together import Confirmed, amiss, by_command, by_desk, key_of, prepared, served

CLIENTS, COMMANDS, EACH = 18, 2, 3


def plan(ids: list[str], number: int) -> list[tuple[str, str]]:
    """What a writer decides: some proposals of its own, and one on which all decide."""
    own = ids[1 + number * EACH : 1 + (number + 1) * EACH]
    return [(id_, "accept" if at % 3 else "reject") for at, id_ in enumerate(own)] + [(ids[0], "accept")]


def test_twenty_writers_at_once_have_every_confirmed_decision_in_the_log_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIKIWAKE_LOCK_SECONDS", "60")
    ids = prepared(tmp_path, 1 + (CLIENTS + COMMANDS) * EACH)
    with served(tmp_path) as (_, address), ThreadPoolExecutor(CLIENTS + COMMANDS) as pool:
        key = key_of(address)

        def write(number: int) -> list[Confirmed | str]:
            if number < CLIENTS:
                return [*by_desk(address, key, f"client {number}", plan(ids, number))]
            return [*by_command(tmp_path / "water", f"command {number}", plan(ids, number)[-2:])]

        told = [each for answers in pool.map(write, range(CLIENTS + COMMANDS)) for each in answers]
    confirmed = [each for each in told if isinstance(each, Confirmed)]
    assert amiss(tmp_path / "water", confirmed) == []
    assert sum(each.id == ids[0] for each in confirmed) == 1
    assert all("accepted already" in each for each in told if isinstance(each, str))
    assert len(confirmed) == CLIENTS * EACH + COMMANDS + 1


def test_a_decision_that_is_not_in_the_log_or_twice_or_without_its_entry_would_be_found(tmp_path: Path) -> None:
    first, second, third = prepared(tmp_path, 3)
    case = tmp_path / "water"
    with Workbench(case) as bench:
        bench.accept([first], "Ann")
        bench.reject([second], "Ann")
    told = [Confirmed(first, "accept", "Ann", 0), Confirmed(second, "reject", "Ann", 0)]
    assert amiss(case, told) == []
    assert "confirmed and not in the log" in amiss(case, [*told, Confirmed(third, "accept", "Ann", 0)])[0]
    assert "confirmed to nobody" in amiss(case, told[:1])[0] and amiss(case, told[:1], killed=True) == []
    with Workbench(case) as bench:
        bench.undo()
        bench.accept([second], "Ann")
        bench._connection.execute("INSERT INTO commands (at, who, what, state, proposals, rows) "
                                  "SELECT at, who, what, state, proposals, rows FROM commands WHERE number = "
                                  "(SELECT max(number) FROM commands)")  # fmt: skip
    said = " ".join(amiss(case, told))
    assert "in the log 2 times" in said and "as undone" in said and f"{second} is accepted" in said


def test_killed_twice_in_the_midst_of_decisions_the_desk_has_lost_none_that_it_confirmed(tmp_path: Path) -> None:
    ids = prepared(tmp_path, 36)
    confirmed: list[Confirmed] = []

    def decided(address: str, key: str, own: list[str]) -> Iterator[Confirmed | str]:
        return by_desk(address, key, "Ann", [(id_, "accept" if at % 4 else "reject") for at, id_ in enumerate(own)])

    for run, until in ((ids[:18], 3), (ids[18:], 5)):
        with served(tmp_path) as (program, address), ThreadPoolExecutor(3) as pool:
            key, before = key_of(address), len(confirmed)

            def collect(own: Iterable[Confirmed | str]) -> None:
                for each in own:
                    assert isinstance(each, Confirmed), each
                    confirmed.append(each)
                    if len(confirmed) - before == until:  # noqa: B023
                        program.send_signal(signal.SIGKILL)

            shares = [decided(address, key, run[first::3]) for first in range(3)]
            assert [*pool.map(collect, shares)] == [None] * 3
            assert program.wait(20) == -signal.SIGKILL and until <= len(confirmed) - before < len(run)
        assert amiss(tmp_path / "water", confirmed, killed=True) == []
    with served(tmp_path) as (_, address):
        left = [*by_desk(address, key_of(address), "Ben", [(id_, "reject") for id_ in ids])]
    confirmed += [each for each in left if isinstance(each, Confirmed)]
    assert amiss(tmp_path / "water", confirmed, killed=True) == []

"""The same parts wherever they are made; a killed process, node or run costs nothing that was done."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from hikiwake.parallel import ParallelError, ascii_bytes, map_batches
from tests.parallel_work import dying, failing, slowly

BATCHES = [(number, 0.02) for number in range(40)]
EXPECTED = [f"{number**2}\n".encode() for number in range(40)]
IN_CI = os.environ.get("CI") == "true"


def read(parts: list[Path]) -> list[bytes]:
    """The content of parts."""
    return [part.read_bytes() for part in parts]


@pytest.fixture(autouse=True)
def importable(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other processes find the tests' work by name."""
    monkeypatch.setenv("PYTHONPATH", f"{root}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


def extra(name: str) -> None:
    """Skip without an extra; in CI it must be there."""
    if not IN_CI:
        pytest.importorskip(name, reason=f"the extra with {name} is not installed")


@pytest.mark.parametrize("workers", [1, 2])
def test_parts_are_made_here_in_the_order_of_the_batches(tmp_path: Path, workers: int) -> None:
    assert read(list(map_batches(slowly, BATCHES, tmp_path, workers=workers))) == EXPECTED


def test_parts_that_exist_are_not_made_again(tmp_path: Path) -> None:
    parts = list(map_batches(ascii_bytes, "abc", tmp_path, workers=1))
    parts[1].write_bytes(b"kept")
    assert read(list(map_batches(ascii_bytes, "abc", tmp_path, workers=1))) == [b"'a'", b"kept", b"'c'"]
    assert read(list(map_batches(ascii_bytes, "abc", tmp_path, workers=1, name="2"))) == [b"'a'", b"'b'", b"'c'"]


def test_batches_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    endless = map_batches(ascii_bytes, itertools.count(), tmp_path, workers=1)
    assert read([next(endless) for _ in range(3)]) == [b"0", b"1", b"2"]
    assert len(list(tmp_path.iterdir())) < 20
    endless.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_batch_that_fails_is_told_and_the_other_parts_stay(tmp_path: Path, workers: int) -> None:
    with pytest.raises(ParallelError, match="failed 3 times: ValueError: no twos"):
        list(map_batches(failing, range(4), tmp_path, workers=workers))
    assert {part.read_bytes() for part in tmp_path.glob("*.part")} >= {b"\x00", b"\x01"}


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    with pytest.raises(ParallelError, match="failed 3 times"):
        list(map_batches(dying, range(4), tmp_path, workers=2))


def test_another_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParallelError, match="here, ray, slurm"):
        list(map_batches(ascii_bytes, "a", tmp_path, where="moon"))


@pytest.mark.filterwarnings("ignore")  # of submitit's own code
def test_slurm_runs_the_same_on_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extra("submitit")
    monkeypatch.setenv("HIKIWAKE_SLURM", "local")
    assert read(list(map_batches(slowly, BATCHES[:3], tmp_path, where="slurm", workers=1))) == EXPECTED[:3]


@pytest.mark.filterwarnings("ignore")  # of Ray's own code
def test_a_killed_node_of_three_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extra("ray")
    for key, value in (("RAY_USAGE_STATS_ENABLED", "0"), ("RAY_health_check_period_ms", "500")):
        monkeypatch.setenv(key, value)
    monkeypatch.setenv("RAY_health_check_failure_threshold", "2")
    monkeypatch.setenv("RAY_health_check_initial_delay_ms", "500")
    import ray
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    try:
        nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
        ray.init(address=cluster.address, log_to_driver=False)
        slow = [(number, 0.1) for number in range(40)]
        made = map_batches(slowly, slow, tmp_path / "ray", where="ray", workers=3)
        first = [next(made) for _ in range(5)]
        cluster.remove_node(nodes[0], allow_graceful=False)
        found = read([*first, *made])
    finally:
        ray.shutdown()
        cluster.shutdown()  # type: ignore[no-untyped-call]
    assert found == read(
        list(map_batches(slowly, [(number, 0.1) for number in range(40)], tmp_path / "here", workers=2))
    )

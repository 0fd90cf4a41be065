"""What all tests share."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections import Counter
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer.main
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from hikiwake.report.brief import Brief

settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")  # a busy machine fails no test

# building the command line takes most of the time of a short command: once is enough for all tests of a process
typer.main.get_command = cache(typer.main.get_command)

ROOT = Path(__file__).resolve().parent.parent


UNTRACED = {  # by folder: tracing doubles the time of whole commands and of thousands of models
    "": ("agreement", "browser", "cases", "contracts", "exports", "published", "safety", "search", "test_notebook.py"),
    "cli": ("test_dossier_commands.py", "test_listings.py", "test_models.py", "test_relation_command.py"),
    "coding": ("acts", "actors", "intake", "statements", "test_proposing.py", "times"),
    "conflict": ("test_coalitions.py",),
    "documents": ("readers", "test_library.py", "test_pdf_bounds.py", "test_turned_pages.py"),
    "desk": ("test_serving.py", "test_together.py", "test_whole.py"),
    "dossier": (
        "test_forgiving.py",
        "test_mutated_cases.py",
        "test_read_again.py",
        "test_round_trip.py",
        "test_spreadsheets.py",
    ),
    "figures": ("test_piles.py", "test_timeline.py"),
    "relation": ("causes", "importing", "querying"),
    "report": (
        "test_contexts.py",
        "test_counts.py",
        "test_models_section.py",
        "test_otherwise.py",
        "test_publishing.py",
        "test_record.py",
        "test_relation_section.py",
        "test_why_part.py",
    ),
    "workbench": ("test_killed.py",),
}
HOUSE = ("test_house.py", "test_layers.py", "test_manual.py", "test_parallel.py")


TRACED_CASES = 1  # of a test with many: what follows runs the same lines


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs code that other tests run as well, under tracing: it is left untraced."""
    named = [(folder, name) for folder, names in (*UNTRACED.items(), ("", HOUSE)) for name in names]
    untraced = tuple(str(ROOT / "tests" / folder / name) for folder, name in named)
    cases: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        if cases[test] > TRACED_CASES or str(item.path).startswith(untraced):
            item.add_marker(pytest.mark.untraced)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Pause the tracing for the whole of an untraced test: its fixtures too."""
    measured = item.config.pluginmanager.getplugin("_cov")
    tracing = measured and measured.cov_controller
    if not tracing or not item.get_closest_marker("untraced"):
        return (yield)
    tracing.pause()
    try:
        return (yield)
    finally:
        tracing.resume()


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents and hand-made references, which lies beside the repository and is not part of it."""
    folder = Path(os.environ.get("HIKIWAKE_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"needs the shared folder: there is none at {folder}; HIKIWAKE_SHARED may name another")
    return folder


@pytest.fixture(scope="session")
def built_in_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the built-in case, which is long in the making: one for all tests, of all workers of a run."""
    import hikiwake as hw  # here, where coverage is measured already
    from tests.built_in import japan_russia

    return _once(tmp_path_factory, "built_in.html", lambda path: hw.report(japan_russia(), path))


@pytest.fixture(scope="session")
def built_in_brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    """The brief of the built-in case: one for all tests, of all workers of a run."""
    from hikiwake.report.brief import brief_of  # here, where coverage is measured already
    from tests.built_in import grounds

    kept = _once(tmp_path_factory, "brief", lambda path: path.write_bytes(pickle.dumps(brief_of(grounds()))))
    made: Brief = pickle.loads(kept.read_bytes())
    return made


def _once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A file that one worker of a run makes, whole or not at all, while the others wait for it."""
    own = folders.getbasetemp()
    kept = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with (kept.parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            make(own / f"new-{name}")
            (own / f"new-{name}").replace(kept)
    return kept

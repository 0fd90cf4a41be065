"""What all tests share."""

from __future__ import annotations

import fcntl
import gc
import os
import pickle
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
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

# nothing that collecting makes falls away: to look through it for what does takes a sixth of the time, now and later
gc.disable()

ROOT = Path(__file__).resolve().parent.parent

UNTRACED = {  # by folder: tracing doubles the time of whole commands, of thousands of models and of the built-in case
    "": (
        "agreement",
        "browser",
        "cases",
        "contracts",
        "exports",
        "published",
        "safety",
        "search",
        "test_notebook.py",
        "test_pictures.py",
    ),
    "cli": ("test_dossier_commands.py", "test_listings.py", "test_models.py", "test_relation_command.py"),
    "coding": ("acts", "actors", "intake", "merging/test_reports.py", "statements", "test_proposing.py", "times"),
    "comparison": ("test_hypotheses.py",),
    "conflict": ("test_coalitions.py",),
    "documents": ("readers", "test_library.py", "test_pdf_bounds.py", "test_turned_pages.py"),
    "desk": ("test_serving.py", "test_together.py", "test_whole.py"),
    "dossier": (
        "test_forgiving.py",
        "test_mutated_cases.py",
        "test_onefile.py",
        "test_read_again.py",
        "test_round_trip.py",
        "test_spreadsheets.py",
    ),
    "figures": ("test_piles.py", "test_relation.py", "test_timeline.py"),
    "relation": ("causes", "importing", "querying", "test_turning_points.py"),
    "report": (
        "test_answer.py",
        "test_contexts.py",
        "test_counts.py",
        "test_editions.py",
        "test_findings.py",
        "test_models_section.py",
        "test_otherwise.py",
        "test_publishing.py",
        "test_record.py",
        "test_relation_section.py",
        "test_scenario.py",
        "test_whose.py",
        "test_why_part.py",
    ),
    "settlement": ("packages/test_built_in_packages.py", "packages/test_orders_within.py"),
    "workbench": ("test_decisions.py", "test_killed.py", "test_seen.py"),
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


def pytest_collection_finish() -> None:
    """Set aside what collecting made, and look again for what falls away."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Pause the tracing for the whole of an untraced test: its fixtures too."""
    if not item.get_closest_marker("untraced"):
        return (yield)
    with _untraced(item.config):
        return (yield)


@contextmanager
def _untraced(config: pytest.Config) -> Iterator[None]:
    """What runs within is not traced, where anything is."""
    measured = config.pluginmanager.getplugin("_cov")
    tracing = measured and measured.cov_controller
    if not tracing or not tracing.started:
        yield
        return
    tracing.pause()
    try:
        yield
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


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Once:
    """A file that one worker of a run makes, whole or not at all, while the others wait for it; made untraced."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def once(name: str, make: Callable[[Path], object]) -> Path:
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / name).exists():
                with _untraced(pytestconfig):
                    make(own / f"new-{name}")
                (own / f"new-{name}").replace(shared / name)
        return shared / name

    return once


@pytest.fixture(scope="session")
def built_in_page(once: Once) -> Path:
    """The page of the built-in case, which is long in the making: one for all tests, of all workers of a run."""
    import hikiwake as hw  # here, where coverage is measured already
    from tests.built_in import japan_russia

    return once("built_in.html", lambda path: hw.report(japan_russia(), path))


@pytest.fixture(scope="session")
def built_in_brief(once: Once) -> Brief:
    """The brief of the built-in case: one for all tests, of all workers of a run."""
    from hikiwake.report.brief import brief_of  # here, where coverage is measured already
    from tests.built_in import grounds

    kept = once("brief", lambda path: path.write_bytes(pickle.dumps(brief_of(grounds()))))
    made: Brief = pickle.loads(kept.read_bytes())
    return made

"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")  # a busy machine fails no test

ROOT = Path(__file__).resolve().parent.parent


UNTRACED = """
    agreement browser contracts exports published safety search
    coding/acts coding/actors coding/intake coding/statements coding/test_proposing.py coding/times
    cli/test_dossier_commands.py cli/test_listings.py cli/test_models.py conflict/test_coalitions.py
    documents/readers documents/test_library.py documents/test_pdf_bounds.py documents/test_turned_pages.py
    dossier/test_forgiving.py dossier/test_mutated_cases.py dossier/test_round_trip.py dossier/test_spreadsheets.py
    dossier/test_types_of_frames.py figures/test_piles.py workbench/test_killed.py
    report/test_contexts.py report/test_counts.py report/test_disagreements_section.py report/test_models_section.py
    test_house.py test_layers.py test_manual.py test_parallel.py
""".split()  # tracing doubles the time of what runs whole commands again, thousands of sentences or of models


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave untraced what runs code that other tests run as well, under tracing."""
    untraced = tuple(str(ROOT / "tests" / name) for name in UNTRACED)
    for item in items:
        if str(item.path).startswith(untraced):
            item.add_marker(pytest.mark.no_cover)


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

    own = tmp_path_factory.getbasetemp()
    written = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "built_in.html"
    if not written.exists():  # whole or not there at all; workers that come at once write the same
        hw.report(hw.load("japan_russia"), own / "built_in.html").path.replace(written)
    return written

"""A desk over a folder of its own, asked as a browser asks that shows a page of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hikiwake.desk import Desk, application
from hikiwake.desk.opened import OpenCase
from hikiwake.dossier import save
from tests.skerries_model import modelled
from tests.workbench.conftest import made

HERE = "http://127.0.0.1"


@dataclass
class Asked:
    """A desk, and a browser that asks it."""

    desk: Desk
    client: TestClient

    @property
    def opened(self) -> OpenCase:
        """The case that is open."""
        assert self.desk.opened is not None
        return self.desk.opened

    def send(self, address: str, **fields: object) -> str:
        """Send a form of the case that is open; the page to which it leads."""
        answer = self.client.post(address, data={"case": self.opened.key, **fields})
        assert answer.status_code == 200, answer.text
        return answer.text

    def see(self, address: str) -> str:
        """A page."""
        answer = self.client.get(address)
        assert answer.status_code == 200, answer.text
        return answer.text


def asked(desk: Desk) -> Asked:
    """A browser that asks a desk."""
    return Asked(desk, TestClient(application(desk), base_url=HERE, headers={"origin": HERE}))


@pytest.fixture
def empty(tmp_path: Path) -> Asked:
    """A desk over an empty folder."""
    return asked(Desk(tmp_path))


@pytest.fixture(scope="session")
def water_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small case in it: one document, four proposals."""
    folder = tmp_path_factory.mktemp("made")
    made(folder / "water").workbench.close()
    return folder


@pytest.fixture
def water_folder(water_made: Path, tmp_path: Path) -> Path:
    """A copy of it, for one test."""
    return Path(shutil.copytree(water_made, tmp_path / "shelf"))


@pytest.fixture
def water(water_folder: Path) -> Asked:
    """A desk with that case open."""
    return asked(Desk(water_folder, str(water_folder / "water")))


@pytest.fixture(scope="session")
def skerries_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small dispute in it, with a model of its first era."""
    folder = tmp_path_factory.mktemp("modelled")
    save(modelled(), folder / "skerries")
    return folder


@pytest.fixture
def skerries(skerries_made: Path, tmp_path: Path) -> Asked:
    """A desk with that case open."""
    shelf = Path(shutil.copytree(skerries_made, tmp_path / "modelled"))
    return asked(Desk(shelf, str(shelf / "skerries")))

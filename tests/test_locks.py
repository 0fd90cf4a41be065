"""Every lock holds the whole closure of what it pins, so that installing it leaves nothing to resolve.

What is installed without resolving (``--no-deps``) and is whole today installs in a month, whatever is published since.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("run", "test", "lock")
PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(?: *; *([^\\\n]+?))? *\\?$", re.M)


def pins(text: str) -> dict[str, list[Requirement]]:
    """What a lock pins: each package's name with its pins, of which one holds on each machine."""
    found: dict[str, list[Requirement]] = {}
    for name, version, marker in PIN.findall(text):
        pin = Requirement(f"{name}=={version}" + (f"; {marker}" if marker else ""))
        found.setdefault(canonicalize_name(name), []).append(pin)
    return found


def machine() -> dict[str, str]:
    """What markers are asked about: this machine."""
    return {name: str(value) for name, value in default_environment().items()}


def holds(requirement: Requirement, environment: Mapping[str, str], extra: str = "") -> bool:
    """Whether a requirement counts on a machine, for one extra of the package that has it."""
    return requirement.marker is None or requirement.marker.evaluate({**environment, "extra": extra})


def unresolved(
    asked: Iterable[str], lock: Mapping[str, list[Requirement]], needs: Mapping[str, list[str]], on: Mapping[str, str]
) -> set[str]:
    """What an installer would still have to look up: requirements, of extras too, without a fitting pin."""
    open_, seen, missing = [Requirement(each) for each in asked], set[str](), set[str]()
    while open_:
        requirement = open_.pop()
        name = canonicalize_name(requirement.name)
        fitting = [pin for pin in lock.get(name, []) if holds(pin, on)]
        versions = [next(iter(pin.specifier)).version for pin in fitting]
        if not any(requirement.specifier.contains(version, prereleases=True) for version in versions):
            missing.add(str(requirement))
        for extra in ("", *requirement.extras):
            if f"{name}[{extra}]" not in seen:
                seen.add(f"{name}[{extra}]")
                open_ += [each for each in map(Requirement, needs.get(name, [])) if holds(each, on, extra)]
    return missing


def installed_needs(names: Iterable[str]) -> dict[str, list[str]]:
    """What the installed packages require, by name; a package of another system is not installed and left out."""
    found = {}
    for name in names:
        try:
            found[name] = requires(name) or []
        except PackageNotFoundError:
            continue
    return found


def asked_by(root: Path, lock: str) -> list[str]:
    """What a lock is made from."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sources = {"run": ["build.in"], "test": ["build.in", "test.in"], "lock": []}[lock]
    lines = [line for file in sources for line in (root / "requirements" / file).read_text().splitlines()]
    own = project["dependencies"] if lock != "lock" else []
    extras = [each for group in project["optional-dependencies"].values() for each in group] if lock == "test" else []
    return [*own, *extras, *(line for line in lines if line.strip() and not line.startswith("#"))]


@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_is_left_to_resolve(root: Path, lock: str) -> None:
    pinned = pins((root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8"))
    assert pinned
    needs = installed_needs(pinned)
    asked = [*asked_by(root, lock), *pinned]
    here = machine()
    for change in (
        {},
        {"sys_platform": "darwin", "platform_system": "Darwin"},
        {"sys_platform": "win32", "os_name": "nt"},
    ):
        environment: dict[str, str] = {**here, **change}
        present = [each for each in asked if holds_somewhere(each, pinned, environment)]
        assert unresolved(present, pinned, needs, environment) == set()


def holds_somewhere(asked: str, lock: Mapping[str, list[Requirement]], on: Mapping[str, str]) -> bool:
    """Whether something asked for is there to install on a machine: a pin may be for another one."""
    pinned = lock.get(canonicalize_name(Requirement(asked).name))
    return pinned is None or any(holds(pin, on) for pin in pinned)


def test_every_lock_is_looked_at_and_installed_without_resolving(root: Path) -> None:
    assert {file.stem for file in (root / "requirements").glob("*.txt")} == set(LOCKS)
    for file in ("environment.py", "lock.sh"):
        text = (root / "tools" / file).read_text(encoding="utf-8")
        installs = [
            line for line in text.splitlines() if ("install" in line and "requirements" in line) or '"-r"' in line
        ]
        assert installs and all("--no-deps" in line for line in installs)


PLANTED = "tool==1.0 \\\n    --hash=sha256:00\nplug==2.0 ; sys_platform == 'linux' \\\n"


@pytest.mark.parametrize(
    ("needs", "missing"),
    [
        ({}, set()),
        ({"tool": ["plug>=2"]}, set()),
        ({"tool": ["other>=1"]}, {"other>=1"}),
        ({"tool": ["plug[more]>=2"], "plug": ['other; extra == "more"']}, {'other; extra == "more"'}),
        ({"tool": ['other; extra == "more"']}, set()),
        ({"tool": ["plug>=3"]}, {"plug>=3"}),
        ({"tool": ['other; sys_platform == "win32"']}, set()),
    ],
)
def test_planted_gap_is_found(needs: dict[str, list[str]], missing: set[str]) -> None:
    linux: dict[str, str] = {**machine(), "sys_platform": "linux"}
    assert unresolved(["tool"], pins(PLANTED), needs, linux) == missing


def test_pin_for_another_system_is_no_pin_here() -> None:
    windows: dict[str, str] = {**machine(), "sys_platform": "win32"}
    assert unresolved(["tool"], pins(PLANTED), {"tool": ["plug"]}, windows) == {"plug"}

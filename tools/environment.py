"""Make .venv hold exactly what a lock in requirements/ pins, whatever state it was left in.

    python3 tools/environment.py run      what `make report` needs
    python3 tools/environment.py test     that, and what `make test` needs

The file .venv/complete says what was installed, and is written last: an environment without it was interrupted and is
made anew. Only the standard library is used, since nothing is installed yet.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
COMPLETE = ENVIRONMENT / "complete"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCKS = ("run", "test")  # each holds all of the one before
OLDEST = (3, 11)


def state(lock: str) -> str:
    """What .venv/complete says when a lock is installed: the lock, the metadata, the folder and the Python."""
    content = hashlib.sha256()
    for file in (ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml"):
        content.update(file.read_bytes())
    return f"{lock} {content.hexdigest()} Python {sys.version.split()[0]} {ROOT}\n"


def is_complete(lock: str) -> bool:
    """Whether the environment works and holds this lock, or a larger one."""
    if not (COMPLETE.is_file() and PYTHON.exists()):
        return False
    return COMPLETE.read_text(encoding="utf-8") in {state(name) for name in LOCKS[LOCKS.index(lock) :]}


def is_usable() -> bool:
    """Whether an install into the environment may build on what is there."""
    made_here = COMPLETE.is_file() and COMPLETE.read_text(encoding="utf-8").endswith(state("run").split(" ", 2)[2])
    return made_here and PYTHON.exists()


def install(lock: str) -> None:
    """Install a lock and the package itself, editable; the mark of completeness comes last."""
    if not is_usable():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
    COMPLETE.unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    subprocess.run(
        [*pip, "--no-deps", "--require-hashes", "-r", str(ROOT / "requirements" / f"{lock}.txt")], check=True
    )
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    COMPLETE.write_text(state(lock), encoding="utf-8")


def main() -> None:
    """Install the lock named on the command line where it is not installed yet."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python {sys.version.split()[0]} is too old; name a newer one: make PYTHON=python3.11 ...")
    lock = sys.argv[1]
    if is_complete(lock):
        return
    print(f"Installing what requirements/{lock}.txt pins into .venv ...", flush=True)
    try:
        install(lock)
    except (subprocess.CalledProcessError, KeyboardInterrupt):
        sys.exit("The install was not finished. Run the same command again: it starts anew.")


if __name__ == "__main__":
    main()

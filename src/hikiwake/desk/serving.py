"""Serving the desk: uvicorn on a free port of this machine, until it is interrupted."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hikiwake.desk.app import application
from hikiwake.errors import HikiwakeError

if TYPE_CHECKING:
    from hikiwake.desk.desks import Desk

HERE = "127.0.0.1"
LEAST_TOKEN = 12  # characters of a token


def serve(desk: Desk, said: Callable[[str], None], host: str = HERE, port: int = 0) -> None:
    """Serve a desk until the program is interrupted or ended; ``said`` is told the address as soon as it answers.

    Raises ``HikiwakeError`` for another host than this machine without a token, and for a port that is taken.
    """
    import uvicorn

    if host not in (HERE, "localhost", "::1") and not desk.token:
        raise HikiwakeError(f"--host {host}: others would reach the desk; give a --token that they have to know")
    if desk.token and len(desk.token) < LEAST_TOKEN:
        raise HikiwakeError(f"--token: found {len(desk.token)} characters, expected at least {LEAST_TOKEN}")
    listening = _listening(host, port)
    address = address_of(host, listening.getsockname()[1], desk.token)
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)  # what is wrong is told by the application, once
    app = application(desk, ["*"] if host in ("0.0.0.0", "::") else [host])
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=3)
    with listening, suppress(KeyboardInterrupt), _ended_quietly():
        listening.listen(128)  # from now on whoever asks waits for an answer
        said(address)
        server = uvicorn.Server(config)
        desk.listening.ends = lambda: server.should_exit
        server.run(sockets=[listening])


@contextmanager
def _ended_quietly() -> Iterator[None]:
    """Let an end that is asked for by the system be an end in order: uvicorn raises it again when it has closed."""
    own = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, lambda *_: None) if own else None
    try:
        yield
    finally:
        if own:
            signal.signal(signal.SIGTERM, before)


def address_of(host: str, port: int, token: str = "") -> str:
    """The address at which a desk is opened.

    >>> address_of("127.0.0.1", 8000), address_of("::1", 8000, "a token of ours")
    ('http://127.0.0.1:8000/', 'http://[::1]:8000/enter?token=a+token+of+ours')
    """
    from urllib.parse import urlencode

    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"enter?{urlencode({'token': token})}" if token else "")


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises ``HikiwakeError`` where the port is taken, or the host is none of this machine."""
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(kind, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise HikiwakeError(
            f"{host}, port {port}: cannot be listened at ({reason}); --port 0 takes a free one"
        ) from None
    return listening

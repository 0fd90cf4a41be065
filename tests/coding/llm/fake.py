"""An endpoint on this machine that answers as it is told: also wrongly, late, or not at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = str | int | Callable[[str], "str | int"]  # words, or a status, or what gives them by the stretch


@dataclass
class Fake:
    """What was asked of the endpoint, and what it answers: the answers in turn, the last one again and again."""

    url: str = ""
    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def next(self, body: dict[str, Any]) -> str | int:
        """The answer to a request."""
        self.asked.append(body)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        stretch = json.loads(body["messages"][1]["content"])["stretch"]
        return answer(stretch) if callable(answer) else answer


def found(*items: dict[str, Any]) -> str:
    """A good answer with some items."""
    return json.dumps({"found": list(items)})


@contextmanager
def serving() -> Iterator[Fake]:
    """The endpoint, for as long as it is needed."""
    fake = Fake()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            fake.keys.append(self.headers.get("Authorization", ""))
            answer = fake.next(json.loads(self.rfile.read(length)))
            self._send(answer)

        def _send(self, answer: str | int) -> None:
            if answer == -1:  # a connection that breaks off in the middle of an answer
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", "5000")
                self.end_headers()
                self.wfile.write(b'{"choices": [{"message": {"content": "half')
                self.wfile.flush()
                self.connection.close()
                return
            status = answer if isinstance(answer, int) else 200
            told: dict[str, Any] = {"error": {"message": "context_length_exceeded" if status == 400 else "busy"}}
            if isinstance(answer, str):
                message = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": answer}}
                told = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [message],
                        "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}}  # fmt: skip
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if status == 429:
                self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fake.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()

"""``/live``: what was done meanwhile, a stream of events (Server-Sent Events) to each page that is open and in sight.

A page says up to where it knows, and a browser that was cut off says it again (``Last-Event-ID``). So many may listen
and no more; all others see what was done when they ask for a page, as without script.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from hikiwake.desk.acting import desk_of
from hikiwake.desk.live.listening import Listening
from hikiwake.desk.live.position import News
from hikiwake.desk.opened import OpenCase

END = "event: end\ndata: {}\n\n"  # the desk is ending
STILL = ": nothing new\n\n"


async def live(request: Request) -> Response:
    """The stream for one page; 503 where as many listen already as may."""
    desk = desk_of(request)
    after = request.headers.get("last-event-id") or request.query_params.get("after", "")
    if not desk.listening.has_room:
        return PlainTextResponse("as many pages listen already as may", 503, {"retry-after": "60"})
    events = _events(desk.listening, lambda: desk.opened, after)
    return StreamingResponse(events, media_type="text/event-stream", headers={"x-accel-buffering": "no"})


async def _events(listening: Listening, opened: Callable[[], OpenCase | None], after: str) -> AsyncIterator[str]:
    async for news in listening.to(opened, after):
        yield STILL if news is None else event(news)
    yield END


def event(news: News) -> str:
    """News as one event.

    >>> event(News("3-0-0", "Done."))
    'id: 3-0-0\\ndata: {"position": "3-0-0", "said": "Done.", "rows": []}\\n\\n'
    """
    return f"id: {news.position}\ndata: {json.dumps(asdict(news))}\n\n"


ROUTES = [Route("/live", live)]

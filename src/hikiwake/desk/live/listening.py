"""Who listens to what is done on a case: the case is looked at for all of them together, and only while somebody does.

No thread waits for anybody, and nothing has to be ended but the listening itself: each listener asks again and again,
and of those who ask within a ``TICK`` the first one looks.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from hikiwake.desk.live.position import News, news_of
from hikiwake.desk.opened import OpenCase

TICK = 0.5  # seconds after which the case is looked at again
SILENCE = 15.0  # seconds after which a listener is told that there is nothing new, so that one who has gone is noticed
MOST = 60  # pages that may listen at once


@dataclass
class Listening:
    """The listeners of a desk. ``ends`` says whether it is ending."""

    most: int = MOST
    ends: Callable[[], bool] = lambda: False
    count: int = 0
    _position: str = ""
    _at: float = 0.0
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def has_room(self) -> bool:
        """Whether one more may listen."""
        return self.count < self.most

    async def to(self, opened: Callable[[], OpenCase | None], after: str) -> AsyncIterator[News | None]:
        """What is done after a position, as it is done; ``None`` now and then where nothing is."""
        self.count += 1
        try:
            told = time.monotonic()
            while not self.ends():
                if await self._now(opened) != after:
                    news = await run_in_threadpool(news_of, opened(), after)
                    after, told = news.position, time.monotonic()
                    yield news
                elif time.monotonic() - told > SILENCE:
                    told = time.monotonic()
                    yield None
                await asyncio.sleep(TICK)
        finally:
            self.count -= 1

    async def _now(self, opened: Callable[[], OpenCase | None]) -> str:
        """The position, looked for where nobody has within the last moment."""
        async with self._looking:
            if time.monotonic() - self._at > TICK / 2:
                self._position = (await run_in_threadpool(news_of, opened())).position
                self._at = time.monotonic()
        return self._position

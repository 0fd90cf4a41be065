"""An endpoint that speaks as OpenAI's chat completions do: named by the user, and nothing is asked of it unbidden.

``HIKIWAKE_LLM_URL`` and ``HIKIWAKE_LLM_MODEL`` say where and whom to ask, ``HIKIWAKE_LLM_KEY`` with which key, if any.
``HIKIWAKE_LLM_PRICES`` may say what a million tokens cost, going out and coming back (``0.5,1.5``). The key
stands in no log, no store and no message.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from hikiwake.errors import HikiwakeError

SECONDS = 120.0
RETRIES = 4
_TOO_LONG = ("context_length", "context length", "maximum context", "too many tokens", "too long")


class EndpointError(HikiwakeError):
    """An endpoint is not named, cannot be reached, or does not answer."""


class TooLongError(EndpointError):
    """What was asked is longer than the model reads at once."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the words, and the tokens that went out and came back."""

    words: str
    asked: int
    told: int


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask whom. ``prices`` are those of a million tokens, out and back; ``None`` where they are not known."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    prices: tuple[float, float] | None = None
    seconds: float = SECONDS
    retries: int = RETRIES

    def ask(self, messages: list[dict[str, str]]) -> Reply:
        """One answer. Raises ``TooLongError`` for too long a question, ``EndpointError`` where none comes."""
        openai = _openai()
        try:
            client: Any = openai.OpenAI(
                base_url=self.url, api_key=self.key or "none", timeout=self.seconds, max_retries=self.retries
            )
            made = client.chat.completions.create(model=self.model, messages=messages, temperature=0)
            words = made.choices[0].message.content or ""
            usage = getattr(made, "usage", None)
            return Reply(words, getattr(usage, "prompt_tokens", 0) or 0, getattr(usage, "completion_tokens", 0) or 0)
        except openai.BadRequestError as error:
            if any(sign in str(error).casefold() for sign in _TOO_LONG):
                raise TooLongError("longer than the model reads at once") from None
            raise self._error(error) from None
        except (openai.OpenAIError, AttributeError, IndexError, TypeError, ValueError) as error:
            raise self._error(error) from None

    def _error(self, error: Exception) -> EndpointError:
        """What went wrong, without the key."""
        told = f"{type(error).__name__}: {error}"[:300]
        return EndpointError(f"{self.url}: {told.replace(self.key, '…') if self.key else told}")


def _openai() -> Any:
    try:
        import openai
    except ImportError:
        raise EndpointError("--coder llm needs the extra: pip install 'hikiwake[llm]'") from None
    return openai


def endpoint() -> Endpoint:
    """The endpoint that the environment names. Raises ``EndpointError`` where it names none."""
    url, model = (os.environ.get(f"HIKIWAKE_LLM_{name}", "") for name in ("URL", "MODEL"))
    if not url or not model:
        raise EndpointError("no language model is named; set HIKIWAKE_LLM_URL and HIKIWAKE_LLM_MODEL, then ask again")
    return Endpoint(
        url, model, os.environ.get("HIKIWAKE_LLM_KEY", ""), _prices(os.environ.get("HIKIWAKE_LLM_PRICES", ""))
    )


def _prices(text: str) -> tuple[float, float] | None:
    if not text:
        return None
    try:
        out, back = map(float, text.split(","))
    except ValueError:
        raise EndpointError(f"HIKIWAKE_LLM_PRICES={text!r}: expected two numbers, as 0.5,1.5") from None
    return out, back

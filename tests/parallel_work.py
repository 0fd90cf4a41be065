"""Pieces of work for the tests of ``parallel``: other processes import them by name."""

from __future__ import annotations

import os
import time


def slowly(batch: tuple[int, float]) -> bytes:
    """A number squared, after some seconds."""
    time.sleep(batch[1])
    return f"{batch[0] ** 2}\n".encode()


def dying(batch: int) -> bytes:
    """Work that ends its process for one of the batches."""
    if batch == 2:
        os._exit(9)
    return bytes([batch])


def failing(batch: int) -> bytes:
    """Work that refuses one of the batches."""
    if batch == 2:
        raise ValueError("no twos")
    return bytes([batch])

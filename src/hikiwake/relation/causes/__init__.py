"""Drivers held against the timeline: what the acts say of the causes that authors argue."""

from hikiwake.relation.causes.holding import coincidence
from hikiwake.relation.causes.result import Argued, Coincidence, Link, Window

__all__ = ["Argued", "Coincidence", "Link", "Window", "coincidence"]

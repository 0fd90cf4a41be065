"""What is stated: claims, positions, drivers and readings, as proposals."""

from hikiwake.coding.statements.proposing import propose

__all__ = ["propose"]

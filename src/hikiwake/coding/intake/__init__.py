"""From files to a workbench: read, known again or new, coded, and kept as proposals."""

from hikiwake.coding.intake.reading_in import Intake, read_into

__all__ = ["Intake", "read_into"]

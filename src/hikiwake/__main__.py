"""``python -m hikiwake`` is the same as ``hikiwake``."""

from hikiwake.cli import main

if __name__ == "__main__":
    main()

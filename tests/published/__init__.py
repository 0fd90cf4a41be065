"""One file per paper: the conflict as printed, and the printed result.

Options, rankings and results are facts of the papers named in each file. Where a page number is not certain it is left
out. Conflicts are read from ``examples/``, so that what ships is what is tested.
"""

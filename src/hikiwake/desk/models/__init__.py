"""``/models``: the graph models of the case, drafted and edited as forms, checked and solved as they stand there.

``sheet`` is a model as a form holds it: rows with their cells as they were typed, also where these say nothing that can
be read; ``writing`` makes its text, ``changes`` what a button does, ``telling`` what ``check`` says of its fields.
What holds in a model, and how a large one is solved apart, is in ``hikiwake.modelling.holding``.
"""

"""``/models``: the graph models of the case, drafted and edited as forms, checked and solved as they stand there.

``sheet`` is a model as a form holds it: rows with their cells as they were typed, also where these say nothing that can
be read; ``writing`` makes its text, ``changes`` what a button does, ``telling`` what ``check`` says of its fields.
``solution`` is what holds in it; ``apart`` solves a large model in a process of its own.
"""

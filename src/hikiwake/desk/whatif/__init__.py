"""``/whatif``: the case under assumptions, beside the record and never part of it.

``asked`` is what an address asks for: up to three sets of assumptions, so that it can be sent, kept and gone back from;
``choices`` what can be assumed, each with the address that assumes it; ``answers`` what follows, computed once for each
state of the record; ``beside`` the tables in which what is otherwise is outlined.
"""

"""``/packages``: package files, drafted from the record; their numbers as sliders, which assume and never record.

``drafting`` makes a new file of the record of an era; ``sliders`` is what can be moved and the file with it moved;
``view`` shows what follows beside what the file says; the address holds what is assumed. Kept is nothing, unless it is
asked for as a file of the case, which can be undone.
"""

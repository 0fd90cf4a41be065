"""Editing at the desk: the rows of the case as a list, each as a form, and the history of what was done."""

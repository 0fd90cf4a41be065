"""Documents at the desk: files in, what each of them is, and its whole text with its passages."""

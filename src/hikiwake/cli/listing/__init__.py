"""Listings: what is asked for (a form, a number of rows), a grid that fits the terminal, and plain forms for pipes."""

"""The one place where sentences are made: numbers, plurals, lists, dates, and whole sentences from them."""

"""What was read of a case is known: what a text says, what rows say as a whole, what has to be written again."""

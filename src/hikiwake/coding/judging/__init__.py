"""How good proposals are, held against what persons found in the same texts."""

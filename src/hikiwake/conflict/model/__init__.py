"""What a conflict is: decision makers, options, states, moves and preferences."""

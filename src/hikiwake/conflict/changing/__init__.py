"""What would have to change for a state to hold, and how much rests on how the preferences were put."""

"""What intervals and orders leave open: bounds, draws, and what the answer hinges on."""

"""What the cells of a row mean: days, actors, codes and scores, and what is known to be wrong in them."""

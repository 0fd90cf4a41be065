"""What is said on a terminal beside results: counts of rows, signs of life, words that were likely meant."""

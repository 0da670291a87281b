"""The outline panel: the board as a tree, in which everything can be done by keys alone."""

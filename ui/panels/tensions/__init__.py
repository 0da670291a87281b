"""The panel of tensions: positions in conflict, scored, tested and settled in the open."""

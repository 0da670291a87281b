"""Voting on the board: whose turn it is, giving dots, and the chip that says so."""

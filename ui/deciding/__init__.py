"""Deciding and acting from the board: decisions, actions, the parking lot, who speaks next, and the end."""

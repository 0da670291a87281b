"""Presenting: the board on a projector, and the bar from which the facilitator directs it."""

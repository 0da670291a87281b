"""Sheets that lie over the window for a moment; none blocks the board."""

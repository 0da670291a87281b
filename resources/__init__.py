"""Fonts, samples and other files that the program carries."""

"""Pasting, copying out, dropping files, and the quick list."""

"""The panel of the agenda."""

"""The panel of who leads where."""

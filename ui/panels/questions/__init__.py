"""The panel of questions to the other side."""

"""The records of a workshop: frozen values with string ids, in the words of the triple-diamond model."""

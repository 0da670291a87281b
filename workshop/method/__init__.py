"""The method's kernels: pure functions that read measures, tensions, terms and phases off the board's records."""

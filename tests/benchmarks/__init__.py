"""Scripts that measure; run them all by `make bench`."""

"""Tests of the method's kernels."""

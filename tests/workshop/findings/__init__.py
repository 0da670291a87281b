"""Tests of the findings: examples, a plain restatement of the model to hold them to, and what must not leak."""

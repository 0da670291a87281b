"""The exit codes of the command line."""

FINE, AT_FAULT, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Done; the input is at fault; the command cannot be understood; stopped from outside; nobody reads any more."""

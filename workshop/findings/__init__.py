"""The dots nobody connected: what the board reads in its own graph, one pure function a kind of finding."""

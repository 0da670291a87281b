"""The board in memory: the records by id and the graph of links, kept equal to the change sets that arrive."""

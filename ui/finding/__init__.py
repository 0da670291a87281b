"""Finding one's way: the find bar, the palette of everything, and the map."""

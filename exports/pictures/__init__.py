"""Pictures of a board, or of a part of it, as PNG and SVG."""

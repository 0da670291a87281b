"""Pictures of every view and every page, and the checks that no label in them is clipped or overlaps another."""

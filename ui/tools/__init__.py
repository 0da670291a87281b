"""The gestures of the canvas, one a file, fed with plain events."""

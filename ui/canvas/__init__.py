"""The board widget: camera, arrays of what is drawn, card faces, the kept frame and hit testing."""

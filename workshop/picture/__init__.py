"""The drawing plan: geometry, broken lines of text and routes of links as data, for screen and paper alike."""

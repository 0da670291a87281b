"""The panel of decisions: reasons and fingers, actions with their owners, parked cards, and closing."""

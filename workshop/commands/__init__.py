"""The intents: what gestures, menus, phones and imports ask of the board; keyword-only and validated."""

"""The panel of the balance between the disciplines, and of what they value differently."""

"""Reading other files into records, every one validated before any is taken."""

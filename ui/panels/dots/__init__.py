"""The panel of the dots that nobody connected, and the watch that finds them."""

"""The panel of the threads, and the walk along one of them."""

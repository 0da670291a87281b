"""Running the agenda in the window: the timer of the step, where it is shown, and the acts of facilitating."""

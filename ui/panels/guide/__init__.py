"""The panel of the phase guide: what belongs to a phase, when it is done, and examples to begin with."""

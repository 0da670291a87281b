"""The panel of shared measures: one success criterion seen through the lenses of CX and UX."""

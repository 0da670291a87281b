"""Tests of Trilliant, in rings: workshop, exports, ui, journeys, faults and benchmarks."""

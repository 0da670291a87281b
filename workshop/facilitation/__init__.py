"""Facilitation: the timetable, the running step, turns and closing, as pure functions and values."""

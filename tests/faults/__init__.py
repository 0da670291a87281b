"""Kills, full disks, damaged and vanished files."""

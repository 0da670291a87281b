"""The domain of Trilliant: the three diamonds, their cards and links, and the session file; no Qt, no ReportLab."""

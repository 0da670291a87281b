"""Paper: the summary drawn by ReportLab from the drawing plan."""

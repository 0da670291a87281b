"""What leaves the program: PDF, JSON and what follows; no Qt."""

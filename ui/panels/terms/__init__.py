"""The panel of terms: the words of CX and of UX for one thing."""

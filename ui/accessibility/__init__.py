"""The board for screen readers and other assistive technology, through Qt's QAccessible."""

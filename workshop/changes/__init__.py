"""Changes as values: what was added, updated and removed; the transaction that makes one; undo and redo."""

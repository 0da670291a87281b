"""The session file: its schema, reading and vetting, writing, the shadow journal, the lock and what lies beside it."""

"""The subcommands of `trilliant`; nothing here needs Qt."""

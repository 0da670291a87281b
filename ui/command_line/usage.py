"""What is wrong with a command line that asks for something which does not go together."""


class UsageError(Exception):
    """The command line cannot be understood; the message is one sentence."""

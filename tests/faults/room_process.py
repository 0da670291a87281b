"""A process that starts the agenda of a session, says so, and waits to be killed."""

import sys
import threading
from pathlib import Path

from workshop.session.opening import open_session


def main(path: str) -> None:
    """Start the second step and report it."""
    session = open_session(Path(path))
    session.workshop.room.start("share")
    session.workshop.room.add_minutes(2)
    sys.stdout.write("started\n")
    sys.stdout.flush()
    threading.Event().wait(60)


if __name__ == "__main__":
    main(sys.argv[1])

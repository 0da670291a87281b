"""A process that writes cards in a loop and reports, line by line, which the journal and the file have."""

import sys
from pathlib import Path

from workshop.commands.cards import add_card, change_text
from workshop.model.diamonds import Phase
from workshop.session.opening import open_session


def main(path: str) -> None:
    """Write until killed. `saved ID` is printed only after the saver has said so."""
    session = open_session(Path(path))
    saver = session.saver
    assert saver is not None
    phases = list(Phase)
    number = 0
    while True:
        card = add_card(session.workshop, origin="window", phase=phases[number % 8], text=f"card {number}")
        if number % 3 == 0:
            change_text(session.workshop, origin="window", card_id=card.id, text=f"card {number} again")
        if saver.wait_durable(saver.state.queued, 5):
            sys.stdout.write(f"saved {card.id}\n")
            sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    main(sys.argv[1])

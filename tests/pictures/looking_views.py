"""The views of a session that is only looked at: every panel, and what rows open into, as words to read."""

import sqlite3
from contextlib import closing

from tests.pictures import boards
from tests.pictures.stage import Stage
from ui.panels.panel_table import CHOSEN, PANELS
from workshop.model.cards import CardKind
from workshop.session.schema import SCHEMA
from workshop.session.writing import write_session


def looked_at(stage: Stage) -> None:
    """The sample as a newer Trilliant saved it: all panels, a card, a measure and a tension."""
    path = stage.path("looked-at")
    write_session(path, boards.sample())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    stage.window.open_path(path)
    stage.settle()
    desk, board = stage.desk, stage.desk.session.workshop.board
    for spec in PANELS:
        desk.panelling.open(spec.name)
        stage.take(f"looked-at-{spec.name}")
    card = next(card for card in board.cards.values() if card.kind is CardKind.ACTION and not card.hidden)
    desk.state.select({card.id})
    desk.panelling.open(CHOSEN)
    stage.take("looked-at-card")
    desk.state.select()
    for panel in ("measures", "tensions"):
        desk.panelling.open(panel, next(iter(board.collection(panel))))
        stage.take(f"looked-at-{panel}-opened")

"""The questions of each side as CSV: both lists, nothing hidden."""

import csv
from io import StringIO

from exports.questions_csv import HEADER, questions_csv
from tests.workshop.test_questions_commands import TODAY, room
from workshop.method.asking import QuestionState


def test_the_table_holds_both_lists_and_nothing_hidden() -> None:
    rows = list(csv.reader(StringIO(questions_csv(room().board, TODAY).decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == HEADER
    assert [(row[0], row[1]) for row in rows[1:]] == [
        *(("CX", card) for card in ("late", "today", "later", "whenever", "done")),
        ("UX", "of ux"),
    ]
    assert rows[3] == ["CX", "later", QuestionState.OPEN.value, "2026-11-15", "Pilot", "Jo Whitfield", ""]
    assert rows[5][-1] == "They ask for proof"
    assert "hidden" not in str(rows)

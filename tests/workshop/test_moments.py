"""Moments of records: those that no zone of the world can tell are refused, with the record and the field named."""

import json
from datetime import timedelta, timezone
from typing import Any

import pytest

from workshop.errors import InvalidRecordError
from workshop.imports.json_session import records_from_json
from workshop.model.cards import Card
from workshop.model.codec import decode_record
from workshop.sharing import newest_moment

LATE, EARLY = "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"
CARDS = [{"id": "a"}, {"id": "b"}]
BETWEEN = "must be a moment of the years 2 to 9998"


def imported(**document: Any) -> list[Any]:
    return records_from_json(json.dumps(document).encode())


def refused(**document: Any) -> str:
    with pytest.raises(InvalidRecordError) as told:
        imported(**document)
    return str(told.value)


@pytest.mark.parametrize("moment", [LATE, EARLY])
@pytest.mark.parametrize("field", ["created", "changed"])
def test_a_card_of_such_a_moment_is_refused(field: str, moment: str) -> None:
    said = refused(cards=[{"id": "a"}, {"id": "b", field: moment}])
    assert said == f'cards[1] "b": its `{field}` {BETWEEN}, not “{moment}”.'


def test_links_rounds_and_tensions_of_such_a_moment_are_refused() -> None:
    link = {"id": "l", "source": "a", "target": "b", "created": LATE}
    assert refused(cards=CARDS, links=[link]).startswith(f'links[0] "l": its `created` {BETWEEN}')
    said = refused(voting_rounds=[{"id": "v", "opened": EARLY}])
    assert said.startswith(f'voting_rounds[0] "v": its `opened` {BETWEEN}')
    for field, inner in (("decision", {"at": LATE}), ("history", [{"state": "open", "at": LATE}])):
        said = refused(tensions=[{"id": "t", field: inner}])
        assert said.startswith(f'tensions[0] "t": its `at` {BETWEEN}')
        assert f"`{field}" in said


def test_a_record_of_a_session_file_is_refused_likewise() -> None:
    with pytest.raises(InvalidRecordError, match=BETWEEN):
        decode_record(Card, json.dumps({"id": "a", "changed": LATE}))


@pytest.mark.parametrize(
    "moment", ["0002-01-01T00:00:00+14:00", "9998-12-31T23:59:59-12:00", "9998-12-31T23:59:59"]
)
def test_the_earliest_and_the_latest_moment_can_be_told_in_every_zone(moment: str) -> None:
    told = newest_moment(imported(cards=[{"id": "a", "changed": moment}]))
    for hours in (-12, 14):
        assert told.astimezone(timezone(timedelta(hours=hours)))

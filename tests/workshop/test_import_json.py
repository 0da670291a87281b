"""Sessions out of JSON: what may be left out, and one sentence for each thing that is wrong."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workshop.errors import ForeignFileError, InvalidRecordError, WorkshopError
from workshop.imports.json_reading import DEEPEST
from workshop.imports.json_session import records_from_json
from workshop.model.cards import CARD_HEIGHT, Card
from workshop.model.codec import encode_record
from workshop.model.diamonds import Phase
from workshop.model.links import Link
from workshop.model.session import Session
from workshop.picture.card_plan import grown_height
from workshop.picture.plan import Rect
from workshop.session.schema import SCHEMA

CARD = {"id": "a", "text": "Bills lost their lines"}
MAJA = {"id": "maja", "name": "Maja"}


def imported(**document: Any) -> list[Any]:
    return records_from_json(json.dumps(document).encode())


def refused(**document: Any) -> str:
    with pytest.raises(WorkshopError) as told:
        imported(**document)
    return str(told.value)


def test_a_card_with_only_id_and_text_is_fine() -> None:
    [card] = imported(cards=[CARD])
    assert (card.id, card.text, card.phase, card.h) == ("a", CARD["text"], None, CARD_HEIGHT)


def test_a_card_without_a_height_is_as_tall_as_its_text() -> None:
    text = "many words " * 60
    [card] = imported(cards=[{"id": "a", "text": text}])
    assert card.h == grown_height(text, card.w, CARD_HEIGHT) > CARD_HEIGHT


def test_a_given_height_and_place_stay() -> None:
    [card] = imported(cards=[{**CARD, "text": "many words " * 60, "h": 90.0, "x": 5, "y": -7}])
    assert (card.x, card.y, card.h) == (5, -7, 90)


@pytest.mark.parametrize("count", [30, 400])
def test_cards_without_a_place_lie_free_of_all_others(count: int) -> None:
    fixed = [{"id": f"f{n}", "phase": "Define", "x": 60 + 230 * n, "y": 40} for n in range(3)]
    loose = [{"id": f"l{n}", "text": "word " * (n % 90), "phase": "Define"} for n in range(count)]
    cards = imported(cards=fixed + loose)
    boxes = [Rect(card.x, card.y, card.w, card.h) for card in cards]
    assert not any(a.overlaps(b) for index, a in enumerate(boxes) for b in boxes[:index])
    assert [(card.x, card.y) for card in cards[:3]] == [(60, 40), (290, 40), (520, 40)]


def test_the_session_needs_no_id_and_format_and_schema_may_be_missing() -> None:
    assert imported(session={"title": "One"}) == [Session(id="session", title="One")]


def test_fields_that_are_not_known_are_kept() -> None:
    [card] = imported(cards=[{**CARD, "mood": {"glad": [1, None]}}])
    assert card.extra == {"mood": {"glad": [1, None]}}


def test_texts_are_cleaned_of_what_no_file_can_carry() -> None:
    card_body = rb'{"id": "a", "text": "x\ud800y\u0000z\r\nw", "tags": ["\udfff"], "odd\u0001": "\ud83d\ude00"}'
    [card] = records_from_json(b'{"cards": [' + card_body + b"]}")
    assert isinstance(card, Card)
    assert card.text == "x�y␀z\nw"
    assert card.tags == ("�",)
    assert card.extra == {"odd␁": "😀"}
    encode_record(card)


def test_markup_and_directions_in_texts_stay_as_they_are() -> None:
    text = "<b>5 & 6</b> </para> \u202eright\u202c \u0645 👩‍👩‍👧"
    assert imported(cards=[{"id": "a", "text": text}])[0].text == text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"text": 5}, 'cards[1] "b": its `text` must be text of at most 1,000,000 characters, not 5.'),
        (
            {"phase": "Discovery"},
            'cards[1] "b": its `phase` must be one of “Discover”, “Define”, “Explore”, “Validate”, “Develop”, “Pilot”, '
            '“Launch”, “Scale” or null, not "Discovery".',
        ),
        ({"w": 3}, 'cards[1] "b": its `w` must be a number from 48 to 100,000, not 3.'),
        ({"due": "soon"}, 'cards[1] "b": its `due` must be a day such as “2026-11-14” or null, not "soon".'),
        (
            {"tags": ["one", 2]},
            'cards[1] "b": its `tags[1]` must be text of at most 1,000,000 characters, not 2.',
        ),
        (
            {"evidence": {"source": "rumour"}},
            'cards[1] "b": its `evidence.source` must be one of “',
        ),
        ({"evidence": {"who": "me"}}, 'cards[1] "b": it can have no `evidence.who`.'),
        ({"extra": {"text": "x"}}, 'cards[1] "b": `extra` must be an object of fields'),
        ({"extra": 5, "more": 1}, 'cards[1] "b": `extra` must be an object of fields'),
        ({"id": "a"}, 'cards[1] "a": its `id` is that of cards[0] already'),
        ({"id": ""}, 'cards[1] "": its `id` must be text of 1 to 200 characters, not "".'),
        ({"id": 7}, "cards[1]: its `id` must be text of 1 to 200 characters, not 7."),
        ({"hidden": "yes"}, 'cards[1] "b": its `hidden` must be true or false, not "yes".'),
        (
            {"fists": [{"fingers": 7}]},
            'cards[1] "b": its `fists[0].fingers` must be a whole number from 0 to 5, not 7.',
        ),
        ({"w": "x" * 99}, 'cards[1] "b": its `w` must be a number from 48 to 100,000, not "' + "x" * 38 + "…."),
        ({"personas": {}}, 'cards[1] "b": its `personas` must be a list, not an object.'),
        (
            {"created": "now"},
            'cards[1] "b": its `created` must be a moment such as “2026-11-14T09:30:00Z” or null',
        ),
    ],
)
def test_a_record_at_fault_is_named_with_its_field(change: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRecordError) as told:
        imported(cards=[CARD, {"id": "b", **change}])
    assert str(told.value).startswith(words)
    assert str(told.value).endswith(".")


def test_a_record_without_an_id_or_that_is_no_object_is_named_by_its_place() -> None:
    assert refused(cards=[{"text": "x"}]) == "cards[0]: its `id` is missing."
    assert refused(terms=[{"id": "t"}, "x"]) == 'terms[1]: it must be an object, not "x".'
    assert refused(session=[1]) == "session: it must be an object, not a list."


def test_a_field_that_must_be_there_is_named() -> None:
    assert refused(personas=[{"id": "p"}]) == 'personas[0] "p": its `name` is missing.'


def test_both_ends_of_a_link_must_be_two_of_the_cards() -> None:
    ends = {"id": "l", "source": "a", "target": "b"}
    assert refused(cards=[CARD], links=[ends]) == 'links[0] "l": its `target` "b" is not among the cards.'
    assert refused(links=[ends]) == 'links[0] "l": its `source` "a" is not among the cards.'
    assert (
        refused(cards=[CARD], links=[{**ends, "target": "a"}]) == 'links[0] "l": its `target` is its `source`.'
    )


def test_links_may_stand_before_their_cards() -> None:
    link = {"id": "l", "source": "a", "target": "b", "kind": "supports"}
    found = imported(links=[link], cards=[CARD, {"id": "b"}])
    assert [record.id for record in found if isinstance(record, Link)] == ["l"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"card": []}, "The JSON has a key that no session has: `card`."),
        ({"cards": {}}, "`cards` must be a list of objects."),
        ({}, "The JSON is no session: it has none of the keys that docs/json.md lists."),
        (
            {"format": "miro", "cards": []},
            "The JSON is no session of Trilliant: its `format` must be “trilliant”.",
        ),
        (
            {"schema": SCHEMA + 1, "cards": []},
            f"The JSON is of a newer Trilliant (schema {SCHEMA + 1}, this one reads {SCHEMA}); update first.",
        ),
        ({"schema": "1", "cards": []}, "The JSON's `schema` must be a whole number from 1."),
        ({"session": {"id": "x"}}, 'session "x": its `id` must be “session”.'),
    ],
)
def test_a_file_at_fault_as_a_whole_is_told_in_one_sentence(document: dict[str, Any], words: str) -> None:
    assert refused(**document) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "The file is not JSON: expecting value (line 1, column 1)."),
        (b'{"cards": [}', "The file is not JSON: expecting value (line 1, column 12)."),
        (b"\xff\xfe{", "The file is not JSON: byte 1 is not UTF-8 text."),
        (b"[]", "The JSON is no session: it must be one object with a list for each collection."),
        (b"[" * 200_000, f"The JSON is nested more than {DEEPEST} deep, which no session is."),
        (
            b'{"a":' * 200 + b"1" + b"}" * 200,
            f"The JSON is nested more than {DEEPEST} deep, which no session is.",
        ),
    ],
)
def test_what_is_no_json_of_a_session_is_told_in_one_sentence(body: bytes, words: str) -> None:
    with pytest.raises(ForeignFileError) as told:
        records_from_json(body)
    assert str(told.value).startswith(words)


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (b'"x": NaN', "NaN is not a number that a session can keep - at `x`."),
        (b'"y": -Infinity', "-Infinity is not a number that a session can keep - at `y`."),
        (b'"x": 1e400', "the number is too large - at `x`."),
        (b'"layer": ' + b"9" * 5000, "the number is too long - at `layer`."),
        (b'"mood": [1, {"at": NaN}]', "NaN is not a number that a session can keep - at `mood[1].at`."),
        (b'"text": "one", "text": "two"', "the name stands twice in one object - at `text`."),
        (
            b'"evidence": {"note": "", "link": "", "note": ""}',
            "the name stands twice in one object - at `evidence.note`.",
        ),
    ],
)
def test_a_value_that_json_cannot_carry_is_named_with_its_record_and_field(card: bytes, words: str) -> None:
    with pytest.raises(InvalidRecordError) as told:
        records_from_json(b'{"cards": [{"id": "z"}, {"id": "a", ' + card + b"}]}")
    assert str(told.value) == f'cards[1] "a": {words}'


def test_a_fault_outside_the_records_is_told_of_the_file() -> None:
    for body, words in (
        (b'{"cards": [], "cards": []}', "the name stands twice in one object - at `cards`."),
        (b'{"schema": 1e999}', "the number is too large - at `schema`."),
        (b'{"cards": [NaN]}', "NaN is not a number that a session can keep - at `cards[0]`."),
        (b"NaN", "NaN is not a number that a session can keep."),
        (b'{"votes": {"id": {"x": NaN}}}', "NaN is not a number that a session can keep - at `votes.id.x`."),
    ):
        with pytest.raises(ForeignFileError) as told:
            records_from_json(body)
        assert str(told.value) == f"The JSON is at fault: {words}"


def test_a_fault_of_the_session_itself_is_told_of_it() -> None:
    with pytest.raises(InvalidRecordError) as told:
        records_from_json(b'{"session": {"minutes": NaN}}')
    assert str(told.value) == "session: NaN is not a number that a session can keep - at `minutes`."


@pytest.mark.parametrize(
    ("kind", "ends"),
    [("leads to", ("a", "b")), ("same as", ("b", "a")), ("in tension with", ("a", "b"))],
)
def test_a_link_that_stands_twice_is_refused_naming_both(kind: str, ends: tuple[str, str]) -> None:
    links = [
        {"id": "l", "source": "a", "target": "b", "kind": kind},
        {"id": "m", "source": ends[0], "target": ends[1], "kind": kind},
    ]
    assert refused(cards=[CARD, {"id": "b"}], links=links) == (
        'links[1] "m": its `source`, `target` and `kind` are those of links[0] "l" already.'
    )


def test_links_back_or_of_another_kind_are_fine() -> None:
    links = [
        {"id": "l", "source": "a", "target": "b"},
        {"id": "m", "source": "b", "target": "a"},
        {"id": "n", "source": "a", "target": "b", "kind": "supports"},
    ]
    assert len(imported(cards=[CARD, {"id": "b"}], links=links)) == 5


def test_a_tension_has_at_least_two_positions() -> None:
    one, two = {"card": "a"}, {"card": "b"}
    assert refused(tensions=[{"id": "t", "positions": [one]}]) == (
        'tensions[0] "t": its `positions` must be at least two.'
    )
    assert len(imported(cards=[CARD, {"id": "b"}], tensions=[{"id": "t", "positions": [one, two]}])) == 3


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (
            {"cards": [{"id": "b", "author": "x"}]},
            'cards[0] "b": its `author` "x" is not among the participants.',
        ),
        (
            {"cards": [{"id": "b", "owner": "x"}]},
            'cards[0] "b": its `owner` "x" is not among the participants.',
        ),
        ({"cards": [{"id": "b", "group": "x"}]}, 'cards[0] "b": its `group` "x" is not among the groups.'),
        ({"cards": [{"id": "b", "image": "x"}]}, 'cards[0] "b": its `image` "x" is not among the assets.'),
        (
            {"personas": [{"id": "p", "name": "P"}], "cards": [CARD, {"id": "b", "personas": ["p", "x"]}]},
            'cards[1] "b": its `personas[1]` "x" is not among the personas.',
        ),
        (
            {"cards": [{"id": "b", "fists": [{"participant": "x", "fingers": 3}]}]},
            'cards[0] "b": its `fists[0].participant` "x" is not among the participants.',
        ),
        (
            {"cards": [CARD], "votes": [{"id": "v", "card": "a", "voter": "x"}]},
            'votes[0] "v": its `voter` "x" is not among the participants.',
        ),
        (
            {"cards": [CARD], "votes": [{"id": "v", "card": "a", "round": "x"}]},
            'votes[0] "v": its `round` "x" is not among the voting rounds.',
        ),
        (
            {"measures": [{"id": "m", "name": "M", "cards": ["x"]}]},
            'measures[0] "m": its `cards[0]` "x" is not among',
        ),
        (
            {
                "cards": [CARD, {"id": "b"}],
                "tensions": [
                    {
                        "id": "t",
                        "positions": [{"card": "a"}, {"card": "b", "impacts": [{}, {"by": "x"}]}],
                    }
                ],
            },
            'tensions[0] "t": its `positions[1].impacts[1].by` "x" is not among the participants.',
        ),
    ],
)
def test_what_a_record_names_must_be_there(document: dict[str, Any], words: str) -> None:
    assert refused(**document).startswith(words)


def test_what_is_named_may_stand_after_the_record_that_names_it() -> None:
    votes = [{"id": "v", "card": "a", "voter": "maja", "round": "r"}]
    assert len(imported(votes=votes, voting_rounds=[{"id": "r"}], cards=[CARD], participants=[MAJA])) == 4


def test_people_who_were_taken_off_the_list_may_be_named() -> None:
    session = {"former": [{"participant": "maja", "name": "Maja"}]}
    assert len(imported(session=session, cards=[{**CARD, "author": "maja", "decided_by": ["maja"]}])) == 2


def test_what_the_file_tells_as_gone_may_be_named_in_that_collection_alone() -> None:
    card = {**CARD, "principle": "x"}
    assert len(imported(gone={"principles": ["x"]}, cards=[card])) == 1
    told = refused(gone={"principles": ["x"]}, cards=[{**card, "group": "x"}])
    assert told == 'cards[0] "a": its `group` "x" is not among the groups.'


def test_the_ends_of_a_link_must_be_there_also_when_they_are_told_as_gone() -> None:
    link = {"id": "l", "source": "a", "target": "b"}
    told = refused(gone={"cards": ["b"]}, cards=[CARD], links=[link])
    assert told == 'links[0] "l": its `target` "b" is not among the cards.'


@pytest.mark.parametrize("gone", [["x"], {"people": ["x"]}, {"cards": "x"}, {"cards": [1]}, None])
def test_what_is_gone_is_told_by_collections(gone: Any) -> None:
    assert refused(gone=gone, cards=[CARD]) == (
        "`gone` must be an object with a list of ids for each collection."
    )


def test_a_file_beyond_all_measure_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop.imports.json_reading.LARGEST", 2**20)
    with pytest.raises(ForeignFileError, match="larger than the 1 MB"):
        records_from_json(b" " * (2**20 + 1))


def test_a_mark_of_byte_order_is_no_matter() -> None:
    assert records_from_json(b'\xef\xbb\xbf{"cards": []}') == []


def test_a_phase_of_null_is_the_parking_lot() -> None:
    assert [
        card.phase for card in imported(cards=[{**CARD, "phase": None}, {"id": "b", "phase": "Scale"}])
    ] == [
        None,
        Phase.SCALE,
    ]


_ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "h", "extra"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["session", "cards", "links", "votes", "assets", "schema"]), _ANY_JSON))
@example({"session": {"id": "session", "extra": {"extra": 1}}})
@settings(deadline=None)
def test_whatever_comes_is_taken_or_refused_in_a_sentence(document: Any) -> None:
    try:
        records = records_from_json(json.dumps(document).encode())
    except WorkshopError as error:
        told = str(error)
    else:
        told = ".".join(str(len(encode_record(record))) for record in records) + "."
    assert told.endswith(".")
    assert "\n" not in told


@given(st.binary(max_size=60))
def test_bytes_of_any_kind_are_refused_in_a_sentence(body: bytes) -> None:
    with pytest.raises(WorkshopError, match=r"\.$"):
        records_from_json(body)

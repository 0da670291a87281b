"""The agenda and the frames: their intents, and the timetable as planned and as it comes about."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.facilitation.watch import NINE, STEPS, in_the_room
from workshop.commands import agenda, frames
from workshop.commands.cards import add_card, duplicate_cards
from workshop.commands.groups import group_cards
from workshop.commands.pasting import Manner, paste_cards
from workshop.commands.pasting_records import paste_records
from workshop.commands.phase_guide import accept_examples
from workshop.commands.session import change_session
from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.facilitation.timetable import (
    agenda_of,
    minutes_words,
    planned_start,
    running_timetable,
    timer_words,
    timetable,
)
from workshop.imports.planning import PlannedCard
from workshop.method.records import records_of
from workshop.model.cards import Anonymity, Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Corner, Frame, FrameKind, Mode
from workshop.workshop import Workshop

ME = "window"


def titles(workshop: Workshop) -> list[str]:
    return [step.title for step in agenda_of(workshop.board)]


def test_a_step_comes_behind_another_and_one_undo_takes_it_back() -> None:
    workshop, _ = in_the_room()
    step = agenda.add_step(workshop, origin=ME, title=" Coffee ", mode=Mode.BREAK, minutes=15, after="share")
    assert titles(workshop) == ["Write", "Share", "Coffee", "Vote", "Decide"]
    assert (step.title, step.order) == ("Coffee", 2)
    workshop.undo(ME)
    assert titles(workshop) == ["Write", "Share", "Vote", "Decide"]


def test_steps_are_changed_moved_ordered_and_removed() -> None:
    workshop, _ = in_the_room()
    changed = agenda.change_step(
        workshop, origin=ME, step_id="vote", minutes=7, phase=None, anonymity=Anonymity.NONE, note="Slowly."
    )
    assert (changed.minutes, changed.phase, changed.anonymity, changed.title) == (
        7,
        None,
        Anonymity.NONE,
        "Vote",
    )
    agenda.move_step(workshop, origin=ME, step_id="decide", place=0)
    assert titles(workshop) == ["Decide", "Write", "Share", "Vote"]
    agenda.move_step(workshop, origin=ME, step_id="share", place=9)
    assert titles(workshop) == ["Decide", "Write", "Vote", "Share"]
    agenda.remove_steps(workshop, origin=ME, step_ids=["vote", "write"])
    assert titles(workshop) == ["Decide", "Share"]
    workshop.undo(ME)
    assert titles(workshop) == ["Decide", "Write", "Vote", "Share"]


@pytest.mark.parametrize("fields", [{"title": " "}, {"minutes": -1}, {"minutes": 2_000}, {"title": "t" * 500}])
def test_a_step_that_makes_no_sense_is_refused(fields: dict[str, object]) -> None:
    workshop, _ = in_the_room()
    with pytest.raises(InvalidRecordError):
        agenda.change_step(workshop, origin=ME, step_id="vote", **fields)  # type: ignore[arg-type]
    with pytest.raises(MissingRecordError):
        agenda.change_step(workshop, origin=ME, step_id="gone", minutes=3)


def test_the_timetable_starts_when_the_workshop_does() -> None:
    workshop, _ = in_the_room()
    now = datetime(2026, 11, 13, 17, 45, 12)
    assert planned_start(workshop.board, now) == now.replace(second=0)
    agenda.set_start(workshop, origin=ME, starts=time(9, 30, 7))
    assert planned_start(workshop.board, now) == datetime(2026, 11, 13, 9, 30)
    change_session(workshop, origin=ME, date=date(2026, 11, 14), booked_minutes=60)
    begins = planned_start(workshop.board, now)
    found = timetable(agenda_of(workshop.board), begins, workshop.board.session.booked_minutes)
    assert [f"{slot.begins:%H:%M}-{slot.ends:%H:%M}" for slot in found.slots] == [
        "09:30-09:40",
        "09:40-10:00",
        "10:00-10:05",
        "10:05-10:20",
    ]
    assert (found.total, found.spare, found.sentence()) == (50, 10, "50 min of 1 h: 10 min to spare")


def test_an_agenda_longer_than_booked_says_so() -> None:
    found = timetable(STEPS, NINE, 45)
    assert (found.spare, found.sentence()) == (-5, "50 min of 45 min: 5 min too long")
    assert timetable((), NINE).ends is None


def test_overrun_moves_all_that_follow() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(14 * 60)
    running = workshop.room.running
    assert running is not None
    found = running_timetable(STEPS, running, watch(), watch.time(), 50)
    assert [f"{slot.begins:%H:%M}" for slot in found.slots] == ["09:00", "09:14", "09:34", "09:39"]
    assert [slot.present for slot in found.slots] == [True, False, False, False]
    assert (found.total, found.spare) == (54, -4)
    workshop.room.next()
    watch.wait(5 * 60)
    running = workshop.room.running
    found = running_timetable(STEPS, running, watch(), watch.time())
    assert [f"{slot.begins:%H:%M}-{slot.ends:%H:%M}" for slot in found.slots[:2]] == [
        "09:00-09:14",
        "09:14-09:34",
    ]
    assert found.slots[0].past


def test_a_step_left_early_brings_the_others_forward_and_a_pause_moves_them_back() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(4 * 60)
    workshop.room.next()
    workshop.room.pause()
    watch.wait(10 * 60)
    running = workshop.room.running
    assert running is not None
    found = running_timetable(STEPS, running, watch(), watch.time())
    assert f"{found.slots[1].begins:%H:%M}" == "09:14"
    assert found.slots[-1].ends == watch.time().replace(hour=9, minute=54)


@given(st.lists(st.sampled_from(["next", "back", "toggle", "minute", "wait"]), max_size=25))
def test_the_slots_follow_on_one_another_and_the_present_one_holds_now(acts: list[str]) -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    for act in acts:
        {
            "next": workshop.room.next,
            "back": workshop.room.back,
            "toggle": workshop.room.toggle,
            "minute": workshop.room.add_minutes,
            "wait": lambda: watch.wait(431),
        }[act]()
    running = workshop.room.running
    assert running is not None
    found = running_timetable(STEPS, running, watch(), watch.time())
    for one, other in zip(found.slots, found.slots[1:], strict=False):
        assert one.ends == other.begins
    [present] = [slot for slot in found.slots if slot.present]
    assert present.begins <= watch.time() <= present.ends


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (245, "4:05"),
        (244.2, "4:05"),
        (0.4, "0:01"),
        (0, "0:00"),
        (-30, "+0:30"),
        (-0.4, "+0:00"),
        (3_845, "1:04:05"),
    ],
)
def test_a_timer_reaches_zero_when_the_time_is_over(seconds: float, words: str) -> None:
    assert timer_words(seconds) == words


def test_minutes_are_said_as_people_say_them() -> None:
    assert [minutes_words(minutes) for minutes in (0, 45, 60, 90)] == ["0 min", "45 min", "1 h", "1 h 30 min"]


def test_in_silent_writing_whatever_is_written_lies_turned_but_imports_do_not() -> None:
    workshop, _ = in_the_room()
    before = add_card(workshop, origin=ME, phase=Phase.DISCOVER, text="before")
    agenda.change_step(workshop, origin=ME, step_id="write", anonymity=Anonymity.DISCIPLINE_ONLY)
    agenda.enter_step(workshop, origin=ME)
    manner = Manner(Phase.DISCOVER)
    written = [
        add_card(workshop, origin=ME, phase=Phase.DISCOVER, text="typed"),
        *paste_cards(workshop, origin=ME, cards=[PlannedCard(text="pasted")], manner=manner),
        *paste_records(workshop, origin=ME, records=[Card(id="c", text="copied")], manner=manner),
        *duplicate_cards(workshop, origin=ME, card_ids=[before.id]),
        *accept_examples(workshop, origin=ME, keys=["Discover 1"]),
    ]
    assert all(card.hidden for card in written)
    assert written[0].anonymity is Anonymity.DISCIPLINE_ONLY
    agenda.next_step(workshop, origin=ME)
    assert not add_card(workshop, origin=ME, phase=Phase.DISCOVER, text="after").hidden
    assert agenda.previous_step(workshop, origin=ME) == workshop.room.step


def test_frames_are_made_named_ordered_and_removed() -> None:
    workshop, _ = in_the_room()
    card = add_card(workshop, origin=ME, phase=Phase.DISCOVER, text="A root signal")
    secret = add_card(workshop, origin=ME, phase=Phase.DISCOVER, text="zebra", hidden=True)
    group = group_cards(workshop, origin=ME, card_ids=[card.id], name="Proof")
    corners = (Corner(phase=Phase.DISCOVER, x=1.0, y=2.0), Corner(phase=Phase.DEFINE, x=3.0, y=4.0))
    made = [
        frames.add_phase_frame(workshop, origin=ME, phase=Phase.PILOT),
        frames.add_phase_frame(workshop, origin=ME, phase=None),
        frames.add_group_frame(workshop, origin=ME, group_id=group.id),
        frames.add_thread_frame(workshop, origin=ME, root=card.id),
        frames.add_thread_frame(workshop, origin=ME, root=secret.id),
        frames.add_region_frame(workshop, origin=ME, corners=corners),
    ]
    assert [frame.name for frame in made] == [
        "Pilot",
        "Parking lot",
        "Proof",
        "A root signal",
        "Thread",
        "View 1",
    ]
    assert [frame.order for frame in made] == list(range(6))
    assert made[-1].kind is FrameKind.REGION
    frames.name_frame(workshop, origin=ME, frame_id=made[0].id, name="Start here")
    frames.order_frames(workshop, origin=ME, frame_ids=[made[5].id])
    frames.remove_frames(workshop, origin=ME, frame_ids=[made[1].id, made[2].id])
    found = sorted(records_of(workshop.board, Frame).values(), key=lambda frame: frame.order)
    assert [frame.name for frame in found] == ["View 1", "Start here", "A root signal", "Thread"]
    with pytest.raises(InvalidRecordError, match="cannot be empty"):
        frames.name_frame(workshop, origin=ME, frame_id=made[0].id, name=" ")
    with pytest.raises(MissingRecordError, match="no longer in the session"):
        frames.remove_frames(workshop, origin=ME, frame_ids=["gone"])


def test_steps_of_equal_order_keep_the_order_they_came_in() -> None:
    workshop, _ = in_the_room(AgendaStep(id="late", title="Late", order=1))
    assert titles(workshop) == ["Write", "Share", "Late", "Vote", "Decide"]

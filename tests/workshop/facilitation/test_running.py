"""The step that runs: its timer through pauses, sleep, clock changes, deleted steps and the end of the program."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.facilitation.watch import STEPS, Watch, in_the_room
from workshop.facilitation.clock import Moment, same_boot, system_clock
from workshop.facilitation.running import Running
from workshop.facilitation.snapshot import LONGEST_AWAY, continued
from workshop.model.facilitation import Mode
from workshop.session.opening import create_session, open_session
from workshop.session.room_memory import keep_room, kept_room, tie_room
from workshop.workshop import Workshop


def minutes_left(workshop: Workshop) -> float:
    return workshop.room.left / 60


def running(workshop: Workshop) -> Running:
    assert workshop.room.running is not None
    return workshop.room.running


def test_the_timer_counts_only_while_it_is_not_paused() -> None:
    workshop, watch = in_the_room()
    workshop.room.toggle()
    watch.wait(60)
    workshop.room.toggle()
    watch.wait(600)
    assert minutes_left(workshop) == 9
    workshop.room.toggle()
    watch.wait(60)
    assert minutes_left(workshop) == 8


def test_overrun_is_counted_and_a_minute_more_takes_off_it() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(11.5 * 60)
    assert minutes_left(workshop) == -1.5
    workshop.room.add_minutes()
    assert minutes_left(workshop) == -0.5


def test_next_goes_on_ticking_and_back_finds_the_time_that_the_step_took() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(120)
    workshop.room.next()
    assert workshop.room.mode is Mode.SHARE
    watch.wait(180)
    workshop.room.back()
    assert minutes_left(workshop) == 8
    watch.wait(60)
    assert (running(workshop).spent("write", watch()), running(workshop).spent("share", watch())) == (180, 180)


def test_a_paused_step_hands_its_pause_on() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    workshop.room.pause()
    workshop.room.next()
    watch.wait(60)
    assert minutes_left(workshop) == 20
    assert not running(workshop).ticking


def test_before_the_first_step_and_after_the_last_there_is_nothing() -> None:
    workshop, _ = in_the_room()
    workshop.room.start()
    workshop.room.back()
    assert running(workshop).step == "write"
    for _ in range(9):
        workshop.room.next()
    assert running(workshop).step == "decide"


def test_an_empty_agenda_starts_nothing() -> None:
    workshop = Workshop()
    workshop.room.toggle()
    workshop.room.next()
    assert workshop.room.running is None
    assert not workshop.room.rules.hides_new_cards


def test_when_the_running_step_is_deleted_the_one_in_its_place_is_next() -> None:
    workshop, _ = in_the_room()
    workshop.room.start("share")
    with workshop.transact("delete step", "window") as transaction:
        transaction.remove(STEPS[1])
    assert workshop.room.step is None
    workshop.room.next()
    assert running(workshop).step == "vote"


@pytest.mark.parametrize("sleepless", [True, False])
def test_the_timer_is_right_after_sleep(sleepless: bool) -> None:
    workshop, watch = in_the_room(watch=Watch(sleepless=sleepless))
    workshop.room.start()
    watch.wait(60)
    watch.sleep(240)
    assert minutes_left(workshop) == 5


def test_turning_the_clock_on_the_wall_moves_no_timer() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    for by in (-7_200, 7_200, 86_400):
        watch.set_wall(by)
        assert minutes_left(workshop) == 10


@pytest.mark.parametrize("by", [-7_200, 13 * 3_600])
def test_turning_the_wall_clock_back_or_far_ahead_is_no_sleep_where_only_it_could_tell(by: int) -> None:
    workshop, watch = in_the_room(watch=Watch(sleepless=False))
    workshop.room.start()
    watch.wait(60)
    watch.set_wall(by)
    assert minutes_left(workshop) == 9


def test_listeners_hear_of_changes_and_of_nothing_else() -> None:
    workshop, watch = in_the_room()
    heard: list[str] = []
    end = workshop.room.listen(lambda: heard.append(running(workshop).step))
    workshop.room.start()
    watch.wait(60)
    workshop.room.resume()
    workshop.room.next()
    end()
    workshop.room.next()
    assert heard == ["write", "share"]


@given(st.lists(st.sampled_from(["toggle", "next", "back", "minute", "wait"]), max_size=30))
def test_whatever_is_pressed_the_time_of_all_steps_is_the_time_that_passed_unpaused(acts: list[str]) -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    ticked = 0.0
    for act in acts:
        if act == "wait":
            watch.wait(7)
            ticked += 7 if running(workshop).ticking else 0
        else:
            {"toggle": workshop.room.toggle, "next": workshop.room.next, "back": workshop.room.back}.get(
                act, workshop.room.add_minutes
            )()
    assert sum(running(workshop).spent(step.id, watch()) for step in STEPS) == pytest.approx(ticked)


def test_after_the_program_ended_the_timer_has_run_on() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(60)
    kept = workshop.room.snapshot()
    watch.set_wall(-50_000)
    watch.wait(120)
    again, _ = in_the_room(watch=watch)
    assert again.room.restore(kept) == ""
    assert minutes_left(again) == 7
    watch.wait(60)
    assert minutes_left(again) == 6


def test_after_the_machine_was_started_anew_the_wall_clock_tells() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(60)
    kept = workshop.room.snapshot()
    watch.reboot(away=180)
    again, _ = in_the_room(watch=watch)
    assert again.room.restore(kept) == ""
    assert minutes_left(again) == 6


def test_what_was_paused_stays_paused() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(60)
    workshop.room.pause()
    kept = workshop.room.snapshot()
    watch.wait(10 * LONGEST_AWAY)
    on = continued(kept, watch())
    assert (on.running, on.notice) == (kept.running, "")


@pytest.mark.parametrize(
    ("away", "said"), [(LONGEST_AWAY + 60, "left for 61 minutes"), (26 * 3_600, "26 hours"), (-60, "went back")]
)
def test_a_gap_that_no_step_has_pauses_the_timer_and_is_said(away: float, said: str) -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    watch.wait(60)
    kept = workshop.room.snapshot()
    watch.reboot(away)
    on = continued(kept, watch())
    assert said in on.notice
    assert on.running is not None
    assert not on.running.ticking
    assert on.running.spent("write", watch()) == 60


def test_a_night_with_the_lid_closed_pauses_the_timer_where_it_was() -> None:
    workshop, watch = in_the_room()
    workshop.room.start()
    for _ in range(6):
        watch.wait(10)
        assert workshop.room.beat() == ""
    watch.sleep(9 * 3_600)
    assert "9 hours" in workshop.room.beat()
    assert minutes_left(workshop) == 9
    assert not running(workshop).ticking
    workshop.room.resume()
    watch.wait(60)
    assert workshop.room.beat() == ""
    assert minutes_left(workshop) == 8


def test_beats_bound_what_a_power_cut_takes_from_a_gap_too_long_to_count() -> None:
    workshop, watch = in_the_room()
    path = Path("s.trilliant")
    tie_room(workshop, path)
    workshop.room.start()
    watch.wait(300)
    workshop.room.beat()
    watch.reboot(away=20 * 3_600)
    again, _ = in_the_room(watch=watch)
    assert "20 hours" in tie_room(again, path)
    assert minutes_left(again) == 5


def test_without_a_name_of_the_boot_the_two_clocks_running_together_tell_of_one() -> None:
    first = Moment(100.0, 5_000.0)
    assert same_boot(first, Moment(160.0, 5_060.0))
    assert not same_boot(first, Moment(160.0, 9_000.0))
    assert not same_boot(first, Moment(20.0, 5_060.0))


def test_the_clock_of_this_machine_runs_on() -> None:
    earlier, later = system_clock(), system_clock()
    assert later.steady >= earlier.steady
    assert same_boot(earlier, later)


def test_a_room_is_kept_beside_the_session_and_a_damaged_file_is_none(tmp_path: Path) -> None:
    workshop, _ = in_the_room()
    path = tmp_path / "s.trilliant"
    assert tie_room(workshop, path) == ""
    workshop.room.start()
    workshop.room.hear("maja")
    kept = kept_room(path)
    assert kept is not None
    assert (kept.running, kept.heard) == (workshop.room.running, ("maja",))
    workshop.room.stop()
    assert kept_room(path) is None
    keep_room(path, kept)
    [file] = (Path(os.environ["TRILLIANT_HOME"]) / "rooms").iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    assert kept_room(path) is None


KILLED = """
import os, signal, sys
from pathlib import Path
from workshop.session.opening import open_session
session = open_session(Path(sys.argv[1]))
session.workshop.room.start("share")
session.workshop.room.add_minutes(3)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_program_leaves_its_step_running(tmp_path: Path) -> None:
    path = tmp_path / "s.trilliant"
    workshop, _ = in_the_room()
    assert create_session(path, workshop.board).close()
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    session = open_session(path)
    room = session.workshop.room
    assert room.step is not None
    assert (room.step.id, room.running and room.running.ticking) == ("share", True)
    assert 22 * 60 < room.left <= 23 * 60
    assert session.close()

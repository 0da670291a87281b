"""Findings about flow: signals, evidence, threads, promises, islands and circles; each held, not held, and just so."""

from tests.workshop.findings.boards import EVIDENCE, card, cards_told, links, told
from workshop.model.cards import Evidence
from workshop.model.facilitation import Vote
from workshop.model.journey import Stage

SIGNAL, EVIDENCELESS, STOPS = "unanswered signal", "decision without evidence", "thread that stops"
PROMISE, ISLANDS, CIRCLE = "promise without a path", "islands", "circular reasoning"


def test_a_signal_that_the_other_side_did_not_take_up_is_unanswered() -> None:
    heard = card("a", "pain point", "CX")
    assert cards_told(SIGNAL, heard) == [("a",)]
    assert cards_told(SIGNAL, heard, card("b", "idea", "CX"), links("a leads to b")) == [("a",)]
    assert cards_told(SIGNAL, card("a", "need", "UX", "Define"), card("b", "idea", "UX"), links("a leads to b"))
    (finding,) = told(SIGNAL, [heard])
    assert (
        finding.sentence == "“Text of a” is CX’s pain point, and nothing of UX answers it or is linked to it."
    )
    assert finding.discipline == "UX"


def test_a_signal_is_answered_by_anything_downstream_of_the_other_side_or_of_both() -> None:
    heard, between = card("a"), card("b", "idea", "CX", "Explore")
    for voice in ("UX", "Joint"):
        answer = card("c", "action", voice, "Scale")
        assert cards_told(SIGNAL, heard, between, answer, links("a leads to b", "b leads to c")) == []


def test_a_signal_is_answered_by_a_direct_link_of_any_kind_but_not_by_one_further_off() -> None:
    heard, other = card("a"), card("b", "idea", "UX", "Explore")
    for kind in ("in tension with", "depends on", "same as", "supports"):
        assert cards_told(SIGNAL, heard, other, links(f"a {kind} b")) == []
        assert cards_told(SIGNAL, heard, other, links(f"b {kind} a")) == []
    between = card("c", "idea", "CX", "Explore")
    assert cards_told(SIGNAL, heard, other, between, links("c leads to a", "b leads to c")) == [("a",)]


def test_what_is_linked_to_a_card_that_is_the_same_answers_a_signal_and_one_signal_is_told_once() -> None:
    heard, again, other = card("a"), card("b"), card("c", "idea", "UX", "Explore")
    assert cards_told(SIGNAL, heard, again, links("b same as a")) == [("a", "b")]
    for link in ("c supports b", "c in tension with b", "b depends on c"):
        assert cards_told(SIGNAL, heard, again, other, links("a same as b", link)) == []
    idea = card("d", "idea", "CX")
    joined = links("a same as d", "d same as b")
    assert cards_told(SIGNAL, heard, again, idea, joined) == [("a", "b")]
    assert cards_told(SIGNAL, idea, again, heard, other, joined) == [("b", "a")]


def test_only_insights_pain_points_and_needs_of_one_side_in_problem_are_signals() -> None:
    assert cards_told(SIGNAL, card("a", "idea"), card("b", "insight", "Joint")) == []
    assert cards_told(SIGNAL, card("a", phase="Explore"), card("b", phase="")) == []


def test_a_decision_or_concept_that_rests_on_nothing_is_told() -> None:
    assert cards_told(EVIDENCELESS, card("a", "decision"), card("b", "concept"), card("c", "idea")) == [
        ("a",),
        ("b",),
    ]
    bare = card("b")
    assert cards_told(EVIDENCELESS, card("a", "decision"), bare, links("b supports a")) == [("a",)]


def test_evidence_anywhere_upstream_or_on_the_same_card_is_enough() -> None:
    decision, between = card("a", "decision"), card("b")
    seen = card("c", evidence=EVIDENCE)
    assert cards_told(EVIDENCELESS, decision, between, seen, links("c leads to b", "b supports a")) == []
    assert cards_told(EVIDENCELESS, decision, seen, links("a same as c")) == []
    assert cards_told(EVIDENCELESS, card("a", "decision", evidence=Evidence(note="seen by Priya"))) == []
    assert cards_told(EVIDENCELESS, decision, seen, links("a leads to c")) == [("a",)]


def test_a_need_or_voted_card_that_leads_to_no_solution_stops() -> None:
    assert cards_told(STOPS, card("a", "need"), card("b", "pain point"), card("c")) == [("a",), ("b",)]
    assert cards_told(STOPS, card("c"), Vote(id="v", card="c", dots=2)) == [("c",)]
    (finding,) = told(STOPS, [card("c"), Vote(id="v", card="c", dots=2)])
    assert finding.sentence == "“Text of c”, an insight with 2 votes, leads to nothing in Solution."


def test_a_card_that_leads_to_solution_by_way_of_others_does_not_stop_but_past_it_it_does() -> None:
    need, define = card("a", "need"), card("b", "insight", "CX", "Define")
    goes_on = links("a leads to b", "b leads to c")
    assert cards_told(STOPS, need, define, card("c", "idea", "UX", "Validate"), goes_on) == []
    assert cards_told(STOPS, need, define, card("c", "idea", "UX", "Pilot"), goes_on) == [("a",)]


def test_a_concept_stops_only_once_outcome_has_cards() -> None:
    concept, built = card("a", "concept", "UX", "Explore"), card("b", "action", "UX", "Develop")
    assert cards_told(STOPS, concept) == []
    assert cards_told(STOPS, concept, built) == [("a",)]
    assert cards_told(STOPS, concept, built, links("b depends on a")) == []
    assert cards_told(STOPS, card("c", "idea", "UX", "Explore"), built) == []


def test_a_promise_of_cx_needs_something_of_ux_before_it() -> None:
    promise, concept = card("a", "idea", "CX", "Launch"), card("b", "concept", "UX", "Validate")
    assert cards_told(PROMISE, promise) == [("a",)]
    assert cards_told(PROMISE, promise, concept, links("b leads to a")) == []
    assert cards_told(PROMISE, promise, concept, links("a leads to b")) == [("a",)]
    assert cards_told(PROMISE, card("a", "idea", "UX", "Launch"), card("c", "idea", "CX", "Pilot")) == []


def test_neither_a_joint_card_nor_one_of_pilot_is_a_path_to_a_promise() -> None:
    promise = card("a", "idea", "CX", "Launch")
    for voice, phase in (("Joint", "Develop"), ("UX", "Pilot"), ("UX", "Discover"), ("CX", "Develop")):
        assert cards_told(PROMISE, promise, card("b", "concept", voice, phase), links("b leads to a")) == [
            ("a",)
        ]
    assert cards_told(PROMISE, promise, card("b", "win", "UX", "Develop"), links("b leads to a")) == []


def test_two_linked_clusters_of_concepts_in_a_stage_are_islands_until_a_link_joins_them() -> None:
    stage = Stage(id="use", name="Use")
    concepts = [card(name, "concept", "UX", "Explore", stage="use") for name in "abcd"]
    apart = links("a leads to b", "c in tension with d")
    assert cards_told(ISLANDS, stage, concepts, apart) == [("a", "b", "c", "d")]
    (finding,) = told(ISLANDS, [stage, *concepts, *apart])
    assert "“Use” has 2 clusters" in finding.sentence
    assert cards_told(ISLANDS, stage, concepts, links("a leads to b", "c same as d", "d supports a")) == []


def test_a_concept_alone_is_no_island_nor_is_one_of_another_stage() -> None:
    stages = [Stage(id="use", name="Use"), Stage(id="start", name="Start")]
    concepts = [card(name, "concept", "UX", "Explore", stage="use") for name in "abc"]
    assert cards_told(ISLANDS, stages, concepts, links("a leads to b")) == []
    elsewhere = [card(name, "concept", "UX", "Explore", stage="start") for name in "de"]
    assert cards_told(ISLANDS, stages, concepts, elsewhere, links("a leads to b", "d leads to e")) == []


def test_reasoning_in_a_circle_is_told_with_a_shortest_circle_first() -> None:
    cards = [card(name, "idea", "Joint") for name in "abcd"]
    ring = links("a leads to b", "c depends on b", "c leads to a")
    assert cards_told(CIRCLE, cards, ring) == [("a", "b", "c")]
    (finding,) = told(CIRCLE, [*cards, *ring])
    assert finding.link == "link2"
    wider = links("a leads to b", "b leads to c", "c leads to d", "d leads to a", "b leads to a")
    assert cards_told(CIRCLE, cards, wider) == [("a", "b", "c", "d")]
    assert told(CIRCLE, [*cards, *wider])[0].link == "link4"


def test_a_link_from_a_card_to_itself_as_a_foreign_file_may_have_it_is_a_circle_and_no_tension() -> None:
    alone = [card("a", "idea", "Joint"), *links("a leads to a", "a in tension with a", "a same as a")]
    (finding,) = told(CIRCLE, alone)
    assert (finding.cards, finding.sentence) == (("a",), "“Text of a” leads to itself.")
    assert told("open tension", alone) == []


def test_what_only_supports_or_is_in_tension_makes_no_circle() -> None:
    cards = [card(name, "idea", "Joint") for name in "abc"]
    assert cards_told(CIRCLE, cards, links("a leads to b", "b supports a")) == []
    assert cards_told(CIRCLE, cards, links("a leads to b", "b in tension with a")) == []
    assert cards_told(CIRCLE, cards, links("a leads to b", "b depends on a")) == []
    assert cards_told(CIRCLE, cards, links("a leads to b", "a depends on b")) == [("a", "b")]


def test_cards_that_are_the_same_close_a_circle() -> None:
    cards = [card(name, "idea", "Joint") for name in "abc"]
    assert cards_told(CIRCLE, cards, links("a leads to b", "b leads to c", "c same as a")) == [("a", "b", "c")]
    assert cards_told(CIRCLE, cards, links("a leads to b", "b same as a")) == [("a", "b")]

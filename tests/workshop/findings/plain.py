"""The table of MODEL.md once more, word for word, by the slowest and plainest means: what each finding must agree with.

Each function takes a board without hidden cards and gives what the finding names: cards, or what else it is about.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations, permutations

from rapidfuzz.fuzz import ratio

from workshop.board.board import Board
from workshop.board.searching import folded
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind

Named = set[tuple[str, ...]]

PROBLEM = ("Discover", "Define")
SOLUTION = ("Explore", "Validate")
OUTCOME = ("Develop", "Pilot", "Launch", "Scale")
FLOW = (LinkKind.LEADS_TO, LinkKind.SUPPORTS, LinkKind.ANSWERS, LinkKind.DEPENDS_ON)


def the_same(board: Board, card: str) -> set[str]:
    """The cards that are one with a card by “same as”, itself among them."""
    found = {card}
    while True:
        more = set(found)
        for link in board.links.values():
            if link.kind is LinkKind.SAME_AS and {link.source, link.target} & found:
                more |= {link.source, link.target}
        if more == found:
            return found
        found = more


def steps(board: Board, kinds: Iterable[LinkKind]) -> set[tuple[str, str]]:
    """From which card to which the links of these kinds lead."""
    found = set()
    for link in board.links.values():
        if link.kind in kinds:
            ends = (link.source, link.target)
            found.add(ends[::-1] if link.kind is LinkKind.DEPENDS_ON else ends)
    return found


def reached(board: Board, start: str, kinds: Iterable[LinkKind] = FLOW, back: bool = False) -> set[str]:
    """The cards that lie downstream of a card (`back`: upstream), itself and what is the same among them."""
    forth = {(b, a) for a, b in steps(board, kinds)} if back else steps(board, kinds)
    found = the_same(board, start)
    while True:
        more = set(found)
        for source, target in forth:
            if source in found:
                more |= the_same(board, target)
        if more == found:
            return found
        found = more


def linked(board: Board, card: str) -> set[str]:
    """The cards directly linked to a card, by any kind of link."""
    ends = [(link.source, link.target) for link in board.links.values()]
    return {b for a, b in ends if a == card} | {a for a, b in ends if b == card}


def unanswered_signal(board: Board) -> Named:
    found = set()
    for own, other in permutations((Discipline.CX, Discipline.UX)):
        for card in board.cards.values():
            if card.discipline is own and _is_signal(card):
                same = the_same(board, card.id)
                near = reached(board, card.id).union(*(linked(board, each) for each in same))
                if not any(board.cards[each].discipline in (other, Discipline.JOINT) for each in near):
                    found.add(tuple(sorted(each for each in same if _is_signal(board.cards[each]))))
    return found


def _is_signal(card: Card) -> bool:
    kinds = (CardKind.INSIGHT, CardKind.PAIN_POINT, CardKind.NEED)
    return card.kind in kinds and card.phase in PROBLEM


def decision_without_evidence(board: Board) -> Named:
    return {
        (card.id,)
        for card in board.cards.values()
        if card.kind in (CardKind.DECISION, CardKind.CONCEPT)
        and not any(board.cards[each].has_evidence for each in reached(board, card.id, back=True))
    }


def thread_that_stops(board: Board) -> Named:
    found = set()
    for card in board.cards.values():
        phases = {board.cards[each].phase for each in reached(board, card.id)}
        voted = any(vote.card == card.id for vote in board.votes.values())
        asks = voted or card.kind in (CardKind.NEED, CardKind.PAIN_POINT)
        if card.phase in PROBLEM and asks and not phases & set(SOLUTION):
            found.add((card.id,))
        begun = any(each.phase in OUTCOME for each in board.cards.values())
        concept = card.phase in SOLUTION and card.kind is CardKind.CONCEPT
        if concept and begun and not phases & set(OUTCOME):
            found.add((card.id,))
    return found


def promise_without_a_path(board: Board) -> Named:
    found = set()
    for card in board.cards.values():
        if card.discipline is Discipline.CX and card.phase is Phase.LAUNCH:
            before = [board.cards[each] for each in reached(board, card.id, back=True)]
            built = [c for c in before if c.phase in (*SOLUTION, Phase.DEVELOP)]
            if not any(each.discipline is Discipline.UX for each in built):
                found.add((card.id,))
    return found


def islands(board: Board) -> Named:
    found = set()
    for stage in board.collection("stages"):
        concepts = {c.id for c in board.cards.values() if c.kind is CardKind.CONCEPT and c.stage == stage}
        clusters = {frozenset(_cluster(board, each, concepts)) for each in concepts}
        clusters = {cluster for cluster in clusters if len(cluster) > 1}
        if len(clusters) > 1:
            found.add(tuple(sorted(card for cluster in clusters for card in cluster)))
    return found


def _cluster(board: Board, card: str, among: set[str]) -> set[str]:
    found: set[str] = set()
    more = {card}
    while more - found:
        found |= more
        more = {other for each in found for other in linked(board, each)} & among
    return found


def one_voice(board: Board) -> Named:
    found = set()
    for phase in Phase:
        cards = [card for card in board.cards.values() if card.phase is phase]
        for voice in (Discipline.CX, Discipline.UX):
            wrote = [card for card in cards if card.discipline in (voice, Discipline.JOINT)]
            if len(cards) >= 4 and len(wrote) / len(cards) < 1 / 5:
                found.add((phase.value, voice.value, *sorted(card.id for card in cards)))
    return found


def validation_without_a_measure(board: Board) -> Named:
    return {
        (card.id,)
        for card in board.cards.values()
        if card.phase is Phase.VALIDATE and card.kind is CardKind.CONCEPT
        if not any(card.id in measure.cards for measure in board.collection("measures").values())
    }


def one_sided_measure(board: Board) -> Named:
    measures = board.collection("measures").values()
    return {(m.id,) for m in measures if m.cx.measured == "" or m.ux.measured == ""}


def open_tension(board: Board, hidden: set[str]) -> Named:
    found: Named = set()
    tensions = list(board.collection("tensions").values())
    for tension in tensions:
        cards = {position.card for position in tension.positions}
        if tension.state.value not in ("settled", "testing") and not cards & hidden:
            found.add((tension.id,))
    for link in board.links.values():
        ends = {link.source, link.target}
        recorded = any(ends <= {position.card for position in t.positions} for t in tensions)
        if link.kind is LinkKind.IN_TENSION_WITH and not recorded:
            found.add(tuple(sorted(ends)))
    return found


def two_words_one_thing(board: Board) -> Named:
    found: Named = set()
    for term in board.collection("terms").values():
        words = [_words(word) for word in (term.cx_says, term.ux_says, term.agreed)]
        if words[0] and words[1] and len({tuple(word) for word in words}) == 3:
            cx, ux = (
                {card.id for card in board.cards.values() if _says(card, word, [w for w in words if w != word])}
                for word in words[:2]
            )
            if cx and ux:
                found.add((term.id, *sorted(cx | ux)))
    for one, other in combinations(board.cards.values(), 2):
        apart = one.discipline is not other.discipline and other.id not in the_same(board, one.id)
        if apart and _near_identical(one, other):
            found.add((one.id, other.id))
    return found


def _says(card: Card, word: list[str], others: list[list[str]]) -> bool:
    """Whether a word of a term stands on a card elsewhere than within another, longer one of the term."""
    text = _words(card.text)
    within = [place for other in others for place in _places(text, other)]
    return any(not any(a <= at and end <= b for a, b in within) for at, end in _places(text, word))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _places(text: list[str], word: list[str]) -> Iterator[tuple[int, int]]:
    for at in range(len(text)) if word else ():
        if text[at : at + len(word)] == word:
            yield at, at + len(word)


def _near_identical(one: Card, other: Card) -> bool:
    words = [sorted(re.findall(r"\w+", folded(card.text).replace("-", ""))) for card in (one, other)]
    return bool(words[0] and words[1]) and ratio(" ".join(words[0]), " ".join(words[1])) >= 90


def nobody_leads(board: Board) -> Named:
    led = {r.phase for r in board.collection("responsibilities").values() if r.role and r.role.value == "leads"}
    return {(c.phase.value,) for c in board.cards.values() if c.phase and c.phase not in led}


def insight_too_late(board: Board) -> Named:
    found = set()
    for card in board.cards.values():
        if card.kind is CardKind.INSIGHT and card.lands_on:
            over = [_day(sprint.ends, sprint.starts) for sprint in _sprints_of(board, card)]
            informed = [board.cards[other] for other in reached(board, card.id)]
            over += [_day(c.lands_on, c.needed_by) for c in informed if c.kind is CardKind.DECISION]
            if card.lands_on > min([card.needed_by or date.max, *over]):
                found.add((card.id,))
    return found


def _sprints_of(board: Board, card: Card) -> list:
    return [sprint for sprint in board.collection("sprints").values() if card.id in sprint.cards]


def _day(first: date | None, second: date | None) -> date:
    return first or second or date.max


def action_without_owner_or_date(board: Board) -> Named:
    actions = [card for card in board.cards.values() if card.kind is CardKind.ACTION and not card.done]
    return {(card.id,) for card in actions if card.owner is None or card.due is None}


def unanswered_question(board: Board, today: date) -> Named:
    found = set()
    for card in board.cards.values():
        if card.kind is CardKind.QUESTION and card.asked_of is not None:
            same = the_same(board, card.id)
            answers = [ln for ln in board.links.values() if ln.kind is LinkKind.ANSWERS and ln.target in same]
            past = card.asked_until is not None and card.asked_until < today
            if not answers and (past or _has_been_left(board, card.phase)):
                found.add((card.id,))
    return found


def _has_been_left(board: Board, phase: Phase | None) -> bool:
    later = list(Phase)[list(Phase).index(phase) + 1 :] if phase else []
    return any(card.kind is CardKind.DECISION and card.phase in later for card in board.cards.values())


def circular_reasoning(board: Board) -> Named:
    """All cards at whose links one can go round, those that one round joins together."""
    kinds = (LinkKind.LEADS_TO, LinkKind.DEPENDS_ON)
    groups: dict[frozenset[str], set[str]] = {}
    for source, target in steps(board, kinds):
        if source in reached(board, target, kinds):
            onward, back = reached(board, source, kinds), reached(board, source, kinds, back=True)
            groups.setdefault(frozenset(onward & back), set()).update((source, target))
    return {tuple(sorted(cards)) for cards in groups.values()}


PLAIN: dict[str, Callable[[Board], Named]] = {
    "unanswered signal": unanswered_signal,
    "decision without evidence": decision_without_evidence,
    "thread that stops": thread_that_stops,
    "promise without a path": promise_without_a_path,
    "islands": islands,
    "one voice": one_voice,
    "validation without a measure": validation_without_a_measure,
    "one-sided measure": one_sided_measure,
    "two words, one thing": two_words_one_thing,
    "nobody leads": nobody_leads,
    "insight too late": insight_too_late,
    "action without owner or date": action_without_owner_or_date,
    "circular reasoning": circular_reasoning,
}
"""The findings that need nothing but the board."""

"""Random sessions for the tests of paper: from no card to a few, of all kinds and fields, with words of all sorts."""

from datetime import date

from hypothesis import strategies as st

from tests.exports.boards import ORIGIN, card, new_workshop, person, role
from tests.exports.method_boards import measure, put, tension, term
from workshop.commands.links import add_link, can_link
from workshop.model.cards import CardKind, Discipline, Evidence
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.model.people import Role
from workshop.workshop import Workshop

UNBROKEN = "".join(f"word{place:02}" for place in range(40))
"""Forty words without a space between them."""

SORTS = (
    "",
    "invoice",
    "Support calls double on the first of the month, and finance asks where the breakdown went.",
    "Lorem ipsum dolor sit amet " * 12,
    UNBROKEN,
    "حساب العميل لا يظهر",
    "חשבונית חסרה",
    "顧客は請求書の内訳を探しています",
    "बिल समझ में नहीं आता",
    "ลูกค้าไม่เข้าใจใบแจ้งหนี้",
    "Ωραία ιδέα → Счёт ⇒ 😀👩‍👧‍👦",
    "<b>&amp;</b> (a) \\ \x00\u202e end",
)
words = st.sampled_from(SORTS) | st.text(st.characters(codec="utf-8"), max_size=80)


@st.composite
def sessions(draw: st.DrawFn) -> Workshop:
    """A session with people, cards, links, and now and then a measure, a tension, a term and who leads."""
    workshop = new_workshop(title=draw(words), purpose=draw(words), scope=draw(words))
    people = [
        person(
            workshop,
            draw(words).strip()[:200].strip() or "Nobody",
            draw(st.sampled_from(Discipline)),
            draw(words)[:200],
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    ids = st.sampled_from([one.id for one in people]) if people else st.none()
    for _ in range(draw(st.sampled_from((0, 1, 1, 2, 3, 5, 9)))):
        _add_card(draw, workshop, st.none() | ids)
    _add_links(draw, workshop)
    if draw(st.booleans()):
        _add_method(draw, workshop)
    return workshop


def _add_card(draw: st.DrawFn, workshop: Workshop, people: st.SearchStrategy[str | None]) -> None:
    card(
        workshop,
        draw(words),
        draw(st.sampled_from([*Phase, None])),
        kind=draw(st.sampled_from(CardKind)),
        discipline=draw(st.sampled_from(Discipline)),
        author=draw(people),
        owner=draw(people),
        due=draw(st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1))),
        evidence=Evidence(note=draw(words), link=draw(words)),
        tags=tuple(draw(st.lists(words, max_size=2))),
        asked_of=draw(st.sampled_from((None, Discipline.CX, Discipline.UX))),
        hidden=draw(st.booleans()),
        near=draw(st.none() | st.tuples(st.floats(-9e5, 9e5), st.floats(-9e5, 9e5))),
    )


def _add_links(draw: st.DrawFn, workshop: Workshop) -> None:
    ids = list(workshop.board.cards)
    for _ in range(draw(st.integers(0, 4)) if len(ids) > 1 else 0):
        ends = {"source": draw(st.sampled_from(ids)), "target": draw(st.sampled_from(ids))}
        kind = draw(st.sampled_from(LinkKind))
        if not can_link(workshop.board, kind=kind, **ends):
            add_link(workshop, origin=ORIGIN, kind=kind, **ends)


def _add_method(draw: st.DrawFn, workshop: Workshop) -> None:
    cards = list(workshop.board.cards.values())
    said = f"a {draw(words)}"
    put(workshop, measure(said, *cards[:2]), term(said))
    if len(cards) > 1:
        put(workshop, tension(said, *cards[:2]))
    role(workshop, draw(st.sampled_from(Phase)), Discipline.CX, draw(st.sampled_from(Role)))

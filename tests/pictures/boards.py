"""The sessions that are pictured besides the sample: an empty one, and one with writing of all kinds."""

from workshop.imports.sample import sample_records
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Participant
from workshop.model.record import Record
from workshop.model.session import SESSION_ID, Session
from workshop.picture.card_plan import grown_height
from workshop.picture.placement import find_place
from workshop.picture.plan import Rect

_TEXTS = (
    "العملاء لا يجدون تفاصيل الفاتورة في صفحة الدفع الجديدة",
    "Mixed: الفاتورة 2026 and Invoice 17",
    "顧客は請求書の内訳を探しています",
    "Family 👩‍👧‍👦, flag 🇩🇰, thumbs 👍🏽 and a rocket 🚀",
    "<b>bold</b> & </para> <img src=x> stay as they are",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
    "A long story that needs more room than a card has by itself. " * 6,
    "A text of very many lines. " * 400,
    "",
)


def sample() -> list[Record]:
    """The sample workshop."""
    return sample_records()


def empty() -> list[Record]:
    """A session on which nothing was written."""
    return [Session(id=SESSION_ID, title="Kick-off")]


def many_scripts() -> list[Record]:
    """Cards in several scripts, with emoji and markup, of very different lengths, and a title that is far too long."""
    records: list[Record] = [
        Session(id=SESSION_ID, title="A title that goes on and on " * 200),
        Participant(
            id="p1", name="Maximiliane Theodora von und zu Hohenstein-Wartenberg", discipline=Discipline.CX
        ),
        Participant(id="p2", name="عمر", discipline=Discipline.UX),
    ]
    taken: list[Rect] = []
    disciplines, kinds = list(Discipline), list(CardKind)
    for place, text in enumerate(_TEXTS):
        height = grown_height(text, 208.0, 132.0)
        discipline = disciplines[place % 3]
        at = find_place(taken, Phase.DISCOVER, discipline, (208.0, height))
        taken.append(Rect(at.x, at.y, 208.0, height))
        records.append(
            Card(
                id=f"c{place}", text=text, kind=kinds[place % len(kinds)], discipline=discipline,
                phase=Phase.DISCOVER, x=at.x, y=at.y, h=height, author=f"p{place % 2 + 1}",
            )
        )  # fmt: skip
    return records

"""Setting findings aside with a reason, and taking that back."""

from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.findings.dismissing import same_subject, state_of
from workshop.findings.finding import Finding
from workshop.findings.reading import Reading
from workshop.findings.table import KIND_OF
from workshop.model.session import Dismissal
from workshop.model.text import clean_text
from workshop.visibility import ROOM, Viewer, visible_to
from workshop.workshop import Workshop


def dismiss_finding(
    workshop: Workshop,
    *,
    origin: str,
    finding: Finding,
    reason: str,
    author: str | None = None,
    viewer: Viewer = ROOM,
) -> Dismissal:
    """Set a finding aside until its cards change; an earlier dismissal of the same, no longer in force, goes.

    Raises InvalidRecordError without a reason or for a finding of no known kind, MissingRecordError when a card that
    it names is gone from the viewer's board.
    """
    reason = clean_text(reason).strip()
    if not reason:
        raise InvalidRecordError("Say in a few words why this finding may be set aside.")
    if finding.finding not in KIND_OF:
        raise InvalidRecordError(f"There is no kind of finding called {finding.finding!r}.")
    reading = Reading(visible_to(viewer, workshop.board), workshop.clock().date())
    if any(card not in reading.cards for card in finding.cards):
        raise MissingRecordError("A card of this finding is no longer on the board.")
    dismissal = Dismissal(
        id=workshop.new_id(),
        finding=finding.finding,
        cards=finding.cards,
        reason=reason,
        state=state_of(finding, reading),
        author=author,
    )
    with workshop.transact("dismiss finding", origin) as transaction:
        for earlier in reading.dismissals.get((finding.finding, frozenset(finding.cards)), ()):
            if same_subject(earlier, dismissal):
                transaction.remove(earlier)
        return transaction.put(dismissal)


def restore_finding(workshop: Workshop, *, origin: str, dismissal_id: str) -> None:
    """Take a dismissal back, so that the finding is told again. Raises MissingRecordError when it is gone."""
    dismissal = workshop.board.find("dismissals", dismissal_id)
    if dismissal is None:
        raise MissingRecordError("This finding is no longer dismissed.")
    with workshop.transact("restore finding", origin) as transaction:
        transaction.remove(dismissal)

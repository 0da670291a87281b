"""The table of findings: what each is called, what it says, how much it weighs and what it offers."""

from workshop.findings.action_without_owner_or_date import actions_without_owner_or_date
from workshop.findings.circular_reasoning import circular_reasonings
from workshop.findings.decision_without_evidence import decisions_without_evidence
from workshop.findings.finding import FindingKind, Offer, Severity
from workshop.findings.insight_too_late import late_insights
from workshop.findings.islands import islands
from workshop.findings.nobody_leads import leaderless_phases
from workshop.findings.one_sided_measure import one_sided_measures
from workshop.findings.one_voice import lone_voices
from workshop.findings.open_tension import open_tensions
from workshop.findings.promise_without_a_path import promises_without_a_path
from workshop.findings.thread_that_stops import threads_that_stop
from workshop.findings.two_words_one_thing import two_words_one_thing
from workshop.findings.unanswered_question import UNANSWERED_QUESTION, unanswered_questions
from workshop.findings.unanswered_signal import unanswered_signals
from workshop.findings.validation_without_a_measure import validations_without_a_measure

FINDINGS: tuple[FindingKind, ...] = (
    FindingKind(
        "unanswered signal",
        "Unanswered signal",
        Severity.HIGH,
        ("{card} is {own}’s {kind}, and nothing of {other} answers it or is linked to it.",),
        (Offer.SHOW, Offer.LINK_TO, Offer.INVITE, Offer.DISMISS),
        unanswered_signals,
    ),
    FindingKind(
        "decision without evidence",
        "Decision without evidence",
        Severity.HIGH,
        ("The {kind} {card} rests on no evidence: it has none, and nor has anything that leads to it.",),
        (Offer.SHOW, Offer.ADD_EVIDENCE, Offer.LINK_TO, Offer.DISMISS),
        decisions_without_evidence,
    ),
    FindingKind(
        "thread that stops",
        "Thread that stops",
        Severity.MEDIUM,
        ("{card}, {what}, leads to nothing in {next}.",),
        (Offer.SHOW, Offer.LINK_TO, Offer.INVITE, Offer.DISMISS),
        threads_that_stop,
    ),
    FindingKind(
        "promise without a path",
        "Promise without a path",
        Severity.HIGH,
        ("{card} is promised at launch, but no UX card of Solution or Develop leads to it.",),
        (Offer.SHOW, Offer.LINK_TO, Offer.INVITE, Offer.DISMISS),
        promises_without_a_path,
    ),
    FindingKind(
        "islands",
        "Islands",
        Severity.LOW,
        (
            "The stage {stage} has {count} clusters of concepts with no link between them, such as {one} and {other}.",
        ),
        (Offer.SHOW, Offer.LINK_TO, Offer.DISMISS),
        islands,
    ),
    FindingKind(
        "one voice",
        "One voice",
        Severity.MEDIUM,
        ("Of the {count} cards in {phase}, {quiet} wrote {wrote}, which is under a fifth.",),
        (Offer.SHOW, Offer.INVITE, Offer.DISMISS),
        lone_voices,
        marks=False,
    ),
    FindingKind(
        "validation without a measure",
        "Validation without a measure",
        Severity.MEDIUM,
        ("The concept {card} is in Validate, and no shared measure measures it.",),
        (Offer.SHOW, Offer.ADD_MEASURE, Offer.DISMISS),
        validations_without_a_measure,
    ),
    FindingKind(
        "one-sided measure",
        "One-sided measure",
        Severity.MEDIUM,
        ("The measure {measure} has no {lens}.",),
        (Offer.SHOW, Offer.FILL_LENS, Offer.DISMISS),
        one_sided_measures,
    ),
    FindingKind(
        "open tension",
        "Open tension",
        Severity.MEDIUM,
        (
            "The tension {tension} is {state}: neither settled nor being tested.",
            "{one} and {other} are in tension, and nobody has taken it up.",
        ),
        (Offer.SHOW, Offer.SCORE_TOGETHER, Offer.DISMISS),
        open_tensions,
    ),
    FindingKind(
        "two words, one thing",
        "Two words, one thing",
        Severity.LOW,
        (
            "{one} (CX) and {other} (UX) are both on the board, and {agreed}.",
            "{one} ({mine}) and {other} ({theirs}) say nearly the same, and no “same as” joins them.",
        ),
        (Offer.SHOW, Offer.OPEN_TERM, Offer.ADD_TO_TERMS, Offer.MARK_SAME_AS, Offer.DISMISS),
        two_words_one_thing,
    ),
    FindingKind(
        "nobody leads",
        "Nobody leads",
        Severity.MEDIUM,
        ("{phase} holds {count}, and no discipline leads there.",),
        (Offer.SHOW, Offer.SET_WHO_LEADS, Offer.DISMISS),
        leaderless_phases,
        marks=False,
    ),
    FindingKind(
        "insight too late",
        "Insight too late",
        Severity.HIGH,
        ("{card} lands on {lands}, but {what}.",),
        (Offer.SHOW, Offer.SET_DATE, Offer.DISMISS),
        late_insights,
    ),
    FindingKind(
        "action without owner or date",
        "Action without owner or date",
        Severity.MEDIUM,
        ("The action {card} has no {lacks}.",),
        (Offer.SHOW, Offer.SET_OWNER, Offer.SET_DATE, Offer.DISMISS),
        actions_without_owner_or_date,
    ),
    FindingKind(
        UNANSWERED_QUESTION,
        "Unanswered question",
        Severity.MEDIUM,
        ("Nobody has answered {card}, asked of {of}: {overdue}.",),
        (Offer.SHOW, Offer.ANSWER, Offer.SET_DATE, Offer.DISMISS),
        unanswered_questions,
    ),
    FindingKind(
        "circular reasoning",
        "Circular reasoning",
        Severity.HIGH,
        ("{card} leads round to itself by way of {way}.", "{card} leads to itself."),
        (Offer.SHOW, Offer.CHANGE_LINK, Offer.DISMISS),
        circular_reasonings,
    ),
)
"""The findings fifteen of them; of equal weight they are told in this order."""

KIND_OF = {kind.id: kind for kind in FINDINGS}
"""The line of the table for each id."""

"""Islands: clusters of concepts for one stage of the journey that know nothing of one another."""

from collections.abc import Iterator, Mapping

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.model.cards import Card, CardKind
from workshop.model.journey import Stage
from workshop.model.text import quoted, short
from workshop.translation import _, number


def islands(reading: Reading) -> Iterator[Found]:
    """A stage of the journey whose concepts make two linked clusters or more, with no link from one to another.

    A linked cluster is at least two concepts of the stage that links of any kind among them join; a concept alone is
    none. One finding a stage; its cards are those of the clusters, cluster after cluster.
    """
    concepts: dict[str, dict[str, Card]] = {}
    for card in reading.by_kind.get(CardKind.CONCEPT, ()):
        if card.stage is not None:
            concepts.setdefault(card.stage, {})[card.id] = card
    for stage in reading.records(Stage, "stages"):
        clusters = _clusters(reading, concepts.get(stage.id, {}))
        if len(clusters) > 1:
            words = {
                "stage": quoted(short(stage.name)) if stage.name.strip() else _("without a name"),
                "count": number(f"{len(clusters):,}"),
                "one": reading.words(clusters[0][0]),
                "other": reading.words(clusters[1][0]),
            }
            yield Found(cards=tuple(card for cluster in clusters for card in cluster), words=words)


def _clusters(reading: Reading, concepts: Mapping[str, Card]) -> list[list[str]]:
    """The clusters of two and more, each in the order in which links lead from its first concept."""
    seen: set[str] = set()
    clusters = []
    for concept in concepts:
        cluster = [] if concept in seen else [concept]
        seen.add(concept)
        for card in cluster:
            for link in reading.links_at.get(card, ()):
                other = link.target if link.source == card else link.source
                if other in concepts and other not in seen:
                    seen.add(other)
                    cluster.append(other)
        if len(cluster) > 1:
            clusters.append(cluster)
    return clusters

"""The words on links as something to press: that of a tension leads to its sheet."""

from ui.canvas.link_labels import LABEL_ZOOM, LinkLabels
from ui.tools.gesture import Stage
from ui.tools.handles import LINK_SLACK
from workshop.model.links import LinkKind
from workshop.picture.plan import Point


def word_at(stage: Stage, point: Point) -> str | None:
    """The link whose word is under a board point, while words are shown."""
    if stage.camera.zoom < LABEL_ZOOM:
        return None
    return LinkLabels(stage.scene.cards, stage.scene.links).link_at(point)


def tension_at(stage: Stage, point: Point) -> str | None:
    """The link “in tension with” that is under a board point, or whose word is."""
    link = word_at(stage, point) or stage.scene.links.at(point, LINK_SLACK / stage.camera.zoom)
    return link if link is not None and _is_tension(stage, link) else None


def press_word(stage: Stage, link: str) -> None:
    """Select a link by its word; of a tension, show it in its panel."""
    stage.state.select(links={link})
    if _is_tension(stage, link):
        open_tension(stage, link)


def open_tension(stage: Stage, link: str) -> None:
    """Show the tension of a link in its panel."""
    stage.state.panel_wanted.emit("tensions", f"link:{link}")


def _is_tension(stage: Stage, link: str) -> bool:
    return stage.state.workshop.board.links[link].kind is LinkKind.IN_TENSION_WITH

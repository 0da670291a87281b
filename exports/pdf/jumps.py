"""What can be clicked and jumped to: link annotations, their targets, and the outline beside the pages."""

from exports.pdf.page import Page, Paper
from exports.pdf.sheet_canvas import SheetCanvas
from workshop.model.isolating import unturned


def add_jumps(canvas: SheetCanvas, page: Page, paper: Paper) -> None:
    """Add a page's targets, clickable rectangles and outline lines to the canvas, which stands on that page."""
    scale = paper.scale
    for anchor, y in page.anchors.items():
        top = (paper.height - max(0.0, y - 12)) * scale
        canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=top, zoom=0)
    for bookmark in page.bookmarks:
        canvas.addOutlineEntry(unturned(bookmark.title), bookmark.anchor, bookmark.level, closed=False)
    for jump in page.jumps:
        rect = jump.rect
        box = (rect.x, paper.height - rect.bottom, rect.right, paper.height - rect.y)
        left, bottom, right, high = (side * scale for side in box)
        canvas.add_rectangle((left, bottom, right, high), jump.anchor, jump.address)

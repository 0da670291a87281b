"""What can be clicked and jumped to: link annotations, their targets, and the outline beside the pages."""

from typing import Any

from exports.pdf.page import Page, Paper


def add_jumps(canvas: Any, page: Page, paper: Paper) -> None:
    """Add a page's targets, clickable rectangles and outline lines to the canvas, which stands on that page."""
    for anchor, y in page.anchors.items():
        canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=paper.height - max(0.0, y - 12), zoom=0)
    for bookmark in page.bookmarks:
        canvas.addOutlineEntry(bookmark.title, bookmark.anchor, bookmark.level, closed=False)
    for jump in page.jumps:
        rect = jump.rect
        box = (rect.x, paper.height - rect.bottom, rect.right, paper.height - rect.y)
        if jump.anchor:
            canvas.linkRect("", jump.anchor, box, relative=0)
        else:
            canvas.linkURL(jump.address, box, relative=0)

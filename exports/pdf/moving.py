"""Moving shapes of a drawing plan."""

from collections.abc import Iterable

from workshop.picture.plan import Box, Dot, Icon, Picture, Point, Shape, Stroke, TextRun


def moved(shapes: Iterable[Shape], dx: float, dy: float) -> list[Shape]:
    """The shapes elsewhere."""
    return [_moved(shape, dx, dy) for shape in shapes]


def _moved(s: Shape, dx: float, dy: float) -> Shape:
    match s:
        case TextRun():
            return TextRun(s.x + dx, s.baseline + dy, s.text, s.size, s.width, s.colour, s.weight, s.tracking)
        case Box():
            return Box(s.rect.moved(dx, dy), s.fill, s.stroke, s.stroke_width, s.radius)
        case Icon():
            return Icon(s.x + dx, s.y + dy, s.size, s.name, s.colour)
        case Dot():
            return Dot(Point(s.centre.x + dx, s.centre.y + dy), s.radius, s.fill, s.stroke, s.stroke_width)
        case Picture():
            return Picture(s.rect.moved(dx, dy), s.asset)
        case Stroke():
            points = tuple(Point(point.x + dx, point.y + dy) for point in s.points)
            return Stroke(points, s.stroke, s.stroke_width, s.dash, s.fill, s.closed)

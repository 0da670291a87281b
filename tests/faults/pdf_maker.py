"""PDFs made by hand, object by object, as no decent program would write them."""

import zlib
from collections.abc import Mapping

SESSION = "session.trilliant"


def pdf_of(objects: Mapping[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A document of numbered objects with a table of them and a trailer."""
    body, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        body += b"%d 1\n%010d 00000 n \n" % (number, place)
    body += b"trailer\n<< /Size %d /Root %d 0 R %b >>\n" % (max(objects) + 1, root, trailer)
    return bytes(body + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(body: bytes, entries: bytes = b"", *, length: int | None = None) -> bytes:
    """A stream object; `length` is what it claims to have."""
    told = len(body) if length is None else length
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (told, entries, body)


def carrying(
    packed: bytes, entries: bytes = b"/Filter /FlateDecode", *, catalog: bytes = b"", length: int | None = None
) -> bytes:
    """A document that carries a packed session as ours do; `catalog` is added to its root."""
    return pdf_of(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> %b >>" % catalog,
            2: b"<< /Type /Pages /Kids [] /Count 0 >>",
            3: names([(SESSION, 4)]),
            4: filespec(SESSION, 5),
            5: stream(packed, entries, length=length),
        }
    )


def names(files: list[tuple[str, int]]) -> bytes:
    """A tree of names with one leaf."""
    return b"<< /Names [%b] >>" % b" ".join(b"(%b) %d 0 R" % (name.encode(), number) for name, number in files)


def filespec(name: str, number: int) -> bytes:
    """What says that a stream is a file of this name."""
    told = name.encode()
    return b"<< /Type /Filespec /F (%b) /UF (%b) /EF << /F %d 0 R >> >>" % (told, told, number)


def bomb(megabytes: int, begin: bytes = b"") -> bytes:
    """A few bytes that unpack to many zeros after their beginning."""
    pack = zlib.compressobj(9)
    parts = [pack.compress(begin), *(pack.compress(bytes(2**20)) for _ in range(megabytes)), pack.flush()]
    return b"".join(parts)

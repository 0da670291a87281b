"""What a document says of itself: title, author, subject, language, dates, and how readers number its pages."""

from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from exports.pdf.content import Content
from exports.pdf.days import pdf_date
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.sheet_canvas import SheetCanvas
from workshop.model.text import clean_line, short
from workshop.sharing import newest_moment
from workshop.translation import N_, _, pgettext

_MAKER = "Trilliant"
_KEYWORDS = N_("CX, UX, workshop, triple diamond")
_SUBJECTS = {
    Kind.SUMMARY: N_("Summary of a joint CX and UX workshop"),
    Kind.POSTER: N_("Poster of a joint CX and UX workshop"),
    Kind.HANDOUT: N_("Handout of a joint CX and UX workshop"),
    Kind.CARDS: N_("Cards of a joint CX and UX workshop"),
}
_LEADING = "facilitat"
"""A participant whose role speaks of this, or of what the document's language has for it, is the author."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate><pdf:Keywords>{keywords}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(canvas: SheetCanvas, content: Content, options: PaperOptions) -> None:
    """Write title, author, subject, language and dates into the document, for readers and for search.

    The dates are those of the last change of what is shown, so that the same board gives the same bytes.
    """
    title = short(content.title, 300)
    subject = short(clean_line(content.session.purpose), 300) or _(_SUBJECTS[options.kind])
    author = _author(content, options)
    moment = newest_moment([*content.cards.values(), content.session])
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor(author)
    canvas.setCreator(_MAKER)
    canvas.setKeywords(_(_KEYWORDS))
    canvas.setDateFormatter(lambda *_: pdf_date(moment))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    told = {"title": title, "author": author, "subject": subject, "language": options.language}
    canvas._doc.Catalog.Metadata = _metadata(told, moment)


def label_pages(canvas: SheetCanvas, options: PaperOptions, pages: int) -> None:
    """Let readers call the pages what stands at their feet; the first of a summary is its cover."""
    if options.kind is Kind.SUMMARY and options.tells("cover"):
        canvas.addPageLabel(0, prefix=_("Cover"))
        if pages > 1:
            canvas.addPageLabel(1, style="ARABIC", start=2)
    else:
        canvas.addPageLabel(0, style="ARABIC", start=1)


def _author(content: Content, options: PaperOptions) -> str:
    """Who led the workshop, where the session names them and names are shown."""
    words = _LEADING, pgettext("role", "facilitat")
    people = content.people if options.authors else []
    leading = [one for one in people if any(word in one.role.casefold() for word in words)]
    return ", ".join(short(clean_line(one.name), 100) for one in leading[:3]) or _MAKER


def _metadata(told: dict[str, str], moment: datetime) -> Any:
    """The same as XMP, which archives and search engines read."""
    safe = {name: escape("".join(filter(str.isprintable, words))) for name, words in told.items()}
    words = _XMP.format(
        **safe, maker=_MAKER, keywords=_(_KEYWORDS), moment=moment.isoformat(timespec="seconds")
    )
    stream = pdfdoc.PDFStream(content=words.encode(), filters=[])
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    return stream

"""The team's logo among the choices of an export, and what the preview tells of texts that are cut."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from exports.pdf.options import Kind
from tests.ui.hands import Hands
from tests.ui.test_export_options import opened, pressed
from workshop.commands.cards import change_text


def test_a_logo_is_offered_where_there_is_room_for_it_and_kept_through_other_kinds(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (60, 30), "#00AA00").save(logo)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(logo), ""))
    sheet = opened(sample)
    field = sheet.findChild(QPushButton, "exportLogo")
    shown = {}
    for kind in Kind:
        pressed(sample, sheet, f"kind_{kind.value}")
        shown[kind] = field.isVisible()
    assert shown == {kind: kind is not Kind.CARDS for kind in Kind}
    pressed(sample, sheet, "kind_poster")
    pressed(sample, sheet, "exportLogo")
    assert sheet.options.logo == str(logo)
    pressed(sample, sheet, "kind_cards")
    assert not sheet.options.logo
    pressed(sample, sheet, "kind_handout")
    assert sheet.options.logo == str(logo)
    pressed(sample, sheet, "exportLogo")
    pressed(sample, sheet, "kind_summary")
    assert not sheet.options.logo


def test_the_preview_tells_of_a_text_that_is_cut(sample: Hands) -> None:
    first = next(iter(sample.desk.session.workshop.board.cards.values()))
    change_text(sample.desk.session.workshop, origin="test", card_id=first.id, text="word " * 4_000)
    sheet = opened(sample)
    pressed(sample, sheet, "kind_cards")
    sample.bot.waitUntil(
        lambda: any(
            one.text().endswith("1 card's text is cut; the summary has all of it.")
            for one in sheet.findChildren(QLabel)
        ),
        timeout=60_000,
    )

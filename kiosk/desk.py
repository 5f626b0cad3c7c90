"""A small second window with what a desk without hardware lacks: cards, codes, paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kiosk.fitting import DEMONSTRATION_STAFF_CARD
from kiosk.hardware.barcode_scanner.simulated import SimulatedBarcodeScanner
from kiosk.hardware.card_reader.simulated import SimulatedCardReader
from kiosk.hardware.card_reader.simulated_cards import IcCard, PretendCard
from kiosk.hardware.slip_printer.simulated import SimulatedSlipPrinter
from kiosk.makes import Desk
from kiosk.words.words import Words

DEMONSTRATION_CARD = "01234567"
DEMONSTRATION_PIN = "1234"
LOOK_EVERY_MS = 300
SLIP_WIDTH = 300
EDGE, BAR, TALL_BAR = 12, 130, 222  # px from the panel's edge; what its bar takes, upright too


class DeskWindow(QWidget):
    """Its keys do what a hand would do at the real desk."""

    def __init__(self, desk: Desk, words: Words, my_number_folder: Path) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle(words("Simulated desk"))
        self._folder = my_number_folder
        self._held_at = QPoint()
        self._code = QLineEdit(DEMONSTRATION_CARD)
        self._slip = QLabel()
        row = QHBoxLayout(self)
        self._page = QVBoxLayout()
        row.addLayout(self._page)
        row.addWidget(self._slip)  # beside the keys: below them it would cover the panel's bar
        if isinstance(desk.scanner, SimulatedBarcodeScanner):
            self._offer_codes(desk.scanner, words)
        if isinstance(desk.card_reader, SimulatedCardReader):
            self._offer_cards(desk.card_reader, words)
        if isinstance(desk.printer, SimulatedSlipPrinter):
            self._offer_paper(desk.printer, words)

    def stand_beside(self, panel: QRect) -> None:
        """At the left edge, above the bar; from there it can be dragged anywhere."""
        self.adjustSize()
        bar = BAR if panel.width() > panel.height() else TALL_BAR
        self.move(panel.left() + EDGE, panel.bottom() - bar - self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.move(event.globalPosition().toPoint() - self._held_at)

    def _add(self, text: str, does: Callable[[], object]) -> None:
        button = QPushButton(text)
        button.setMinimumHeight(44)
        button.clicked.connect(lambda _checked: does())
        self._page.addWidget(button)

    def _offer_codes(self, scanner: SimulatedBarcodeScanner, words: Words) -> None:
        self._page.addWidget(self._code)
        self._add(words("Scan this code"), lambda: scanner.scan(self._code.text()))
        self._add(words("Scan the staff card"), lambda: scanner.scan(DEMONSTRATION_STAFF_CARD))

    def _offer_cards(self, reader: SimulatedCardReader, words: Words) -> None:
        def lay_down() -> None:
            reader.lay_down(PretendCard.load(self._folder, DEMONSTRATION_PIN))

        self._add(words("Lay the My Number card down"), lay_down)
        self._add(words("Lay the IC card down"), lambda: reader.lay_down(IcCard()))
        self._add(words("Take the card away"), reader.take_away)

    def _offer_paper(self, printer: SimulatedSlipPrinter, words: Words) -> None:
        self._add(words("Take the slip"), printer.take_paper)
        self._add(words("Paper is out"), printer.run_out)
        self._add(words("New paper"), printer.fill)
        timer = QTimer(self)
        timer.timeout.connect(lambda: self._look_at(printer))
        timer.start(LOOK_EVERY_MS)

    def _look_at(self, printer: SimulatedSlipPrinter) -> None:
        slip = printer.slip
        picture = QPixmap()
        if slip is not None:
            picture.loadFromData(slip.picture)
            picture = picture.scaled(
                self._slip_room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._slip.setPixmap(picture)
        self._slip.setVisible(not picture.isNull())
        self.adjustSize()

    @property
    def _slip_room(self) -> QSize:
        """As wide as it can be read, and no higher than the keys."""
        return QSize(SLIP_WIDTH, self._page.sizeHint().height())

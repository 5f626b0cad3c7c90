"""What to do about a title: go to its shelf, take its place along, show it, reserve it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.branches import Branch
from kiosk.domain.related import Related, can_be_reserved, is_waited_for
from kiosk.domain.titles import FoundTitle, Whereabouts
from kiosk.events import (
    ListOpened,
    LocationAsked,
    LocationSlipAsked,
    ReserveAsked,
    TitleListed,
)
from kiosk.ui.covers.spine_label import SpineLabel
from kiosk.ui.look.style import Style
from kiosk.ui.parts.key_flow import KeyFlow
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Button, Kind, Label
from kiosk.ui.titles.standing import Standing
from kiosk.ui.titles.time_key import TimeKey
from kiosk.visit import Visit
from kiosk.words.places import branch_name
from kiosk.words.printing import why_no_slip
from kiosk.words.whereabouts import next_position
from kiosk.words.words import Words

_PADDING = 14  # px: two keys stand in a line at the largest text too
_TOP = Qt.AlignmentFlag.AlignTop


class TitleCard(Surface):
    """Says ReserveAsked, LocationSlipAsked, LocationAsked, TitleListed and ListOpened."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._can_print = True  # a slip; else the phone's key says why not
        self._has_place = True  # that can be taken along; a set has none of its own
        self._is_timed = False  # others wait for it
        self.standing = Standing(words)
        self.label = SpineLabel(words)
        self.slip = Button(says=LocationSlipAsked(), icon="printer")
        self.phone = Button(says=LocationAsked(), icon="phone")
        self.staff, self.listing = Button(icon="eye"), Button()
        keys = (self.slip, self.phone, self.staff, self.listing)
        for key in keys:
            key.padding = _PADDING
        self.deeds = KeyFlow(fills=True)
        self.deeds.take_keys(keys)
        self.position = Label()
        self.time = TimeKey(words)
        self.days, self.hurry = Label("label", ink="ink2"), Label("label", ink="ink2")
        self.refused = Label("label", ink="wait")
        self.reserve = Button(says=ReserveAsked(), kind=Kind.PRIMARY)
        self._deeds, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(self.standing, 1)
        self._head.addWidget(self.label, 0, _TOP)
        self._deeds.addLayout(self._head)
        self._deeds.addStretch(1)
        told = (self.position, self.time, self.refused, self.days, self.hurry)
        for part in (self.deeds, *told, self.reserve):
            self._deeds.addWidget(part)

    @property
    def first_to_go(self) -> tuple[QWidget, ...]:
        """The small print; rule R4 is said once more where the reservation is confirmed."""
        return tuple(part for part in (self.standing.next, self.days, self.hurry) if part.text())

    @property
    def last_to_go(self) -> tuple[QWidget, ...]:
        """What is to be known before anybody signs in for it, then what can be done elsewhere.

        Where others wait, how long is worth more than a place without the title. What is said
        stays behind on the page of the reservation; showing it to the staff stays.
        """
        told = tuple(part for part in (self.refused, self.position) if part.text())
        slip = (self.slip,) if self._can_print else ()
        along = (*slip, self.phone, self.listing) if self._has_place else ()
        return (*told, *along, *((self.time,) if self._is_timed else ()))

    # ---- being told
    def show_visit(self, visit: Visit) -> None:
        found, related = visit.search.chosen, visit.search.related
        assert found is not None, "the chart shows a title only once chosen"
        words, is_set = self._words, bool(related.parts)
        self.label.show_call_number(found.title.call_number)
        self.standing.show_title(found, related)
        why_not = why_no_slip(words, visit.premises.devices)
        self._can_print = why_not is None
        self.slip.show_text(words("Place slip"))
        self.phone.show_text(words("To phone"), why_not or "")
        self.staff.show_text(words("Show the staff"))
        self._has_place = not is_set
        self._show_listing(visit, found)
        for key in (self.phone, self.listing):
            key.setVisible(self._has_place)
        self.slip.setVisible(self._has_place and self._can_print)
        self._tell_before_reserving(found, related)
        self._show_time(visit, found)
        self._show_reserve(visit, found.availability.whereabouts, related)

    def _show_listing(self, visit: Visit, found: FoundTitle) -> None:
        """Onto the list; what stands there already leads to it."""
        words, listed = self._words, visit.listed
        leads_on = listed.has(found.title.id) or listed.is_full
        self.listing.says = ListOpened() if leads_on else TitleListed(found.title.id)
        if leads_on:
            self.listing.show_text(words("My list"), "", str(len(listed.titles)))
        else:
            self.listing.show_text(words("To my list"))

    def _tell_before_reserving(self, found: FoundTitle, related: Related) -> None:
        words, availability = self._words, found.availability
        can_reserve = can_be_reserved(found, related)
        position = next_position(words, availability.waiting) if can_reserve else ""
        self.position.show_text(position)
        self.refused.show_text(self._refusing(related.refused_at) if can_reserve else "")
        days = words("A reservation can take some days to prepare.")
        hurry = words("If you are in a hurry, please ask the staff at the counter.")
        self.days.show_text("" if related.parts else days)
        self.hurry.show_text("" if related.parts else hurry)
        for part in (self.position, self.refused, self.days, self.hurry):
            part.setVisible(bool(part.text()))

    def _show_time(self, visit: Visit, found: FoundTitle) -> None:
        """Where others wait; without the line only what was told before it went."""
        time = visit.times.of(found.title.id)
        can_come = time is not None or not visit.premises.is_line_down
        self._is_timed = can_come and is_waited_for(found, visit.search.related)
        self.time.show_waiting(time)
        self.time.setVisible(self._is_timed)

    def _refusing(self, branches: Sequence[Branch]) -> str:
        """Rule R6, before anybody has to sign in for it."""
        if not branches:
            return ""
        words = self._words
        named = words(", ").join(branch_name(words, branch) for branch in branches)
        return words("CDs, DVDs and videos cannot be collected at: %(branches)s.", branches=named)

    def _show_reserve(self, visit: Visit, whereabouts: Whereabouts, related: Related) -> None:
        words = self._words
        self.reserve.show_text(words("Reserve"))
        if related.parts:
            self.reserve.turn_off(words("First choose one of them."))
        elif whereabouts is Whereabouts.REFERENCE:
            self.reserve.turn_off(words("Read here only, so it cannot be reserved."))
        elif whereabouts is Whereabouts.MISSING:
            self.reserve.turn_off(words("We are looking for it, so it cannot be reserved."))
        elif visit.premises.is_line_down:
            self.reserve.turn_off(words("The line is down."))
        else:
            self.reserve.turn_on()

    # ---- where it stands
    def arrange(self, style: Style) -> None:
        within = style.gap if style.is_large else style.space(4)
        above = style.space(1) if style.is_large else within
        self._deeds.setContentsMargins(within, above, within, above)
        self._deeds.setSpacing(style.gap if style.is_large else style.space(3))
        self.label.setVisible(style.is_portrait)

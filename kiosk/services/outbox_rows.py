"""The rows of the outbox: sealed permits and a counter, nothing of a person."""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.reservations import Permit, ReservationId, ReservationNumber, Wish


class OutboxRow(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Kept at the kiosk, apart from everything that the library keeps."""


class WishRow(OutboxRow):
    __tablename__ = "wish"

    place: Mapped[int] = mapped_column(primary_key=True, init=False)  # in the order of asking
    id: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    permit: Mapped[str] = mapped_column(repr=False)
    pickup: Mapped[str]
    notice: Mapped[str]
    any_edition: Mapped[bool] = mapped_column(default=False, server_default=text("0"))

    @classmethod
    def of(cls, wish: Wish) -> "WishRow":
        return cls(
            id=wish.id,
            number=wish.number,
            permit=wish.permit,
            pickup=wish.pickup,
            notice=wish.notice.value,
            any_edition=wish.any_edition,
        )

    def to_wish(self) -> Wish:
        return Wish(
            ReservationId(self.id),
            ReservationNumber(self.number),
            Permit(self.permit),
            BranchId(self.pickup),
            NoticeMethod(self.notice),
            self.any_edition,
        )


class CounterRow(OutboxRow):
    """The count in the last number that was given out."""

    __tablename__ = "counter"

    kiosk: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


def make_tables(connection: Connection) -> None:
    """What is missing in the file; wishes that an older kiosk kept are for their own edition.

    The column has a default in the file too, because that older kiosk may still write to it.
    """
    OutboxRow.metadata.create_all(connection)
    known = {column["name"] for column in inspect(connection).get_columns(WishRow.__tablename__)}
    if "any_edition" not in known:
        connection.execute(
            text("ALTER TABLE wish ADD COLUMN any_edition BOOLEAN NOT NULL DEFAULT 0")
        )

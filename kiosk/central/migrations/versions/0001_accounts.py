"""Patrons, kiosks and signing in."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _patrons()
    _kiosks()
    _sessions()


def _patrons() -> None:
    op.create_table(
        "patron",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("card_number", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("password_hash", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("email_is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("telephone", sa.String()),
        sa.Column("telephone_is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("fax", sa.String()),
        sa.Column("fax_is_confirmed", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "credential",
        sa.Column(
            "patron_id",
            sa.String(),
            sa.ForeignKey("patron.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("not_after", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("issuer", "serial"),
    )


def _kiosks() -> None:
    op.create_table(
        "kiosk",
        sa.Column("number", sa.String(), primary_key=True),
        sa.Column("key_hash", sa.String(), nullable=False, unique=True),
        sa.Column("branch_id", sa.String(), nullable=False),
    )
    op.create_table(
        "attempt",
        sa.Column("subject", sa.String(), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("window_ends_at", UtcDateTime(), nullable=False, index=True),
    )


def _sessions() -> None:
    op.create_table(
        "patron_session",
        sa.Column("token_hash", sa.String(), primary_key=True),
        sa.Column(
            "patron_id",
            sa.String(),
            sa.ForeignKey("patron.id", ondelete="CASCADE"),
            nullable=False,
        ),
        _kiosk_number(),
        sa.Column("expires_at", UtcDateTime(), nullable=False, index=True),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "challenge",
        sa.Column("challenge_hash", sa.String(), primary_key=True),
        _kiosk_number(),
        sa.Column("expires_at", UtcDateTime(), nullable=False, index=True),
    )


def _kiosk_number() -> sa.Column[str]:
    return sa.Column(
        "kiosk_number",
        sa.String(),
        sa.ForeignKey("kiosk.number", ondelete="CASCADE"),
        nullable=False,
    )

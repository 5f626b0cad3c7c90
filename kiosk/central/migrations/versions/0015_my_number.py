"""What kind of credential a patron bound, a certificate or a platform's identifier, and when."""

import sqlalchemy as sa
from alembic import op

from kiosk.central.tables.row import UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kind = sa.Column("kind", sa.String(32), nullable=False, server_default="certificate")
    op.add_column("credential", kind)
    op.add_column("credential", sa.Column("bound_at", UtcDateTime()))

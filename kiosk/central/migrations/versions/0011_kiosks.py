"""How kiosks are let in: codes, keys and their change, and how each kiosk is."""

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass

"""What circulation remembers: reading histories of those who ask for one."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled by its room."""

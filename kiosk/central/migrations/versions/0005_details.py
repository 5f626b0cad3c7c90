"""What patrons change about themselves: contacts to be confirmed, passwords to be reset."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled by its room."""

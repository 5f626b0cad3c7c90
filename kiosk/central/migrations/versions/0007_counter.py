"""Staff, what they looked at, and patrons who call for a librarian."""

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Filled by its room."""

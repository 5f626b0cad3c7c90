"""Failed sign-ins, one by one, and cards that are closed for passwords."""

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass

"""What Alembic runs to reach the database; storage.migrate gives it the connection."""

from alembic import context

from kiosk.central.tables.whole import all_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_tables(),
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

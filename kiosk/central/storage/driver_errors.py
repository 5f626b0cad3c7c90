"""What PostgreSQL says of an error, before anybody reads or writes it down."""

import psycopg
from sqlalchemy.engine import ExceptionContext

_READ_ONLY = "25006"  # read_only_sql_transaction: it became a replica
_DATA_EXCEPTION = "22"  # its sentence holds the value that was wrong


def tell_no_values(context: ExceptionContext) -> None:
    """Keep what the server says of the rule that was broken, and drop what it says of the row.

    Its DETAIL holds the values of the row: a name, a card number.
    """
    error = context.original_exception
    if not isinstance(error, psycopg.Error) or error.sqlstate is None:
        return
    is_about_value = error.sqlstate.startswith(_DATA_EXCEPTION)
    said = None if is_about_value else error.diag.message_primary
    error.args = (said or f"SQLSTATE {error.sqlstate}",)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(error).__name__}) {error.args[0]}",)


def leave_replica(context: ExceptionContext) -> None:
    """A leader that became a replica is as good as gone: the pool shall look for the new one."""
    if getattr(context.original_exception, "sqlstate", None) == _READ_ONLY:
        context.is_disconnect = True

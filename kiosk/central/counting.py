"""Numbers that only grow: places in the queue, and the changes of the feeds."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.central.tables.installation import CounterRow


def next_number(session: Session, counter: str) -> int:
    """Raise a counter, from 1 on.

    Whoever raises it holds it until the transaction ends: numbers are given in the order in
    which the transactions are kept, so nobody who reads on from a number misses one.
    """
    return next_numbers(session, counter, 1)[0]


def next_numbers(session: Session, counter: str, count: int) -> range:
    """Raise a counter by as many as are needed at once."""
    raised = (
        update(CounterRow)
        .where(CounterRow.name == counter)
        .values(value=CounterRow.value + count)
        .returning(CounterRow.value)
    )
    last = session.execute(raised, execution_options={"synchronize_session": False}).scalar()
    if last is None:
        session.add(CounterRow(name=counter, value=count))
        session.flush()
        last = count
    return range(last - count + 1, last + 1)

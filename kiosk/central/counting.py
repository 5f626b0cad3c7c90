"""Numbers that only grow: places in the queue, and the changes of the feeds."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.central.tables.installation import CounterRow


def next_number(session: Session, counter: str) -> int:
    """Raise a counter, from 1 on.

    Whoever raises it holds it until the transaction ends: numbers are given in the order in
    which the transactions are kept, so nobody who reads on from a number misses one.
    """
    raised = (
        update(CounterRow)
        .where(CounterRow.name == counter)
        .values(value=CounterRow.value + 1)
        .returning(CounterRow.value)
    )
    number = session.execute(raised, execution_options={"synchronize_session": False}).scalar()
    if number is None:
        session.add(CounterRow(name=counter, value=1))
        session.flush()
        return 1
    return number

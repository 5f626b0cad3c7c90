"""How titles are kept: a record put in, or withdrawn from all copies of the catalogue."""

from sqlalchemy.orm import Session

from kiosk.central.records.changes import put_title, withdraw_title
from kiosk.domain.titles import Title, TitleId


class Titles:
    """The catalogue; a title that is withdrawn keeps its items, which nobody sees then."""

    def put(self, session: Session, record: Title) -> bool:
        return put_title(session, record)

    def withdraw(self, session: Session, key: str) -> bool:
        return withdraw_title(session, TitleId(key))

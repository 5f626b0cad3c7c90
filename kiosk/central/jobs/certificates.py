"""Tells by e-mail, once, that the certificate of a bound My Number card ends soon."""

from datetime import datetime, timedelta

from sqlalchemy import Update, select, update
from sqlalchemy.orm import Session

from kiosk.central.notices.letters import send_letter
from kiosk.central.service import Service
from kiosk.central.tables.patrons import CredentialRow, PatronRow
from kiosk.domain.notices import LetterKind
from kiosk.domain.policy import Policy

MOST_AT_ONCE = 200  # in one transaction


def tell_certificates(service: Service) -> int:
    """Write to whoever has an address; how many letters were written.

    Who has none yet reads it in My Library, and is written to once there is one.
    """
    count, policy = 0, service.policy
    while policy.my_number.is_offered:
        with service.database.writing() as session:
            found = _tell_some(session, policy, service.clock.now())
        count += found
        if found < MOST_AT_ONCE:
            break
    return count


def _tell_some(session: Session, policy: Policy, now: datetime) -> int:
    claimed = session.execute(_claimed(policy, now)).all()
    kind, language = LetterKind.CERTIFICATE_ENDS, policy.notice.languages[0]
    for patron_id, not_after in claimed:
        address = session.get_one(PatronRow, patron_id).email
        assert address is not None, "only who has an address is looked for"
        until = policy.calendar.today(not_after).isoformat()
        send_letter(session, kind, address, language, now=now, until=until)
    return len(claimed)


def _claimed(policy: Policy, now: datetime) -> Update:
    """Mark those to be told; of two services that do so at once each marks others."""
    row = CredentialRow
    to_tell = (
        row.end_told_at.is_(None),
        row.not_after > now,
        row.not_after <= now + _before(policy),
    )
    some = (
        select(row.patron_id)
        .join(PatronRow, PatronRow.id == row.patron_id)
        .where(*to_tell, PatronRow.email.is_not(None), PatronRow.email_is_confirmed)
        .order_by(row.not_after, row.patron_id)
        .limit(MOST_AT_ONCE)
    )
    mark = update(row).where(row.patron_id.in_(some), *to_tell).values(end_told_at=now)
    return mark.returning(row.patron_id, row.not_after).execution_options(synchronize_session=False)


def _before(policy: Policy) -> timedelta:
    return timedelta(days=policy.my_number.told_days_before)

"""Erases what is left of sign-ins that are over."""

from sqlalchemy import delete

from kiosk.central.accounts.standing import AN_HOUR
from kiosk.central.service import Service
from kiosk.central.tables.details import CodeRow
from kiosk.central.tables.guessing import FailedTryRow, GuardRow
from kiosk.central.tables.kiosks import AttemptRow, ChallengeRow, PatronSessionRow
from kiosk.central.tables.staff import StaffSessionRow


def erase_sign_ins(service: Service) -> int:
    """Erase sessions, challenges, codes and counted attempts that are over; how many there were.

    A challenge that was used is erased when it is used. Whoever signs in erases those of all
    others too; this is for the hours in which nobody does. A password that was not looked at
    counts for its kiosk only, and is erased sooner.
    """
    now, policy = service.clock.now(), service.policy.attempts
    tried_at, was_ignored = FailedTryRow.tried_at, FailedTryRow.was_looked_at.is_(False)
    over = (
        delete(PatronSessionRow).where(PatronSessionRow.expires_at <= now),
        delete(ChallengeRow).where(ChallengeRow.expires_at <= now),
        delete(StaffSessionRow).where(StaffSessionRow.expires_at <= now),
        delete(CodeRow).where(CodeRow.expires_at <= now),
        delete(AttemptRow).where(AttemptRow.window_ends_at <= now),
        delete(FailedTryRow).where(tried_at <= now - policy.remembered),
        delete(FailedTryRow).where(tried_at <= now - max(policy.within, AN_HOUR), was_ignored),
        delete(GuardRow).where(GuardRow.last_at <= now - max(policy.within, AN_HOUR)),
    )
    with service.database.writing() as session:
        return sum(session.connection().execute(each).rowcount for each in over)

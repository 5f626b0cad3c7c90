"""Erases what is left of sign-ins that are over."""

from sqlalchemy import delete

from kiosk.central.service import Service
from kiosk.central.tables.kiosks import AttemptRow, ChallengeRow, PatronSessionRow


def erase_sign_ins(service: Service) -> int:
    """Erase sessions, challenges and counted attempts whose time is over; how many there were.

    A challenge that was used is erased when it is used. Whoever signs in erases those of all
    others too; this is for the hours in which nobody does.
    """
    now = service.clock.now()
    over = (
        delete(PatronSessionRow).where(PatronSessionRow.expires_at <= now),
        delete(ChallengeRow).where(ChallengeRow.expires_at <= now),
        delete(AttemptRow).where(AttemptRow.window_ends_at <= now),
    )
    with service.database.writing() as session:
        return sum(session.connection().execute(each).rowcount for each in over)

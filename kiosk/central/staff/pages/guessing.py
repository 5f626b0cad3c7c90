"""Where passwords are guessed: kiosks that are slowed, and how many cards are closed."""

from fastapi import APIRouter, Response

from kiosk.central.staff.access import CounterDesk
from kiosk.central.staff.signing_in import COUNTER

routes = APIRouter()


@routes.get("/guessing")
def guessing(desk: CounterDesk) -> Response:
    found, policy = desk.service.staff.guessing, desk.service.policy.attempts
    words = desk.words
    slowed = [
        (words("The staff's pages") if each.place == COUNTER else each.place, each)
        for each in found.slowed()
    ]
    return desk.show("guessing.html", slowed=slowed, closed=found.closed(), policy=policy)

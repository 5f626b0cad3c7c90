"""Each page and deed of the staff, for somebody who is not signed in, or no longer."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from kiosk.central.service import Service
from kiosk.central.staff.access import COOKIE
from kiosk.central.staff.app import make_counter
from kiosk.domain.staff import Role
from tests.central.kiosks.operations import dump
from tests.central.staff.browser import CounterBrowser
from tests.central.staff.conftest import at_work
from tests.central.staff.test_roles import DEEDS

# The door itself, and what it is painted with.
OPEN = {"GET /sign-in", "POST /sign-in", "POST /sign-out", "POST /language"}
OPEN |= {"GET /counter.css", "GET /counter.js"}


def addresses(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and path of each route; what is named in it is called "none"."""
    for route in app.routes:
        if isinstance(route, APIRoute):
            for method in sorted((route.methods or set()) - {"HEAD"}):
                yield method, re.sub(r"\{[^}]+\}", "none", route.path)


def not_sent_to_the_door(app: FastAPI, browser: CounterBrowser, service: Service) -> set[str]:
    """The addresses that answer otherwise; whatever they answer, nothing may have changed."""
    before, found = dump(service.database), set()
    for method, path in addresses(app):
        name = f"{method} {path}"
        if name in OPEN:
            continue
        browser.open("/sign-in")
        _, fields = DEEDS.get(path, (None, {"outcome": "done"}))
        answer = browser.open(path) if method == "GET" else browser.post(path, **fields)
        if answer.url.path != "/sign-in":
            found.add(name)
    assert dump(service.database) == before
    return found


def test_who_is_not_signed_in_is_sent_to_the_door_by_every_page(
    counter: FastAPI, browser: CounterBrowser, service: Service
) -> None:
    assert not_sent_to_the_door(counter, browser, service) == set()


@pytest.mark.parametrize("role", Role)
def test_an_ended_session_opens_no_page(counter: FastAPI, service: Service, role: Role) -> None:
    browser = at_work(counter, role)
    service.staff.sign_in.end(browser.cookies[COOKIE])
    assert not_sent_to_the_door(counter, browser, service) == set()


def test_a_page_whose_guard_was_forgotten_is_found(service: Service) -> None:
    copy = make_counter(service)

    @copy.get("/planted")
    @copy.post("/planted")
    def planted() -> str:
        return "whoever asks"

    found = not_sent_to_the_door(copy, CounterBrowser(copy), service)
    assert found == {"GET /planted", "POST /planted"}

"""Each page belongs to a role: what it may not do, it neither sees nor does."""

import pytest
from fastapi import FastAPI

from kiosk.central.staff.access import COOKIE
from kiosk.central.staff.app import ROUTES
from kiosk.domain.staff import Role
from tests.central.small_library import HANAKO
from tests.central.staff.browser import CounterBrowser
from tests.central.staff.conftest import at_work

EVERYBODY, PATRONS, OVERSIGHT = Role.SHELVING, Role.COUNTER, Role.SUPERVISOR
PAGES = {
    "/": EVERYBODY,
    "/own-password": EVERYBODY,
    "/items/return": EVERYBODY,
    "/items/arrive": EVERYBODY,
    "/items/send": EVERYBODY,
    "/items/found": EVERYBODY,
    "/hold-shelf": EVERYBODY,
    "/expired": EVERYBODY,
    "/fetch": EVERYBODY,
    "/calls": EVERYBODY,
    "/lend": PATRONS,
    "/patron": PATRONS,
    "/notices": PATRONS,
    "/guessing": PATRONS,
    "/staff": OVERSIGHT,
    "/looks": OVERSIGHT,
    "/kiosks": OVERSIGHT,
}
LOOKED_AT = {"patron": HANAKO, "purpose": "reservation"}
DEEDS: dict[str, tuple[Role, dict[str, str]]] = {
    "/items/return": (EVERYBODY, {"barcode": "item-botchan"}),
    "/items/arrive": (EVERYBODY, {"barcode": "item-botchan"}),
    "/items/send": (EVERYBODY, {"barcode": "item-botchan"}),
    "/items/found": (EVERYBODY, {"barcode": "item-botchan"}),
    "/hold-shelf": (EVERYBODY, {"scanned": "item-botchan"}),
    "/expired": (EVERYBODY, {"barcode": "item-botchan"}),
    "/fetch": (EVERYBODY, {"barcode": "item-botchan"}),
    "/missing": (EVERYBODY, {"barcode": "item-botchan"}),
    "/calls/a/answer": (EVERYBODY, {}),
    "/calls/a/done": (EVERYBODY, {}),
    "/own-password": (EVERYBODY, {"old": "wrong", "new": "wrong"}),
    "/own-password/elsewhere": (EVERYBODY, {"password": "wrong"}),
    "/lend/card": (PATRONS, {"card": "00000001"}),
    "/lend/item": (PATRONS, {"patron": HANAKO, "barcode": "item-botchan"}),
    "/patron": (PATRONS, {"card": "00000001", "purpose": "loan"}),
    "/patron/renew": (PATRONS, {**LOOKED_AT, "loan": "none"}),
    "/patron/cancel": (PATRONS, {**LOOKED_AT, "reservation": "none"}),
    "/patron/sequence": (PATRONS, {**LOOKED_AT, "reservation": "none", "rank": "1"}),
    "/patron/sequence/release": (PATRONS, {**LOOKED_AT, "reservation": "none"}),
    "/patron/sequence/add": (PATRONS, {**LOOKED_AT, "member": "none", "reservation": "none"}),
    "/patron/release": (PATRONS, LOOKED_AT),
    "/patron/my-number/let-go": (PATRONS, LOOKED_AT),
    "/patron/ic-card": (PATRONS, {**LOOKED_AT, "number": "012E4CD8A9B1C203"}),
    "/patron/ic-card/let-go": (PATRONS, LOOKED_AT),
    "/notices/none/open": (PATRONS, {}),
    "/notices/none": (PATRONS, {"outcome": "done"}),
    "/patron/password": (OVERSIGHT, {"patron": HANAKO}),
    "/staff": (
        OVERSIGHT,
        {"number": "1", "name": "x", "role": "counter", "branch": "main", "password": "short"},
    ),
    "/staff/password": (OVERSIGHT, {"number": "7001", "password": "short"}),
    "/staff/let-go": (OVERSIGHT, {"number": "9999"}),
    "/looks": (OVERSIGHT, {"card": "00000001"}),
    "/kiosks/ask": (OVERSIGHT, {"number": "999"}),
    "/kiosks/revoke": (OVERSIGHT, {"number": "999"}),
}
ROLES = pytest.mark.parametrize("role", Role)


@ROLES
def test_a_page_opens_for_its_role_and_those_above(counter: FastAPI, role: Role) -> None:
    browser = at_work(counter, role)
    opened = {page for page in PAGES if browser.open(page).status_code == 200}
    assert opened == {page for page, needed in PAGES.items() if role.includes(needed)}


@ROLES
def test_a_deed_is_done_by_its_role_and_those_above(counter: FastAPI, role: Role) -> None:
    browser = at_work(counter, role)
    for deed, (needed, fields) in DEEDS.items():
        answer = browser.post(deed, **fields)
        assert answer.status_code == (200 if role.includes(needed) else 403), deed
        if not role.includes(needed):
            assert "担当の職員に頼んでください" in browser.text


def test_a_form_that_no_page_of_ours_made_changes_nothing(supervisor: CounterBrowser) -> None:
    for deed, (_, fields) in DEEDS.items():
        assert supervisor.post_bare(deed, **fields).status_code == 403, deed
        assert "何も変更されていません" in supervisor.text
        assert supervisor.post_bare(deed, form_token="0" * 64, **fields).status_code == 403, deed


def test_the_form_of_another_session_changes_nothing(
    supervisor: CounterBrowser, librarian: CounterBrowser
) -> None:
    theirs = librarian.form_token
    answer = supervisor.post_bare("/items/return", form_token=theirs, barcode="item-botchan")
    assert answer.status_code == 403


def test_signing_in_needs_a_form_of_ours_too(browser: CounterBrowser) -> None:
    assert browser.post_bare("/sign-in", number="7001", password="x").status_code == 403


def test_the_tables_name_every_address_that_there_is() -> None:
    """What is new belongs to a role, and is tried with it."""
    of_all = {"/sign-in", "/sign-out", "/language"}
    known = {_pattern(path) for path in (*PAGES, *DEEDS)} | of_all
    addresses = {route.path for routes in ROUTES for route in routes.routes}  # type: ignore[attr-defined]
    assert {_pattern(path) for path in addresses} == known


def test_nobody_is_shown_a_page_that_is_not_theirs(shelver: CounterBrowser) -> None:
    shelver.open("/")
    assert shelver.page is not None
    for page, needed in PAGES.items():
        assert (f'href="{page}"' in shelver.page.text) == (needed is EVERYBODY)


def test_a_page_comes_from_here_and_is_kept_by_nobody(browser: CounterBrowser) -> None:
    for path in ("/sign-in", "/counter.css", "/counter.js", "/nothing"):
        headers = browser.open(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'; script-src 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_has_a_script_or_a_style_written_into_it(supervisor: CounterBrowser) -> None:
    for page in PAGES:
        text = supervisor.open(page).text
        assert "<script>" not in text
        assert "style=" not in text
        assert " onclick" not in text


def test_the_cookie_is_read_by_no_script_and_sent_by_no_other_site(
    browser: CounterBrowser,
) -> None:
    cookie = browser.open("/sign-in").headers["Set-Cookie"]
    assert cookie.startswith(COOKIE)
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def _pattern(path: str) -> str:
    """/calls/a/answer and /calls/{call}/answer are one."""
    parts = path.split("/")
    has_name = len(parts) > 2 and parts[1] in {"calls", "notices", "items"}
    return "/".join([*parts[:2], "*", *parts[3:]]) if has_name else path

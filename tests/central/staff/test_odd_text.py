"""What no database keeps as text is refused at the counter too."""

import pytest

from tests.central.staff.browser import CounterBrowser


def test_a_form_with_a_nul_is_refused(browser: CounterBrowser) -> None:
    browser.open("/sign-in")
    assert browser.sign_in("70\x0001", "tana-kara-tana").status_code == 422


@pytest.mark.parametrize("path", ["/patrons/a%00b", "/items?barcode=%00"])
def test_an_address_with_a_nul_breaks_nothing(librarian: CounterBrowser, path: str) -> None:
    assert librarian.open(path).status_code in {404, 405, 422}

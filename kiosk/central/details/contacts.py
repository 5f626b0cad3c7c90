"""Addresses and numbers as patrons type them, made into what can be used."""

import unicodedata

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from kiosk.domain.details import ContactKind
from kiosk.domain.errors import ContactNotUnderstood

_COUNTRY = "JP"  # whose numbers are written without a country's code
_LONGEST = 254  # characters of an address, RFC 5321


def email_address(typed: str) -> str:
    """An address as it is written to: half-width, its domain in small letters.

    Whether anybody is there is not asked: the code that is sent shows it.

    Raises:
        ContactNotUnderstood.
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    try:
        found = validate_email(
            plain[: _LONGEST + 1], check_deliverability=False, allow_smtputf8=False
        )
    except EmailNotValidError as error:
        raise ContactNotUnderstood(ContactKind.EMAIL) from error
    return found.normalized


def number(kind: ContactKind, typed: str) -> str:
    """A telephone or FAX number, divided as it is read: 090-1234-5678.

    Raises:
        ContactNotUnderstood: no number can be so long, so short, or hold such signs.
    """
    plain = unicodedata.normalize("NFKC", typed).strip()
    try:
        found = phonenumbers.parse(plain, _COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise ContactNotUnderstood(kind) from error
    if not phonenumbers.is_valid_number(found) or found.extension:
        raise ContactNotUnderstood(kind)
    is_home = found.country_code == phonenumbers.country_code_for_region(_COUNTRY)
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(found, form.NATIONAL if is_home else form.INTERNATIONAL)

"""Asks a platform operator over HTTPS whether a certificate is good: the only file with httpx here.

What crosses the line is written down in docs/my-number.md.
"""

import logging
import ssl
import time
from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Self

import httpx
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, ObjectIdentifier
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.central.certificates.looking import days_left
from kiosk.central.my_number.authority import NO_ANSWER, Standing, Verdict
from kiosk.central.my_number.local_trust import USER_POLICY, is_valid
from kiosk.central.my_number.profile import is_for_users
from kiosk.central.my_number.settings import PlatformSettings
from kiosk.central.secret_file import UnfitFile, owners_only
from kiosk.domain.errors import LibraryError, SettingWrong

log = logging.getLogger(__name__)

_MOST_AT_ONCE = 8  # calls; who comes then waits, no longer than for an answer
_LARGEST = 64 * 1024  # bytes of an answer
_Serial = Annotated[str, Field(pattern="^[0-9a-f]{1,40}$")]


class _Answer(BaseModel):
    """200 of the platform; members that we do not know are skipped."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    standing: Standing
    holder: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    earlier_serials: Annotated[tuple[_Serial, ...], Field(max_length=50)] = ()

    def to_verdict(self) -> Verdict:
        return Verdict(self.standing, self.holder, self.earlier_serials)


class Platform:
    """One kept-alive client for all threads. Whatever goes wrong is no answer, and nothing good."""

    def __init__(
        self,
        settings: PlatformSettings,
        trust: ssl.SSLContext,
        api_key: str | None = None,
        policy: ObjectIdentifier = USER_POLICY,
    ) -> None:
        assert settings.url is not None, "whoever is asked has an address"
        self._settings, self._policy = settings, policy
        headers = {"Accept": "application/json"}
        if api_key is not None:
            headers["Authorization"] = f"Bearer {api_key}"
        self._client = httpx.Client(
            verify=trust,
            headers=headers,
            timeout=settings.answer_s,
            limits=httpx.Limits(max_connections=_MOST_AT_ONCE),
            trust_env=False,
        )

    @classmethod
    def of(cls, settings: PlatformSettings, policy: ObjectIdentifier = USER_POLICY) -> Self:
        """Raises SettingWrong: no address, or a file that cannot be used."""
        if settings.url is None:
            raise _wrong("url", "an address like https://…", "nothing")
        return cls(settings, _trust(settings), _api_key(settings), policy)

    def verdict(self, certificate: Certificate, at: datetime) -> Verdict:
        """What can be seen to be wrong here is not asked: each question may cost."""
        if not is_for_users(certificate, self._policy) or not is_valid(certificate, at):
            return Verdict(Standing.UNKNOWN)
        try:
            return self._ask(certificate)
        except (httpx.HTTPError, httpx.StreamError, ValidationError, ValueError) as error:
            told = {"error": type(error).__name__}  # its text may hold what was sent
            log.warning("the platform gave no answer", extra={"told": told})
        return NO_ANSWER

    def days_left(self, at: datetime) -> Mapping[str, int]:
        """Of our own certificate towards the platform."""
        ours = self._settings.certificate
        try:
            return {ours.name: days_left((ours,), at)[ours]} if ours is not None else {}
        except LibraryError:
            return {}

    def close(self) -> None:
        self._client.close()

    def _ask(self, certificate: Certificate) -> Verdict:
        sent = b64encode(certificate.public_bytes(Encoding.DER)).decode("ascii")
        url, content = str(self._settings.url), b""
        until = time.monotonic() + self._settings.answer_s
        with self._client.stream("POST", url, json={"certificate": sent}) as answer:
            if answer.status_code != HTTPStatus.OK:
                told = {"status": answer.status_code}
                log.warning("the platform refused", extra={"told": told})
                return NO_ANSWER
            for piece in answer.iter_bytes():
                content += piece
                if len(content) > _LARGEST or time.monotonic() > until:
                    raise ValueError("too much, or too late")
        return _Answer.model_validate_json(content).to_verdict()


def _trust(settings: PlatformSettings) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=settings.authority)
    except (OSError, ValueError) as error:
        raise _wrong("authority", "a file with certificates in PEM", "something else") from error
    if settings.certificate is not None:
        try:
            context.load_cert_chain(settings.certificate, settings.key)
        except (OSError, ValueError) as error:
            allowed = "a certificate in PEM with the key that belongs to it"
            raise _wrong("certificate", allowed, "something else") from error
    return context


def _api_key(settings: PlatformSettings) -> str | None:
    if settings.api_key_file is None:
        return None
    try:
        return owners_only(settings.api_key_file)
    except UnfitFile as unfit:
        raise _wrong("api_key_file", unfit.allowed, unfit.found) from unfit


def _wrong(key: str, allowed: str, found: str) -> SettingWrong:
    return SettingWrong("settings", f"my_number.platform.{key}", None, allowed, found)

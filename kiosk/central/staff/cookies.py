"""The counter's cookies: given over TLS they travel over TLS only; no other host plants them."""

from fastapi import Request, Response

# Browsers keep such a name only for this very host, with Secure, for all paths: not without TLS.
_THIS_HOST_ONLY = "__Host-"


def read(request: Request, name: str) -> str:
    """Empty where the browser has none."""
    return request.cookies.get(_as_kept(request, name), "")


def keep(request: Request, answer: Response, name: str, value: str) -> None:
    """Until the browser is closed; no script reads it, and no other site sends it along."""
    answer.set_cookie(
        _as_kept(request, name), value, httponly=True, samesite="strict", secure=_is_tls(request)
    )


def forget(request: Request, answer: Response, name: str) -> None:
    answer.delete_cookie(
        _as_kept(request, name), httponly=True, samesite="strict", secure=_is_tls(request)
    )


def _as_kept(request: Request, name: str) -> str:
    return f"{_THIS_HOST_ONLY}{name}" if _is_tls(request) else name


def _is_tls(request: Request) -> bool:
    return request.url.scheme == "https"

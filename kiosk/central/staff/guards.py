"""What guards the browser on every page, and the apology where nobody foresaw what happened."""

# Nothing from elsewhere, nothing written into the page; and no page of ours in another's frame.
GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}
SORRY = "We are sorry. This did not work. / 申しわけありません。うまくいきませんでした。"

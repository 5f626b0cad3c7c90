"""How one call leads to the next: what the document tells whoever writes or tries a client."""

from typing import Any

Operations = dict[tuple[str, str], dict[str, Any]]  # by method and path

_ID = "$response.body#/id"
# method, path, status → name, method, path, what of the answer goes where
_FOLLOWS: tuple[tuple[tuple[str, str, str], tuple[str, str, str], dict[str, Any]], ...] = (
    (
        ("get", "/records", "200"),
        ("Options", "get", "/titles/{title}/options"),
        {"parameters": {"title": "$response.body#/changes/0/title"}},
    ),
    (
        ("get", "/records", "200"),
        ("Waiting", "get", "/titles/{title}/waiting"),
        {"parameters": {"title": "$response.body#/changes/0/title"}},
    ),
    (
        ("get", "/titles/{title}/options", "200"),
        ("Reserve", "put", "/reservations/{reservation}"),
        {"requestBody": {"permit": "$response.body#/permit"}},
    ),
    (
        ("put", "/reservations/{reservation}", "201"),
        ("Cancel", "delete", "/reservations/{reservation}"),
        {"parameters": {"reservation": _ID}},
    ),
    (
        ("put", "/reservations/{reservation}", "201"),
        ("Choices", "get", "/reservations/{reservation}/choices"),
        {"parameters": {"reservation": _ID}},
    ),
    (
        ("put", "/reservations/{reservation}", "201"),
        ("Change", "put", "/reservations/{reservation}/choices"),
        {"parameters": {"reservation": _ID}},
    ),
    (
        ("delete", "/reservations/{reservation}", "204"),
        ("Restore", "put", "/reservations/{reservation}/restoration"),
        {"parameters": {"reservation": "$request.path.reservation"}},
    ),
    (
        ("get", "/reservations", "200"),
        ("Cancel", "delete", "/reservations/{reservation}"),
        {"parameters": {"reservation": "$response.body#/reservations/0/id"}},
    ),
    (
        ("get", "/loans", "200"),
        ("Renew", "put", "/loans/{loan}/renewal"),
        {"parameters": {"loan": "$response.body#/loans/0/id"}},
    ),
    (
        ("post", "/password-resets", "204"),
        ("Reset", "put", "/password-resets"),
        {"requestBody": {"card": "$request.body#/card"}},
    ),
    (
        ("put", "/calls/{call}", "200"),
        ("State", "get", "/calls/{call}"),
        {"parameters": {"call": "$request.path.call"}},
    ),
    (
        ("put", "/calls/{call}", "200"),
        ("TakeBack", "delete", "/calls/{call}"),
        {"parameters": {"call": "$request.path.call"}},
    ),
)


def say_what_follows(document: dict[str, Any]) -> None:
    """Write the links into an OpenAPI document."""
    operations: Operations = {
        (method, path): operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
    for (method, path, status), (name, to_method, to_path), passes in _FOLLOWS:
        answer = operations[method, path]["responses"][status]
        follower = operations[to_method, to_path]["operationId"]
        answer.setdefault("links", {})[name] = {"operationId": follower, **passes}

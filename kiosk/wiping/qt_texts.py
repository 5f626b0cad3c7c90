"""Every text that Qt holds for this process: properties of its objects, and the clipboard."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

_TEXTS = frozenset({"QString", "QStringList", "QByteArray", "QByteArrayList", "QUrl", "QVariant"})


def qt_texts() -> Iterator[tuple[str, str | bytes]]:
    """What a screen reader, or a bug, could get at, each with the type of who holds it."""
    for one in qt_objects():
        yield from ((type(one).__name__, text) for text in _properties(one))
    yield from (("clipboard", text) for text in _clipboard())


def qt_objects() -> Iterable[QObject]:
    """All that can be reached from the application, its windows and widgets; each once."""
    application = QCoreApplication.instance()
    assert application is not None, "texts of Qt are looked for in a running application"
    roots: list[QObject] = [application, *QGuiApplication.topLevelWindows()]
    roots += QApplication.allWidgets()
    found = {id(one): one for root in roots for one in (root, *root.findChildren(QObject))}
    return found.values()


def _properties(one: QObject) -> Iterator[str | bytes]:
    meta = one.metaObject()
    for number in range(meta.propertyCount()):
        found = meta.property(number)
        if found.isReadable() and str(found.typeName()) in _TEXTS:
            yield from _texts_of(found.read(one))
    for name in one.dynamicPropertyNames():
        with suppress(RuntimeError):  # of a type that only C++ knows
            yield from _texts_of(one.property(bytes(name.data()).decode()))


def _texts_of(said: object) -> Iterator[str | bytes]:
    match said:
        case str() | bytes():
            yield said
        case list() | tuple():
            for part in said:
                yield from _texts_of(part)
        case QUrl():
            yield said.toString()
        case QByteArray():
            yield bytes(said.data())


def _clipboard() -> Iterator[str | bytes]:
    clipboard = QGuiApplication.clipboard()
    for mode in QClipboard.Mode:
        content = clipboard.mimeData(mode)
        if content is not None:
            yield content.text()
            for kind in content.formats():
                yield bytes(content.data(kind).data())

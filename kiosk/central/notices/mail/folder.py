"""Lays e-mails into a folder instead of sending them, for demonstrations."""

from email.message import EmailMessage
from pathlib import Path

from kiosk.central.notices.handed import Handed, accepted, later
from kiosk.central.notices.mail.post import Post

_OWNER_ONLY = 0o700


class FolderPost(Post):
    """A file an e-mail, named after its id; any mail program opens it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: EmailMessage) -> Handed:
        name = message["Message-ID"].strip("<>").partition("@")[0]
        try:
            self._folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            (self._folder / f"{name}.eml").write_bytes(message.as_bytes())
        except OSError:
            return later("folder_not_writable")
        return accepted("laid_in_folder")

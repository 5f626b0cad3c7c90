"""A desk without a mail server finds its e-mails in a folder."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from kiosk.central.notices.handed import accepted, later
from kiosk.central.notices.mail.folder import FolderPost


def test_an_e_mail_lies_in_the_folder_once_however_often_it_is_sent(
    tmp_path: Path, message: EmailMessage
) -> None:
    post = FolderPost(tmp_path / "mail")
    assert [post.send(message), post.send(message)] == [accepted("laid_in_folder")] * 2
    [file] = (tmp_path / "mail").iterdir()
    assert file.name == "notice-1.eml"
    read = message_from_bytes(file.read_bytes(), policy=default)
    assert read["Subject"] == message["Subject"]


def test_only_the_owner_may_look_into_it(tmp_path: Path, message: EmailMessage) -> None:
    FolderPost(tmp_path / "mail").send(message)
    assert (tmp_path / "mail").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_written_may_be_tried_later(
    tmp_path: Path, message: EmailMessage
) -> None:
    (tmp_path / "mail").write_text("no folder", encoding="utf-8")
    assert FolderPost(tmp_path / "mail").send(message) == later("folder_not_writable")

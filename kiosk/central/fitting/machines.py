"""Which makes deliver the notices, as the settings want it."""

from kiosk.central.notices.calling.baresip import BaresipCaller
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.mail.folder import FolderPost
from kiosk.central.notices.mail.post import Post
from kiosk.central.notices.mail.settings import MailSettings
from kiosk.central.notices.mail.smtp import SmtpPost
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong


def machines_of(settings: CentralSettings) -> Machines:
    """Raises SettingWrong: the authority of the mail server cannot be read."""
    return Machines(
        post=_post(settings.mail),
        fax_domain=settings.fax_gateway or "",
        caller=None if settings.calls.account is None else BaresipCaller(settings.calls),
        words_folder=settings.words_folder,
    )


def _post(settings: MailSettings) -> Post | None:
    if settings.server is not None:
        try:
            return SmtpPost(settings)
        except OSError as error:
            file = str(settings.authority_file)
            raise SettingWrong(file, "mail.authority_file", None, "a file in PEM") from error
    return None if settings.folder is None else FolderPost(settings.folder)

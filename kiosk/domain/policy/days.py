"""Numbers of days, as far as a policy may set them."""

from typing import Annotated

from kiosk.domain.bounds import Between

Days = Annotated[int, Between(0, 365)]

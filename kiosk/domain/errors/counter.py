"""What goes wrong between staff and their pages."""

from kiosk.domain.errors.library_error import LibraryError


class StaffSignInWrong(LibraryError):
    """The staff number or the password is different; which of the two is not said."""


class StaffSessionEnded(LibraryError):
    """Nobody is signed in at this browser (any more)."""


class NotYourRole(LibraryError):
    """Another role does this."""


class FormTooOld(LibraryError):
    """The form does not bear the token of this session: it is old, or of another page."""


class StaffNumberTaken(LibraryError):
    """Another member of the staff has or had this number."""


class StaffUnknown(LibraryError):
    """Nobody of the staff has this number."""


class StaffPasswordNotAllowed(LibraryError):
    """It is too short, or the same as the number."""


class LastSupervisor(LibraryError):
    """Without this one, nobody could let anybody in."""


class ProofMissing(LibraryError):
    """Nobody has seen the patron's proof of identity."""


class BranchUnknown(LibraryError):
    """The library has no such branch."""

"""Why a program does not start."""

from dataclasses import dataclass

from kiosk.domain.errors.library_error import LibraryError


@dataclass(unsafe_hash=True)
class FolderInUse(LibraryError):
    """Another kiosk runs on the same data folder."""

    folder: str

    def __str__(self) -> str:
        return f"another kiosk is running on {self.folder}: stop it, or set another data_folder"


@dataclass(unsafe_hash=True)
class AddressInUse(LibraryError):
    """Another program listens where the service should."""

    address: str

    def __str__(self) -> str:
        return f"{self.address}: another program listens there already"


@dataclass(unsafe_hash=True)
class DataFolderHeld(LibraryError):
    """Another service works with the same data."""

    folder: str

    def __str__(self) -> str:
        return f"{self.folder}: another service holds this data folder"


@dataclass(unsafe_hash=True)
class SettingWrong(LibraryError):
    """A settings or policy file that cannot be used: says where and what is allowed."""

    file: str
    key: str
    line: int | None
    allowed: str
    found: str = ""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        found = f" (found: {self.found})" if self.found else ""
        return f"{place}: {self.key}: allowed is {self.allowed}{found}"

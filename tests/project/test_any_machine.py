"""Nothing in the project knows the machine on which it was written."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.project.files import ROOT, own_texts

SOMEBODYS_HOME = re.compile(r"/(?:home/(?!library\b)|Users/|root/)\w")  # the library is invented
PACKAGE_HOST = re.compile(r"py(?:pi|thonhosted)\.org|debian\.org/debian|registry\.npm")
WAYS_TO_PACKAGES = ("index-url", "find-links", "trusted-host", "proxy")
INSTALLING = ("Makefile", "constraints.txt", "pyproject.toml", "tools/setup.sh", ".ci/run")
COMMON_FOLDERS = {Path("/"), Path("/root"), Path("/home"), Path("/tmp"), Path("/srv")}  # noqa: S108


def test_no_file_names_the_folder_in_which_this_copy_lies() -> None:
    folders = {ROOT, ROOT.parent, Path.home()} - COMMON_FOLDERS
    assert files_with(*(f"{folder}/" for folder in folders)) == {}


def test_no_file_names_a_folder_in_somebodys_home() -> None:
    found = {file for file, text in own_texts().items() if SOMEBODYS_HOME.search(text)}
    assert found == set()


def test_no_file_names_where_this_machine_gets_its_packages() -> None:
    assert files_with(*ways_to_packages()) == {}


def test_no_file_names_a_registry() -> None:
    found = {file for file, text in own_texts().items() if PACKAGE_HOST.search(text)}
    assert found == set()


def test_the_set_up_takes_packages_from_wherever_the_machine_does() -> None:
    # HAProxy is what stands before databases, no way to packages.
    texts = {path: text.replace("haproxy", "") for path, text in own_texts().items()}
    named = {
        file: [way for way in (*WAYS_TO_PACKAGES, "://") if way in texts[Path(file)]]
        for file in INSTALLING
    }
    assert named == {file: [] for file in INSTALLING}


def files_with(*words: str) -> dict[Path, list[str]]:
    found = {path: [word for word in words if word in text] for path, text in own_texts().items()}
    return {path: words for path, words in found.items() if words}


def ways_to_packages() -> list[str]:
    """Hosts and folders in pip's configuration and environment."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    lines = [*listed.splitlines(), *(f"{name}={value}" for name, value in os.environ.items())]
    told = [line for line in lines if re.match(r"[\w:.]*(?i:pip|global|install)", line)]
    values = [
        value.strip("'\"").removeprefix("file://")
        for line in told
        if any(way in line.lower().replace("_", "-") for way in WAYS_TO_PACKAGES)
        for value in line.partition("=")[2].split()
    ]
    return [re.sub(r"^\w+://(?:[^/@]*@)?", "", value) for value in values if value]

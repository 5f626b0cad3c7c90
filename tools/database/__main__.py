"""`python -m tools.database cluster.toml folder`: every machine's files, each in a folder."""

import argparse
import sys
from pathlib import Path

from tools.database.certificates import Certified, certified, known_authority, new_authority
from tools.database.cluster import Cluster
from tools.database.filling import OF_A_SERVICE, Folders, node_files, service_file

SERVICE = "service"
_OWNER_ONLY = 0o600
_FOLDER = 0o700
_DEBIANS = Folders()


def main() -> int:
    asked = _asked()
    try:
        cluster = Cluster.read(asked.cluster)
        authority = known_authority(asked.authority) if asked.authority else new_authority()
    except (OSError, ValueError, TypeError) as error:
        print(error, file=sys.stderr)
        return 1
    if asked.folder.exists():
        print(f"{asked.folder}: it is there already; name a new folder", file=sys.stderr)
        return 1
    write(cluster, asked.folder, authority=authority)
    return 0


def write(
    cluster: Cluster,
    folder: Path,
    folders: Folders = _DEBIANS,
    authority: Certified | None = None,
) -> None:
    """One folder a machine; the CA's own key in a folder that no machine needs."""
    authority = authority or new_authority()
    _keep(folder / "authority" / "ca.key", authority.key_pem)
    _keep(folder / "authority" / "ca.crt", authority.certificate_pem)
    for node in cluster.nodes:
        place = folder / node.name
        for name, text in node_files(cluster, node, folders).items():
            _keep(place / name, text.encode())
        _keep_certificate(place, authority, certified(authority, node.name, node.address))
    service = certified(authority, SERVICE, "127.0.0.1")
    place = folder / SERVICE
    _keep(place / OF_A_SERVICE, service_file(cluster, folders).encode())
    _keep(place / "service.pem", service.certificate_pem + service.key_pem)
    _keep(place / "ca.crt", authority.certificate_pem)


def _keep_certificate(place: Path, authority: Certified, node: Certified) -> None:
    _keep(place / "ca.crt", authority.certificate_pem)
    _keep(place / "node.crt", node.certificate_pem)
    _keep(place / "node.key", node.key_pem)


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
    path.touch(mode=_OWNER_ONLY)
    path.write_bytes(content)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.database")
    parser.add_argument("cluster", type=Path, help="like packaging/database/cluster.toml")
    parser.add_argument("folder", type=Path, help="a new folder for what is written")
    parser.add_argument("--authority", type=Path, help="that of an earlier time: its folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

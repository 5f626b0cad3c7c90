"""The files of the database machines, as they are filled for one library."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from tools.database.__main__ import write
from tools.database.certificates import (
    DATABASE_NAME,
    certified,
    known_authority,
    new_authority,
)
from tools.database.cluster import Cluster, Node
from tools.database.filling import TEMPLATES, Folders, node_files, service_file

CLUSTER = Cluster.read(TEMPLATES / "cluster.toml")
ONE = CLUSTER.nodes[0]


def filled(name: str, node: Node = ONE) -> Any:
    return yaml.safe_load(node_files(CLUSTER, node, Folders())[name])


def test_nothing_is_acknowledged_that_only_one_machine_has() -> None:
    agreed = filled("patroni.yml")["bootstrap"]["dcs"]
    assert agreed["synchronous_mode"] is True
    assert agreed["synchronous_mode_strict"] is True
    assert agreed["synchronous_node_count"] == 1


def test_a_leader_has_time_to_ask_twice_before_it_is_missed() -> None:
    agreed = filled("patroni.yml")["bootstrap"]["dcs"]
    assert agreed["loop_wait"] + 2 * agreed["retry_timeout"] <= agreed["ttl"]


def test_the_leaders_key_is_taken_only_from_nobody_or_from_oneself() -> None:
    """By etcd's older protocol; the newer one of Patroni 3.0.2 overwrites whoever holds it."""
    patroni, etcd = filled("patroni.yml"), filled("etcd.yml")
    assert "etcd" in patroni
    assert "etcd3" not in patroni
    assert etcd["enable-v2"] is True


def test_what_is_kept_is_checked_by_sums() -> None:
    assert "data-checksums" in filled("patroni.yml")["bootstrap"]["initdb"]


def test_every_connection_from_elsewhere_is_over_tls_and_with_a_password() -> None:
    rules = [rule.split() for rule in filled("patroni.yml")["postgresql"]["pg_hba"]]
    from_elsewhere = [rule for rule in rules if rule[0] != "local"]
    assert {rule[0] for rule in from_elsewhere} == {"hostssl"}
    assert {rule[-1] for rule in from_elsewhere} == {"scram-sha-256"}


def test_the_superuser_is_let_in_on_the_machine_itself_only() -> None:
    rules = [rule.split() for rule in filled("patroni.yml")["postgresql"]["pg_hba"]]
    assert [rule for rule in rules if rule[2] == "postgres"] == [
        ["local", "all", "postgres", "peer"]
    ]


def test_the_file_names_roles_and_no_passwords() -> None:
    roles = filled("patroni.yml")["postgresql"]["authentication"]
    assert set(roles) == {"superuser", "replication", "rewind"}
    assert [role for role in roles.values() if "password" in role] == []


@pytest.mark.parametrize("part", ["client-transport-security", "peer-transport-security"])
def test_etcd_answers_nobody_without_a_certificate(part: str) -> None:
    etcd = filled("etcd.yml")
    assert etcd[part]["client-cert-auth"] is True
    addresses = [value for key, value in etcd.items() if key.endswith("-urls")]
    assert all(address.startswith("https://") for address in addresses)


def test_patroni_answers_nobody_without_a_certificate_and_obeys_the_nodes_only() -> None:
    asked = filled("patroni.yml")["restapi"]
    assert asked["verify_client"] == "required"
    assert asked["allowlist"] == [node.address for node in CLUSTER.nodes]


def test_nothing_of_a_patron_comes_into_the_log() -> None:
    said = filled("patroni.yml")["postgresql"]["parameters"]
    assert said["log_statement"] == "none"
    assert said["log_error_verbosity"] == "terse"  # no row of the one that was there before
    assert said["log_min_error_statement"] == "panic"
    assert said["log_parameter_max_length_on_error"] == 0


@pytest.mark.parametrize("node", CLUSTER.nodes, ids=lambda node: node.name)
def test_each_machine_bears_its_own_name_and_knows_the_others(node: Node) -> None:
    patroni, etcd = filled("patroni.yml", node), filled("etcd.yml", node)
    assert patroni["name"] == etcd["name"] == node.name
    assert patroni["postgresql"]["listen"] == f"{node.address}:5432"
    for other in CLUSTER.nodes:
        assert f"{other.name}=https://{other.address}:2380" in etcd["initial-cluster"]


def test_a_certificate_serves_and_asks_under_the_name_that_services_look_for() -> None:
    certificate = certified(new_authority(), ONE.name, ONE.address).certificate
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert DATABASE_NAME in names.get_values_for_type(x509.DNSName)
    assert ONE.address in map(str, names.get_values_for_type(x509.IPAddress))
    assert set(usage) == {ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH}


def test_keys_are_read_by_their_owner_only(tmp_path: Path) -> None:
    write(CLUSTER, tmp_path / "files")
    keys = [*tmp_path.rglob("*.key"), *tmp_path.rglob("*.pem")]
    assert len(keys) == len(CLUSTER.nodes) + len(["authority", "service"])
    assert {key.stat().st_mode & 0o777 for key in keys} == {0o600}


def test_a_machine_that_comes_later_is_certified_by_the_same_authority(tmp_path: Path) -> None:
    write(CLUSTER, tmp_path / "first")
    authority = known_authority(tmp_path / "first" / "authority")
    write(CLUSTER, tmp_path / "later", authority=authority)
    later = x509.load_pem_x509_certificate((tmp_path / "later" / "db1" / "node.crt").read_bytes())
    later.verify_directly_issued_by(authority.certificate)


@pytest.mark.parametrize(
    "said",
    [
        'services = "10.0.0.0/24"\n[nodes]\ndb1 = "10.0.1.1"\ndb2 = "10.0.1.2"',
        'services = "10.0.0.0/24"\n[nodes]\na = "10.0.1.1"\nb = "10.0.1.1"\nc = "10.0.1.3"',
        'services = "anywhere"\n[nodes]\na = "10.0.1.1"\nb = "10.0.1.2"\nc = "10.0.1.3"',
        'services = "10.0.0.0/24"\n[nodes]\nA = "10.0.1.1"\nb = "10.0.1.2"\nc = "10.0.1.3"',
    ],
    ids=["two machines", "one address twice", "no network", "a name in capitals"],
)
def test_a_file_that_names_no_three_machines_is_refused(said: str, tmp_path: Path) -> None:
    file = tmp_path / "cluster.toml"
    file.write_text(said)
    with pytest.raises(ValueError, match=r".+"):
        Cluster.read(file)


@pytest.mark.skipif(shutil.which("haproxy") is None, reason="make trial-failover installs HAProxy")
def test_haproxy_finds_nothing_wrong_in_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    write(CLUSTER, folder)
    file = folder / "service" / "haproxy.cfg"
    file.write_text(service_file(CLUSTER, Folders(settings=str(folder / "service"))))
    checked = subprocess.run(
        ["haproxy", "-c", "-f", str(file)], check=False, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stderr
    assert "[WARNING]" not in checked.stderr

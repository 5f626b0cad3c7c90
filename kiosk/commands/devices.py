"""The commands `kiosk devices …`: the devices alone, without a panel."""

import logging

import typer

from kiosk.commands.central import SettingsFile
from kiosk.commands.telling import told_plainly
from kiosk.settings import read_settings

devices = typer.Typer(help="The devices alone, without a panel.", no_args_is_help=True)


@devices.command()
@told_plainly
def watch(settings: SettingsFile = None) -> None:
    """Print what the devices say, each event as a line of JSON, until Ctrl-C."""
    from kiosk.commands.devices_watch import watch_devices  # noqa: PLC0415 - quick help

    logging.basicConfig(level=logging.ERROR, format="kiosk: %(message)s")
    raise typer.Exit(watch_devices(read_settings(settings)))


@devices.callback()
def _group() -> None:
    """Keep `watch` a command of its own while it is the only one."""

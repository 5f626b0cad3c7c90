"""All tables of the database, whichever part of the service they belong to."""

import pkgutil
from importlib import import_module

from sqlalchemy import MetaData

from kiosk.central import tables
from kiosk.central.tables.row import Row


def all_tables() -> MetaData:
    """The tables of every module in this folder, for migrations and their test."""
    for module in pkgutil.iter_modules(tables.__path__):
        import_module(f"{tables.__name__}.{module.name}")
    return Row.metadata

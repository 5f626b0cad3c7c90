"""What every row of the database has in common."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, NewType

from sqlalchemy import DateTime, Dialect, Enum, MetaData, event
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass, TypeResolve
from sqlalchemy.types import TypeDecorator, TypeEngine

# Every constraint has a name, so that a migration can take it away again.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: takes aware times only, gives them back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert value.tzinfo is not None, "an instant without a time zone is no instant"
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """A typed row; an enumeration is kept as the text of its value."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        StrEnum: Enum(
            StrEnum, native_enum=False, length=32, values_callable=_values, validate_strings=True
        ),
    }


@event.listens_for(Row, "resolve_type_annotation")
def _resolve(asked: TypeResolve) -> TypeEngine[Any] | None:
    """An id is kept as what it is made of: PatronId as str."""
    kind = asked.resolved_type
    return asked.resolve(kind.__supertype__) if isinstance(kind, NewType) else None

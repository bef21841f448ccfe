"""What stands on the screen, as a screen reader sees it: AT-SPI 2 over D-Bus, from another process.

It only looks. Names, roles and places come from the accessibility tree of the running app (the
interfaces org.a11y.atspi.Accessible and Component of at-spi2-core), so that a walk through
the window needs nothing inside of the app.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ANSWER_S = 60.0
"""How long the app may be busy before it tells what it shows."""
_ROOT = "/org/a11y/atspi/accessible/root"
_INTERFACE = "org.a11y.atspi.{}"
_ENABLED, _SENSITIVE, _SHOWING = 8, 24, 25
"""Bits of AtspiStateType."""
_SCREEN = 0
"""AtspiCoordType: places from the corner of the screen."""
_CELL_LIMIT = 400
"""Children of one part that are looked at: a table may have a million."""


class Gone(Exception):
    """The part was closed, or its app has ended, while it was looked at."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the screen in its pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """Where a person would click."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that the app shows now."""

    bus_name: str
    path: str
    role: str
    name: str
    states: int

    def has(self, state: int) -> bool:
        """Whether a bit of AtspiStateType is set."""
        return bool(self.states >> state & 1)

    @property
    def is_showing(self) -> bool:
        return self.has(_SHOWING)

    @property
    def is_enabled(self) -> bool:
        """Whether it can be used; labels and cells too are."""
        return self.has(_ENABLED) and self.has(_SENSITIVE)


class ScreenReader:
    """A context manager: the accessibility bus of one session."""

    def __init__(self, session_bus: str) -> None:
        """`session_bus` is the address of the session's bus."""
        with open_dbus_connection(session_bus) as session:
            address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (bus,) = _ask(session, address, "GetAddress")
        self._bus: DBusConnection = open_dbus_connection(bus)

    def __enter__(self) -> ScreenReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.close()

    def parts(self, app: str) -> Iterator[Part]:
        """Everything that shows of the app with this name, from the outside in."""
        registry = "org.a11y.atspi.Registry"
        for bus_name, path in self._children(registry, _ROOT):
            try:
                part = self._part(bus_name, path)
                if app in part.name:
                    yield from self.below(part)
            except Gone:
                continue

    def below(self, part: Part) -> Iterator[Part]:
        """Everything that shows inside of a part, from the outside in."""
        try:
            children = self._children(part.bus_name, part.path)
        except Gone:
            return
        for bus_name, path in children:
            try:
                child = self._part(bus_name, path)
            except Gone:
                continue
            if child.is_showing:
                yield child
                yield from self.below(child)

    def box(self, part: Part) -> Box:
        """Where it is now. Raises Gone."""
        (values,) = self._call(part.bus_name, part.path, "Component", "GetExtents", "u", _SCREEN)
        return Box(*values)

    def _children(self, bus_name: str, path: str) -> list[tuple[str, str]]:
        count = self._property(bus_name, path, "ChildCount")
        if count > _CELL_LIMIT:
            return []
        (children,) = self._call(bus_name, path, "Accessible", "GetChildren")
        return [(name, where) for name, where in children if not where.endswith("/null")]

    def _part(self, bus_name: str, path: str) -> Part:
        (role,) = self._call(bus_name, path, "Accessible", "GetRoleName")
        ((low, high),) = self._call(bus_name, path, "Accessible", "GetState")
        name = self._property(bus_name, path, "Name")
        return Part(bus_name, path, str(role), str(name), low | high << 32)

    def _property(self, bus_name: str, path: str, name: str) -> Any:
        address = DBusAddress(path, bus_name, _INTERFACE.format("Accessible"))
        ((_, value),) = self._answer(Properties(address).get(name))
        return value

    def _call(
        self, bus_name: str, path: str, interface: str, method: str, *body: Any
    ) -> tuple[Any, ...]:
        address = DBusAddress(path, bus_name, _INTERFACE.format(interface))
        signature, *values = body or (None,)
        return self._answer(new_method_call(address, method, signature, tuple(values)))

    def _answer(self, message: Any) -> tuple[Any, ...]:
        return _reply(self._bus, message)


def _ask(bus: DBusConnection, address: DBusAddress, method: str) -> tuple[Any, ...]:
    return _reply(bus, new_method_call(address, method))


def _reply(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    answer = bus.send_and_get_reply(message, timeout=ANSWER_S)
    if answer.header.message_type is MessageType.error:
        raise Gone(str(answer.body))
    return tuple(answer.body)

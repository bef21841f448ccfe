"""Numbers, sizes and times as people read them; shared by the window and the headless face."""

from __future__ import annotations

import datetime as dt

from openeo_desktop.core.words import decimal, tr

_UNITS = ("B", "KB", "MB", "GB", "TB", "PB")


def format_size(size: float | None) -> str:
    """Bytes with a unit (decimal, as file managers show): 38 KB, 1.2 GB; empty if unknown."""
    if size is None:
        return ""
    value, unit = float(size), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    digits = 1 if unit >= 2 and value < 99.95 else 0
    return f"{decimal(f'{value:.{digits}f}')} {_UNITS[unit]}"


def format_rate(bytes_per_second: float | None) -> str:
    """A transfer rate; empty if unknown or nothing moves."""
    if not bytes_per_second or bytes_per_second < 1:
        return ""
    return f"{format_size(bytes_per_second)}/s"


def format_clock(duration: dt.timedelta | None) -> str:
    """A duration as h:mm:ss; empty if unknown."""
    if duration is None:
        return ""
    seconds = max(0, int(duration.total_seconds()))
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def format_duration(duration: dt.timedelta | None) -> str:
    """A duration in words: 41 s, 7 min 41 s, 2 h 5 min, 3 d 4 h; empty if unknown."""
    if duration is None:
        return ""
    seconds = max(0, int(duration.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return _two(seconds // 60, "min", seconds % 60, "s")
    if seconds < 86400:
        return _two(seconds // 3600, "h", seconds // 60 % 60, "min")
    return _two(seconds // 86400, "d", seconds // 3600 % 24, "h")


def _two(big: int, big_unit: str, small: int, small_unit: str) -> str:
    tail = f" {small} {small_unit}" if small else ""
    return f"{big} {big_unit}{tail}"


def format_number(value: float | None) -> str:
    """A number without needless digits; empty if unknown."""
    if value is None:
        return ""
    return decimal(f"{value:.2f}".rstrip("0").rstrip("."))


def format_percent(value: float | None) -> str:
    """0..100 as `64 %`; empty if unknown."""
    return "" if value is None else f"{value:.0f} %"


def format_moment(value: dt.datetime | None, now: dt.datetime) -> str:
    """A time as one says it: `2 min ago`, `today 09:12`, `16 Nov, 13:05`, `16 Nov 2024`, local."""
    if value is None:
        return ""
    age = (now - value).total_seconds()
    if -60 < age < 45:
        return tr("just now")
    if 0 < age < 3600:
        return tr("{minutes} min ago").format(minutes=max(1, round(age / 60)))
    local, today = value.astimezone(), now.astimezone()
    if local.date() == today.date():
        return tr("today {time}").format(time=f"{local:%H:%M}")
    if 0 < age < 300 * 86400:
        return f"{format_day(local)}, {local:%H:%M}"
    return f"{format_day(local)} {local:%Y}"


def format_day(day: dt.date) -> str:
    """A day without its year: `16 Nov`."""
    return tr("{day} {month}").format(day=day.day, month=_months()[day.month - 1])


def _months() -> tuple[str, ...]:
    first = (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"))
    return (*first, tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"))


def format_exact(value: dt.datetime | None) -> str:
    """The exact local time with its zone, for tool tips; empty if unknown."""
    return "" if value is None else f"{value.astimezone():%Y-%m-%d %H:%M:%S %Z}"


def visible_text(text: str) -> str:
    """Foreign text with control and direction characters made visible (terminal and log safety).

    Line breaks and tabs stay as they are.
    """
    if text.isprintable():  # nearly always; it excludes all that would be changed
        return text
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    code = ord(char)
    if char in "\n\t" or (32 <= code < 127):
        return char
    if code < 32:
        return chr(0x2400 + code)
    if code == 127 or 0x80 <= code < 0xA0 or code in _DIRECTION:
        return f"\\u{code:04x}"
    return char


_DIRECTION = frozenset((*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))

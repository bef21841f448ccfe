"""Addresses: typed ones made whole, paths joined to the API base, and where the token may go."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from openeo_desktop.core.errors import InputError

WELL_KNOWN = "/.well-known/openeo"
_PORTS = {"http": 80, "https": 443}


def normalise_user_url(typed: str) -> str:
    """A typed address as a URL without trailing slash; `https://` where no scheme is given.

    Raises:
        InputError: It is no http(s) address, or carries a user name or password.
    """
    text = typed.strip()
    if "://" not in text:
        text = f"{'http' if _is_loopback_text(text) else 'https'}://{text}"
    parts = _split(text, typed)
    if parts.scheme not in _PORTS or not _is_host(parts.hostname or ""):
        raise InputError(
            f"«{typed.strip()}» is not an address.",
            "An address looks like https://openeo.example.org.",
        )
    if "@" in parts.netloc:
        raise InputError(
            "The address contains a user name or password.",
            "Give the address alone; the app asks for the password afterwards.",
        )
    path = parts.path.rstrip("/").removesuffix(WELL_KNOWN).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, "", ""))


def _split(text: str, typed: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise InputError(
            f"«{typed}» is not a valid address.", "Check it for a slip of the keyboard."
        ) from None
    return parts


def _is_host(host: str) -> bool:
    """Whether it can be a name or number of a computer; letters of all scripts are allowed.

    Source: RFC 1123, section 2.1, and the underscore that real names have.
    """
    if ":" in host:  # IPv6: `urlsplit` has checked the brackets
        return True
    labels = host.removesuffix(".").split(".")
    return all(
        0 < len(label) <= 63 and label.replace("-", "a").replace("_", "a").isalnum()
        for label in labels
    )


def _is_loopback_text(text: str) -> bool:
    host = urlsplit(f"//{text}").hostname or ""
    return is_loopback(host)


def is_loopback(host: str) -> bool:
    """This very computer: localhost, 127.0.0.0/8, ::1."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def leads_inside(base: str, url: str) -> bool:
    """Whether a server somewhere else sends us to this very computer, or to its cloud's services.

    Programs here that ask nobody for a password would get a request that no person has made.
    Link-local addresses are those of RFC 3927 and RFC 4291; hosts are written in any old way.
    """
    try:
        ours, theirs = urlsplit(base).hostname or "", urlsplit(url).hostname or ""
    except ValueError:
        return True
    return _is_near(theirs) and not _is_near(ours)


def _is_near(host: str) -> bool:
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        try:
            address = ipaddress.ip_address(socket.inet_aton(name))  # 127.1, 0x7f000001
        except (OSError, ValueError):
            return False
    inner = getattr(address, "ipv4_mapped", None) or address
    return bool(inner.is_loopback or inner.is_link_local or inner.is_unspecified)


def is_plain_http(url: str) -> bool:
    """Unencrypted to another computer: a token sent there can be read on the way."""
    parts = urlsplit(url)
    return parts.scheme == "http" and not is_loopback(parts.hostname or "")


def join(base: str, path: str) -> str:
    """`base` + `path`; never drops the path of the base as `urljoin` does."""
    return f"{base.rstrip('/')}/{path.lstrip('/')}"


def resolve(base: str, href: str) -> str:
    """A link of a document made absolute; empty where it is none at all."""
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def segment(raw: str) -> str:
    """One path segment, percent-encoded whole."""
    return quote(raw, safe="-_.~")


def is_under(base: str, url: str) -> bool:
    """Same scheme, host and port, and a path below the API base: the token may go there."""
    try:
        ours, theirs = urlsplit(base), urlsplit(url)
        same = _origin(ours) == _origin(theirs)
    except ValueError:
        return False
    root = ours.path.rstrip("/") + "/"
    path = theirs.path or "/"
    # Also behind an encoded slash: a proxy in front of several services may decode it.
    climbs = ".." in unquote(path).replace("\\", "/").split("/") or "%2e" in path.lower()
    return same and not climbs and (path + "/").startswith(root) and "@" not in theirs.netloc


def _origin(parts: SplitResult) -> tuple[str, str, int]:
    port = parts.port or _PORTS.get(parts.scheme, 0)
    return parts.scheme, (parts.hostname or "").lower(), port


def shown_host(url: str) -> str:
    """Host (and port) for messages; never the path or query, they may hold secrets."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2] or url[:80]
    except ValueError:
        return "the back-end"

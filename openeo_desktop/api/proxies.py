"""The proxies of the environment and of the system (macOS, Windows), asked for each URL.

`requests` finds them as the standard library does; this computer itself is never behind one.
"""

from __future__ import annotations

import urllib.request
from urllib.parse import urlsplit

from openeo_desktop.api.urls import is_loopback


def proxies_for(url: str) -> dict[str, str]:
    """The proxies for this URL, by scheme; none to this computer and where NO_PROXY says so.

    Raises:
        InvalidURL: Of `requests`; it is no URL.
        ProxyError: Of `requests`; the proxy's address is none, or it is a SOCKS proxy, which
            nothing here can use.
    """
    import requests

    try:
        if is_loopback(urlsplit(url).hostname or ""):
            return {}
        proxies = dict(requests.utils.get_environ_proxies(url))
    except ValueError as error:
        raise requests.exceptions.InvalidURL(str(error)) from None
    _check(requests.utils.select_proxy(url, proxies) or "")
    return proxies


def _check(proxy: str) -> None:
    """What `requests` would find only later, and tell as if the server were to blame."""
    import requests
    import urllib3.exceptions
    from urllib3.util import parse_url

    if proxy.lower().startswith("socks"):
        raise requests.exceptions.ProxyError("SOCKS proxies are not supported")
    try:
        whole = proxy if "://" in proxy else f"http://{proxy}"
        valid = not proxy or bool(parse_url(whole).host)
    except urllib3.exceptions.LocationParseError:
        valid = False
    if not valid:
        raise requests.exceptions.ProxyError("its address is none")


def named_proxies() -> dict[str, str]:
    """Which proxies there are, by scheme, as they may be shown: host and port, no password."""
    found = {}
    for scheme in ("https", "http", "all"):
        address = urllib.request.getproxies().get(scheme, "")
        parts = urlsplit(address if "://" in address else f"http://{address}")
        if parts.hostname:
            found[scheme] = parts.netloc.rpartition("@")[2]
    return found

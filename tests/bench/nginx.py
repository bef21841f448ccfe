"""nginx as a plain file server on loopback: a server that none of us wrote."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.support.waiting import wait_until

_CONFIGURATION = """
daemon off; worker_processes 1; pid {place}/nginx.pid; error_log {place}/error.log; {user}
events {{ worker_connections 256; }}
http {{
    access_log off; sendfile on; keepalive_requests 100000;
    client_body_temp_path {place}/t1; proxy_temp_path {place}/t2; fastcgi_temp_path {place}/t3;
    uwsgi_temp_path {place}/t4; scgi_temp_path {place}/t5;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


def is_there() -> bool:
    """Whether nginx is installed (Debian: nginx-light)."""
    return shutil.which("nginx") is not None


@contextlib.contextmanager
def nginx(root: Path, place: Path) -> Iterator[int]:
    """Serve `root` while inside; gives the port."""
    import os

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    place.mkdir(parents=True, exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""
    text = _CONFIGURATION.format(place=place, root=root, port=port, user=user)
    (place / "nginx.conf").write_text(text)
    process = subprocess.Popen(
        ["nginx", "-p", str(place), "-e", str(place / "error.log"), "-c", str(place / "nginx.conf")]
    )
    try:
        wait_until(lambda: _answers(port), "nginx", 20)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False

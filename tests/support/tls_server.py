"""The fault server over TLS with a certificate of one's choice, and a proxy that knows CONNECT."""

from __future__ import annotations

import contextlib
import datetime as dt
import select
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import trustme

from tests.support.fault_server import FaultServer

YESTERDAY = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)


class TlsServer(FaultServer):
    """A `FaultServer` whose `url` begins with https."""

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__()
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"https://localhost:{self.port}"


def server_context(ca: trustme.CA, *names: str, expired: bool = False) -> ssl.SSLContext:
    """For a server that shows a certificate for these names, signed by `ca`."""
    certificate = ca.issue_cert(*names, not_after=YESTERDAY) if expired else ca.issue_cert(*names)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def self_signed_context() -> ssl.SSLContext:
    """For a server that shows a certificate signed by itself."""
    own = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    pem = own.private_key_pem.bytes() + own.cert_pem.bytes()
    with trustme.Blob(pem).tempfile() as path:
        context.load_cert_chain(path)
    return context


class ConnectProxy:
    """An HTTP proxy on loopback: CONNECT to any name ends at this computer, same port.

    `seen` has what was asked of it, as in the request line.
    """

    def __init__(self, status: int = 200) -> None:
        self.seen: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _proxy_handler(self, status))
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    def __enter__(self) -> ConnectProxy:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _proxy_handler(owner: ConnectProxy, status: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _note(self) -> None:
            owner.seen.append(f"{self.command} {self.path}")
            owner.headers.append({name.lower(): value for name, value in self.headers.items()})

        def do_CONNECT(self) -> None:
            self._note()
            self.close_connection = True
            self.send_response(status)
            self.end_headers()
            if status == 200:
                port = int(self.path.rpartition(":")[2])
                with socket.create_connection(("127.0.0.1", port)) as target:
                    _relay(self.connection, target)

        def do_GET(self) -> None:
            self._note()
            body = b'{"from": "the proxy"}'
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Nothing on stderr."""

    return Handler


def _relay(one: socket.socket, other: socket.socket) -> None:
    """Bytes both ways until one side ends."""
    with contextlib.suppress(OSError):
        while True:
            for ready in select.select([one, other], [], [], 30)[0]:
                data = ready.recv(65536)
                if not data:
                    return
                (other if ready is one else one).sendall(data)

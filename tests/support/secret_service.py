"""A real Secret Service of its own: a private session bus and gnome-keyring, nothing of the person.

The daemon can be killed, restarted and locked. Programs of the test get `env`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.source_tree import ROOT
from tests.support.waiting import wait_until

PASSWORD = "the person's own"


class SecretService:
    """A context manager; `folder` holds the keyrings, so a restart finds them again."""

    def __init__(self, folder: Path) -> None:
        for program in ("dbus-daemon", "gnome-keyring-daemon"):
            if not shutil.which(program):
                pytest.skip(f"{program} is not installed; dev.py test installs it on Debian")
        # Not in `folder`: the path of a socket may have 107 characters.
        self._runtime = tempfile.TemporaryDirectory(prefix="oed-", ignore_cleanup_errors=True)
        self.env = _environment(folder, Path(self._runtime.name))
        self._bus: subprocess.Popen[str] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> SecretService:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().strip()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.stop_bus()
        self._runtime.cleanup()

    def start(self, password: str = PASSWORD) -> None:
        """Start the daemon and unlock its keyring; returns once it is on the bus."""
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--unlock", "--foreground", "--components=secrets"],
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin is not None
        self._daemon.stdin.write(password.encode())
        self._daemon.stdin.close()
        wait_until(self._owns_its_name, "gnome-keyring is on the bus")

    def kill(self) -> None:
        """SIGKILL to the daemon, as a crash would."""
        daemon, self._daemon = self._daemon, None
        if daemon is not None:
            daemon.kill()
            daemon.wait(10)

    def stop_bus(self) -> None:
        """End the session bus itself, and whatever it has started with it."""
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.terminate()
            bus.wait(10)
            if bus.stdout is not None:
                bus.stdout.close()

    def lock(self) -> None:
        """Lock the keyring as a screen lock would."""
        self.python(
            "import secretstorage as s\n"
            "c = s.get_default_collection(s.dbus_init())\nc.lock()\nassert c.is_locked()\n"
        )

    def python(self, code: str, deadline_s: float = 60.0) -> str:
        """What a Python process of this session prints; fails with its errors."""
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=self.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=deadline_s,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _owns_its_name(self) -> bool:
        code = (
            "from jeepney.io.blocking import open_dbus_connection as o\n"
            "from jeepney.bus_messages import message_bus as b\n"
            "print(o().send_and_get_reply(b.NameHasOwner('org.freedesktop.secrets')).body[0])"
        )
        return self.python(code).strip() in ("1", "True")


def _environment(folder: Path, runtime: Path) -> dict[str, str]:
    """A home and a runtime folder of its own, no display, nothing that points to the person's."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_", "GNOME_"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND"):
        env.pop(name, None)
    folder.mkdir(parents=True, exist_ok=True)
    env |= {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_RUNTIME_DIR": str(runtime),
    }
    return env


@contextlib.contextmanager
def secret_service(folder: Path) -> Iterator[SecretService]:
    """A running one with an unlocked keyring."""
    with SecretService(folder) as service:
        yield service

"""`openeo-desktop local`: set up, told, removed; nothing is installed here but a tiny package."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from openeo_desktop.core.errors import InputError
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.headless.local import install, remove, status
from openeo_desktop.headless.output import Output
from openeo_desktop.services.services import Services, make_services
from tests.support.command_line import CommandLine
from tests.support.tiny_environment import TinyIndex, base_python


def _services(tmp_path: Path, index: TinyIndex) -> Services:
    services = make_services(profile_paths(tmp_path / "profile"))
    services.local.environment = index.service(services.paths.local_environment)
    return services


def test_installed_told_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    index = TinyIndex(tmp_path / "index", monkeypatch)

    async def main() -> None:
        services = _services(tmp_path, index)
        jobs = services.local.state
        result = jobs / "jobs" / "j-1" / "result.tif"
        result.parent.mkdir(parents=True)
        result.write_bytes(b"x" * 1000)
        output, told = Output(as_json=False), Output(as_json=True)
        await status(services, output)
        await install(services, base_python().path, output)
        await status(services, told)
        with pytest.raises(InputError, match="Nothing was removed"):
            await remove(services, False, False, output)
        assert services.local.is_installed()
        await remove(services, False, True, output)
        assert not services.local.is_installed()
        assert jobs.is_dir()
        await remove(services, True, True, output)
        assert not jobs.exists()
        await services.close()

    asyncio.run(main())
    said = capsys.readouterr()
    assert "not set up" in said.out
    # The steps after the first are told five times a second: quick ones are over by then.
    assert said.err.startswith("Making an environment")
    document = json.loads(next(line for line in said.out.splitlines() if line.startswith("{")))
    assert document["state"] == "ready"
    assert document["job_bytes"] == 1000
    assert document["bytes"] > 1_000_000


def test_unfit_python_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = TinyIndex(tmp_path / "index", monkeypatch)
    no_python = tmp_path / "python"
    no_python.write_text("#!/bin/sh\necho nothing\n")
    no_python.chmod(0o755)

    async def main() -> None:
        services = _services(tmp_path, index)
        with pytest.raises(InputError, match="no Python that can be used"):
            await install(services, no_python, Output(as_json=False))
        await services.close()

    asyncio.run(main())


def test_status_of_a_checkout(bare: CommandLine) -> None:
    done = bare.run("local", "status", "--json")
    assert done.code == 0
    assert json.loads(done.out)["state"] == "included"

"""The person's own certificate file: from the settings into every request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from openeo_desktop.api.trust import ca_file_in_use, use_ca_file
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.services import make_services
from openeo_desktop.services.trust import CA_FILE, choose_ca_file


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    yield Settings(profile_paths(tmp_path).settings)
    use_ca_file(None)


def test_chosen_file_is_used_now_and_at_the_next_start(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(str(file))
    choose_ca_file(settings, file)
    assert ca_file_in_use() == file
    settings.save()
    use_ca_file(None)
    make_services(profile_paths(tmp_path))
    assert ca_file_in_use() == file
    choose_ca_file(settings, None)
    assert ca_file_in_use() is None


def test_file_that_is_none_changes_nothing(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("not a certificate")
    with pytest.raises(InputError):
        choose_ca_file(settings, tmp_path / "ca.pem")
    assert settings.get(CA_FILE, "") == ""
    assert ca_file_in_use() is None

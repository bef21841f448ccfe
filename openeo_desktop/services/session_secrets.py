"""The secret behind each session: in memory, and in the keychain where the person wants that.

The keychain is used on the `secrets` lane alone, and what is only in memory never waits for it. One
that is missing, locked or refuses ends no session: the secret stays in memory, and the person is
told once.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId, KeychainNotice
from openeo_desktop.core.errors import KeychainError
from openeo_desktop.core.events import Event
from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.credentials.keychain import Keychain
from openeo_desktop.credentials.secrets import StoredSecret
from openeo_desktop.services.lanes import Lanes

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Held:
    """A secret in memory. `keep`: wanted in the keychain; `kept`: it is there, as it is here."""

    secret: StoredSecret
    keep: bool
    kept: bool


class SessionSecrets:
    """Secrets by account. `noticed` tells why they are not kept, once in a run."""

    def __init__(self, lanes: Lanes, keychain: Keychain) -> None:
        self.noticed: Event[KeychainNotice] = Event()
        self._lanes = lanes
        self._keychain = keychain
        self._held: dict[AccountId, _Held] = {}
        self._trouble: KeychainNotice | None = None
        self._told = False

    async def newest(
        self, account_id: AccountId, *, ask_keychain: bool = True
    ) -> StoredSecret | None:
        """The secret as it is now, None if there is none; see `newest_now`.

        Raises:
            KeychainError: The keychain is there but cannot be read, and nothing is in memory.
        """
        held = self._held.get(account_id)
        if not ask_keychain or (held is not None and not held.kept):
            return held.secret if held is not None else None
        try:
            return await self._lanes.secrets.call(self._newest, account_id)
        finally:
            self._tell()

    async def put(self, account_id: AccountId, secret: StoredSecret, *, keep: bool) -> None:
        """Hold a new secret; where it is not to be kept, an older one leaves the keychain."""
        await self._lanes.secrets.call(self._put, account_id, secret, keep)
        self._tell()

    def hold(self, account_id: AccountId, secret: StoredSecret) -> None:
        """Hold a secret for this run alone; the keychain stays as it is."""
        self._held[account_id] = _Held(secret, keep=False, kept=False)

    async def forget(self, account_id: AccountId) -> None:
        """Forget it in memory and in the keychain."""
        await self._lanes.secrets.call(self._forget, account_id)
        self._tell()

    def drop(self, account_id: AccountId) -> None:
        """Forget it in memory alone."""
        self._held.pop(account_id, None)

    def newest_now(self, account_id: AccountId) -> StoredSecret | None:
        """As `newest`, for a worker of another lane that holds the refresh lock.

        Another process may have put a newer one into the keychain; nothing there means that it
        signed out. What could not be saved is newer in memory.

        Raises:
            KeychainError: The keychain cannot be read, and nothing is in memory.
        """
        return self._lanes.secrets.submit(self._newest, account_id).result()

    def replace_now(self, account_id: AccountId, secret: StoredSecret) -> None:
        """Put a rotated one in place of the old, in the keychain if that was there."""
        self._lanes.secrets.submit(self._replace, account_id, secret).result()

    def forget_now(self, account_id: AccountId) -> None:
        """As `forget`, for a worker of another lane that holds the refresh lock."""
        self._lanes.secrets.submit(self._forget, account_id).result()

    def kept_now(self, account_id: AccountId) -> StoredSecret | None:
        """What the keychain holds, None if that is nothing or cannot be read."""
        return self._lanes.secrets.submit(self._kept, account_id).result()

    def _newest(self, account_id: AccountId) -> StoredSecret | None:
        held = self._held.get(account_id)
        if held is not None and not held.kept:
            return held.secret
        try:
            kept = self._read(account_id)
        except KeychainError as error:
            if held is None and error.state is not KeychainState.MISSING:
                raise
            return held.secret if held is not None else None
        if kept is None:
            self._held.pop(account_id, None)
        else:
            self._held[account_id] = _Held(kept, keep=True, kept=True)
        return kept

    def _kept(self, account_id: AccountId) -> StoredSecret | None:
        held = self._held.get(account_id)
        if held is not None and not held.keep:
            return None
        try:
            return self._read(account_id)
        except KeychainError:
            return None

    def _read(self, account_id: AccountId) -> StoredSecret | None:
        try:
            text = self._keychain.load(account_id)
        except KeychainError as error:
            if error.state is not KeychainState.MISSING:  # told when something is to be kept
                self._note(error)
            raise
        return None if text is None else StoredSecret.from_text(text)

    def _put(self, account_id: AccountId, secret: StoredSecret, keep: bool) -> None:
        if not keep:
            self._delete(account_id)
        self._held[account_id] = _Held(secret, keep, keep and self._save(account_id, secret))

    def _replace(self, account_id: AccountId, secret: StoredSecret) -> None:
        held = self._held.get(account_id)
        keep = held is not None and held.keep
        self._held[account_id] = _Held(secret, keep, keep and self._save(account_id, secret))

    def _save(self, account_id: AccountId, secret: StoredSecret) -> bool:
        try:
            self._keychain.save(account_id, secret.to_text())
        except KeychainError as error:
            self._note(error)
            return False
        return True

    def _forget(self, account_id: AccountId) -> None:
        self._held.pop(account_id, None)
        self._delete(account_id)

    def _delete(self, account_id: AccountId) -> None:
        try:
            self._keychain.delete(account_id)
        except KeychainError as error:
            log.warning("Nothing deleted from the keychain: %s", error.message)

    def _note(self, error: KeychainError) -> None:
        log.warning("The keychain is not used: %s", error.message)
        self._trouble = self._trouble or KeychainNotice(error.message, error.hint)

    def _tell(self) -> None:
        """On the event loop: tell once what the lane has noted."""
        if self._trouble is not None and not self._told:
            self._told = True
            self.noticed.emit(self._trouble)

"""Signed-in connections, one per account, and how to get them back without asking the person."""

from __future__ import annotations

from openeo_desktop.api.auth.basic import sign_in_basic
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.errors import SignInNeeded, SignInRefused, UnreachableError
from openeo_desktop.credentials.keychain import Keychain
from openeo_desktop.services.lanes import Lanes


class Sessions:
    """Tokens live in memory; passwords in the keychain, or in memory where there is none."""

    def __init__(self, lanes: Lanes, keychain: Keychain) -> None:
        self._lanes = lanes
        self._keychain = keychain
        self._connections: dict[AccountId, Connection] = {}
        self._passwords: dict[AccountId, str] = {}
        self._refused: set[AccountId] = set()

    def get(self, account_id: AccountId) -> Connection | None:
        """The signed-in connection, None if there is none yet."""
        return self._connections.get(account_id)

    async def connect(self, account: Account) -> Connection:
        """The signed-in connection, made with the kept password if there is none yet.

        Raises:
            SignInNeeded: No password is known.
            UnreachableError: It is the embedded back-end, and that does not run (yet).
            SignInRefused: The known one is no longer accepted.
            AppError: The back-end cannot be asked.
        """
        known = self._connections.get(account.id)
        if known is not None:
            return known
        if account.id in self._refused:  # asking again by itself could lock the account
            raise SignInNeeded(f"{account.title} refused the sign-in.", "Sign in again.")
        password = self._passwords.get(account.id)
        if password is None and not account.is_local:
            password = await self._lanes.secrets.call(self._keychain.load, account.id)
        if password is None and account.is_local:
            raise UnreachableError(
                "The back-end of this computer is not running.", "Restart the app to start it."
            )
        if password is None:
            raise SignInNeeded(f"{account.title} asks for sign-in.", "Sign in again.")
        try:
            return await self.sign_in(account, password)
        except SignInRefused:
            self._refused.add(account.id)
            raise

    async def sign_in(self, account: Account, password: str) -> Connection:
        """Sign in with name and password; the session is used from now on.

        Raises:
            SignInRefused: Wrong name or password.
            AppError: The back-end cannot be asked.
        """
        bare = Connection(account.api_base)
        lane = self._lanes.net_of(account.id)
        connection = await lane.run(sign_in_basic, bare, account.user, password)
        self._refused.discard(account.id)
        self._connections[account.id] = connection
        self._passwords[account.id] = password
        return connection

    async def remember(self, account_id: AccountId) -> bool:
        """Keep the password in the keychain; False if there is none that takes it."""
        password = self._passwords.get(account_id)
        if password is None:
            return False
        return await self._lanes.secrets.call(self._keychain.save, account_id, password)

    def drop(self, account_id: AccountId) -> None:
        """The token is no longer valid; the password may be."""
        self._connections.pop(account_id, None)

    async def forget(self, account_id: AccountId) -> None:
        """Sign out: token and password are gone, also from the keychain."""
        self._connections.pop(account_id, None)
        self._passwords.pop(account_id, None)
        self._refused.discard(account_id)
        await self._lanes.secrets.call(self._keychain.delete, account_id)

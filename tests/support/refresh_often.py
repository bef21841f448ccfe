"""A process of the app that renews the session of an account again and again (test_tokens.py).

    python refresh_often.py PROFILE ACCOUNT TIMES

It waits for a line on its standard input, so that several can begin at the same moment. What it
prints at its end is how often the account was still signed in afterwards.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import make_services


async def main(profile: str, account_id: AccountId, times: int) -> int:
    """How often it went well: all times, or it raises."""
    services = make_services(profile_paths(Path(profile)))
    await services.open()
    try:
        connection = await services.accounts.connection(account_id)
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        for _ in range(times):
            connection = await services.accounts.connection(account_id, refused=connection)
            await services.accounts.user(account_id)
    finally:
        await services.close()
    return times


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1], AccountId(sys.argv[2]), int(sys.argv[3]))), flush=True)

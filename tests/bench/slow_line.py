"""A slow proxy on loopback: `python -m tests.bench.slow_line PORT MILLISECONDS`.

Half the latency each way, and one whole for a new connection (its handshake). Prints its port.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter, delay: float) -> None:
    """Everything that comes, so much later; what is under way does not hold up what follows."""
    loop = asyncio.get_running_loop()
    line: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def deliver() -> None:
        while True:
            due, data = await line.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            if not data:
                break
            target.write(data)
            await target.drain()
        with contextlib.suppress(OSError):
            target.write_eof()

    delivering = asyncio.create_task(deliver())
    with contextlib.suppress(OSError):
        while data := await source.read(256 * 1024):
            line.put_nowait((loop.time() + delay, data))
    line.put_nowait((loop.time() + delay, b""))
    with contextlib.suppress(OSError):
        await delivering


async def _main(port: int, latency: float) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(latency)
        there, back = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(OSError):
            await asyncio.gather(
                _carry(reader, back, latency / 2), _carry(there, writer, latency / 2)
            )
        for end in (back, writer):
            end.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1]), float(sys.argv[2]) / 1000))

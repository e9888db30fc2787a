"""Runs the ClickHouse engine of chdb's library as a server, until it is told to stop.

Usage: clickhouse-host.py LIBRARY CONFIG DATABASE

The library holds clickhouse-local, which can open the server's HTTP interface (SYSTEM START LISTEN) with the users of a
users.xml. It lives as long as its last query: one that reads from a pipe of ours and ends when we close it.
"""

import ctypes
import os
import signal
import sys
import threading

library, config, database = sys.argv[1:]
signals = [signal.SIGTERM, signal.SIGINT]
# Taken by the wait below, whichever thread the engine is working in.
signal.pthread_sigmask(signal.SIG_BLOCK, signals)

engine = ctypes.CDLL(library)
engine.chdb_query_cmdline.restype = ctypes.c_void_p
engine.chdb_result_error.restype = ctypes.c_char_p
engine.chdb_result_error.argtypes = [ctypes.c_void_p]

read_end, write_end = os.pipe()
queries = "; ".join(
    [
        f"CREATE DATABASE IF NOT EXISTS {database}",
        "SYSTEM START LISTEN HTTP",
        f"SELECT * FROM file('/dev/fd/{read_end}', 'LineAsString') FORMAT Null",
    ]
)
arguments = ["clickhouse", "--config-file", config, "--query", queries]


def serve() -> None:
    argv = (ctypes.c_char_p * len(arguments))(*[argument.encode() for argument in arguments])
    error = engine.chdb_result_error(engine.chdb_query_cmdline(len(arguments), argv))
    if error:
        print(error.decode(), file=sys.stderr, flush=True)
    os._exit(1 if error else 0)


server = threading.Thread(target=serve, daemon=True)
server.start()
signal.sigwait(signals)
os.close(write_end)
server.join()

"""Runs the ClickHouse server that chdb's library holds: the program itself, with its own command line.

Usage: clickhouse-server.py LIBRARY [ARGUMENT …]
"""

import ctypes
import sys

library, *rest = sys.argv[1:]
arguments = [word.encode() for word in ["clickhouse-server", *rest]]
# int mainEntryClickHouseServer(int, char **), by the name that the compiler gave it.
serve = ctypes.CDLL(library)._Z25mainEntryClickHouseServeriPPc
sys.exit(serve(len(arguments), (ctypes.c_char_p * (len(arguments) + 1))(*arguments, None)))

#!/usr/bin/env python3
"""Plays a SYNTHETIC chain on loopback: JSON-RPC over HTTP/1.1, with a delay, counting what it is asked.

GET /counts answers what was counted since the last time: requests, bytes in each direction with
their heads, and `in_a_row`, the longest chain of requests of which each came after the last one's reply.
"""

import argparse
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from made import CHAIN_ID, MULTICALL3, NUMBER, TIME, Chain, word

AGGREGATE3 = bytes.fromhex("82ad56cb")


class Refused(Exception):
    """An error of JSON-RPC: a code and its words."""


class Node:
    """Answers for one block of a chain."""

    def __init__(self, chain):
        self.chain = chain
        self.header = {
            "number": hex(NUMBER), "hash": chain.hash, "timestamp": hex(TIME),
            "parentHash": "0x" + "00" * 32, "gasLimit": hex(30_000_000), "gasUsed": "0x0",
            "extraData": "0x", "transactions": [],
        }

    def answer(self, method, parameters):
        if method == "eth_chainId":
            return hex(CHAIN_ID)
        if method == "eth_blockNumber":
            return hex(NUMBER)
        if method in ("eth_getBlockByNumber", "eth_getBlockByHash"):
            self.check(parameters[0])
            return self.header
        if method == "eth_call":
            call, block = parameters[:2]
            self.check(block)
            data = bytes.fromhex((call.get("data") or call["input"])[2:])
            return "0x" + self.call(bytes.fromhex(call["to"][2:]), data).hex()
        raise Refused(-32601, "method not found")

    def check(self, block):
        """The block is this one, by its number, its hash, a tag, or an object of EIP-1898."""
        if isinstance(block, dict):
            block = block.get("blockHash", block.get("blockNumber"))
        if block not in (hex(NUMBER), self.chain.hash, "finalized", "latest"):
            raise Refused(-32000, "header not found")

    def call(self, target, data):
        if target.hex() == MULTICALL3[2:] and data.startswith(AGGREGATE3):
            return self.aggregate(data[4:])
        answer = self.chain.answers.get((target, data))
        if answer is None:
            raise Refused(3, "execution reverted")
        return answer

    def aggregate(self, data):
        """Multicall3: each call's success and what it returned."""
        def number(at):
            return int.from_bytes(data[at:at + 32], "big")

        elements = number(0) + 32
        results = []
        for index in range(number(elements - 32)):
            at = elements + number(elements + 32 * index)
            call = at + number(at + 64)
            try:
                result = self.call(data[at + 12:at + 32], data[call + 32:call + 32 + number(call)])
                success = 1
            except Refused:
                result, success = b"", 0
            results.append(
                word(success) + word(64) + word(len(result)) + result + bytes(-len(result) % 32))
        heads, offset = [], 32 * len(results)
        for result in results:
            heads.append(word(offset))
            offset += len(result)
        return b"".join([word(32), word(len(results)), *heads, *results])


class Counter:
    """Counts requests and bytes of all connections."""

    def __init__(self):
        self.lock = threading.Lock()
        self.take()

    def take(self):
        """What was counted, which begins anew."""
        with self.lock:
            counts = dict(self.__dict__)
            del counts["lock"]
            self.requests = self.up = self.down = self.in_a_row = 0
        return counts

    def came(self, size):
        """Notes a request; gives its place in the longest row that it can belong to."""
        with self.lock:
            self.requests += 1
            self.up += size
            return self.in_a_row + 1

    def went(self, size, place):
        with self.lock:
            self.down += size
            self.in_a_row = max(self.in_a_row, place)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def do_GET(self):
        self.reply(json.dumps(self.server.counter.take()).encode())

    def do_POST(self):
        start = time.monotonic()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        head = len(self.raw_requestline) + len(self.headers.as_bytes())
        place = self.server.counter.came(head + len(body))
        request = json.loads(body)
        reply = {"jsonrpc": "2.0", "id": request["id"]}
        try:
            reply["result"] = self.server.node.answer(request["method"], request["params"])
        except Refused as refused:
            code, message = refused.args
            reply["error"] = {"code": code, "message": message}
        content = json.dumps(reply, separators=(",", ":")).encode()
        # The server's own work is part of the delay, as far as it has room there.
        time.sleep(max(0, start + self.server.delay - time.monotonic()))
        # Counted before it is sent, so that what follows from it counts as later.
        self.reply(content, place)

    def reply(self, content, place=None):
        head = (
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(content)}\r\n\r\n").encode()
        if place is not None:
            self.server.counter.went(len(head) + len(content), place)
        self.wfile.write(head + content)

    def log_message(self, *arguments):
        """Nothing: the counts say it all."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, chain, port, delay):
        super().__init__(("127.0.0.1", port), Handler)
        self.node = Node(chain)
        self.counter = Counter()
        self.delay = delay


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vaults", type=int, default=48)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=0, help="0: any that is free")
    parser.add_argument("--delay", type=float, default=0, help="milliseconds before each reply")
    arguments = parser.parse_args()
    chain = Chain(arguments.vaults, arguments.seed)
    server = Server(chain, arguments.port, arguments.delay / 1000)
    print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()

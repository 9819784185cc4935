"""A SYNTHETIC chain of many blocks on loopback, which a test may stop, prune, or make lie.

Blocks come unevenly, from some seconds to some hours; all of them have the same state. Answers and calls
are those of the benchmarks' chain of one block.
"""

import hashlib
import pathlib
import random
import sys
import threading
from http.server import ThreadingHTTPServer

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Benchmarks" / "chain"))

from made import CHAIN_ID, MULTICALL3, Chain, word  # noqa: E402
from server import Counter, Handler, Node, Refused  # noqa: E402

FIRST, COUNT = 21_000_000, 400


def times(seed):
    """The time of each block by its number."""
    source, now, found = random.Random(seed), 1_768_000_000, {}
    for number in range(FIRST, FIRST + COUNT):
        found[number] = now
        now += source.choice([2, 2, 3, 60, 900, source.randint(4, 20_000)])
    return found


class Blocks(Node):
    """Answers for every block up to the last final one."""

    def __init__(self, seed=1, vaults=5):
        super().__init__(Chain(vaults, seed))
        self.times = times(seed)
        self.local = threading.local()
        self.final = FIRST + COUNT - 1
        # By how many blocks the chain goes on with each question for the last final one.
        self.advance = 0
        self.id = CHAIN_ID
        self.is_down = False
        # Blocks below have no state.
        self.pruned = FIRST
        # Blocks with another hash, as another branch has.
        self.replaced = set()
        self.asked = []

    def hash(self, number):
        branch = "other" if number in self.replaced else ""
        return "0x" + hashlib.sha256(f"{branch}{number}".encode()).hexdigest()

    def answer(self, method, parameters):
        self.asked.append(method)
        if method == "eth_chainId":
            return hex(self.id)
        if method == "eth_getBlockByNumber":
            number = self.number(parameters[0])
            return self.block(number) if number in self.times and number <= self.final else None
        if method == "eth_getBlockByHash":
            return self.block(self.of(parameters[0]))
        if method == "eth_call":
            call, block = parameters[:2]
            number = self.of(block["blockHash"])
            if number < self.pruned:
                raise Refused(-32000, f"missing trie node (state of {number} is not available)")
            self.local.number = number
            data = bytes.fromhex((call.get("data") or call["input"])[2:])
            return "0x" + self.call(bytes.fromhex(call["to"][2:]), data).hex()
        raise Refused(-32601, "method not found")

    def number(self, name):
        if name == "finalized":
            number = self.final
            self.final = min(self.final + self.advance, FIRST + COUNT - 1)
            return number
        return FIRST if name == "earliest" else int(name, 16)

    def of(self, hash):
        for number in self.times:
            if self.hash(number) == hash:
                return number
        raise Refused(-32000, "header not found")

    def block(self, number):
        return {
            "number": hex(number), "hash": self.hash(number), "timestamp": hex(self.times[number]),
            "parentHash": self.hash(number - 1)}

    def call(self, target, data):
        if target.hex() == MULTICALL3[2:]:
            own = {"42cbb15c": self.local.number, "0f28c97d": self.times[self.local.number]}
            if data.hex() in own:
                return word(own[data.hex()])
        return super().call(target, data)

    def last(self, time):
        """The last final block at or before a time, by looking at all."""
        return max(n for n, own in self.times.items() if own <= time and n <= self.final)


class Door(Handler):
    """Shuts while the node is down."""

    def do_POST(self):
        if self.server.node.is_down:
            self.close_connection = True
            self.connection.close()
            return
        super().do_POST()


class Server(ThreadingHTTPServer):
    """The node's server, in threads of this process."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, node, delay=0.0):
        super().__init__(("127.0.0.1", 0), Door)
        self.node, self.delay, self.counter = node, delay, Counter()
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """Nothing: a reader that is killed breaks its connection off."""

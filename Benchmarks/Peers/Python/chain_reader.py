"""Reads all vaults of a chain with web3.py, one `eth_call` a value or by Multicall3.

    chain_reader.py single|multicall URL FACTORY CHEF

Prints a line of JSON: the milliseconds from the first request to the last value, and the vaults with the keys
that a snapshot has. Imports and the start of Python are left out of the time.
"""

import json
import sys
import time
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor

from eth_abi import decode, encode
from eth_utils import function_signature_to_4byte_selector
from web3 import HTTPProvider, Web3

MULTICALL3 = Web3.to_checksum_address("0xca11bde05977b3631167028862be2a173976ca11")
AGGREGATE3 = function_signature_to_4byte_selector("aggregate3((address,bool,bytes)[])")
# As many requests on their way at once as the product has.
THREADS = 4
# Calls of one aggregate3: of the usual sizes one that public endpoints bear.
CHUNK = 400

# Getters of a vault by the keys of a snapshot: signature, type, and whether the file has it as text.
VAULT = {
    "stakeToken": ("stakeToken()", "address", False),
    "rewardToken": ("rewardToken()", "address", False),
    "rewardRate": ("rewardRate()", "uint256", True),
    "periodFinish": ("periodFinish()", "uint256", False),
    "totalSupply": ("totalSupply()", "uint256", True),
    "lastUpdateTime": ("lastUpdateTime()", "uint256", False),
    "rewardPerToken": ("rewardPerToken()", "uint256", True),
    "rewardPerTokenStored": ("rewardPerTokenStored()", "uint256", True),
    "undistributedRewards": ("undistributedRewards()", "uint256", True),
    "rewardsDuration": ("rewardsDuration()", "uint256", False),
    "pendingRewardsDuration": ("pendingRewardsDuration()", "uint256", False),
    "targetRewardsPerSecond": ("targetRewardsPerSecond()", "uint256", True),
    "minRewardDurationForTargetRate": ("minRewardDurationForTargetRate()", "uint256", False),
    "paused": ("paused()", "bool", False),
}
TOKEN = {"symbol": ("symbol()", "string"), "name": ("name()", "string"),
         "decimals": ("decimals()", "uint8")}

Call = namedtuple("Call", "target signature types arguments", defaults=((),))


class Reader:
    def __init__(self, url):
        # Without its cache web3.py asks for the chain's id twice more beside each call.
        self.web3 = Web3(HTTPProvider(url, cache_allowed_requests=True))
        self.pool = ThreadPoolExecutor(THREADS)
        self.selectors = {}
        self.block = None

    def pin(self):
        """Learns which chain it is, and its last final block."""
        assert self.web3.eth.chain_id == 80094
        self.block = self.web3.eth.get_block("finalized")["number"]

    def data(self, call):
        selector = self.selectors.get(call.signature)
        if selector is None:
            selector = function_signature_to_4byte_selector(call.signature)
            self.selectors[call.signature] = selector
        types = call.signature.partition("(")[2][:-1]
        return selector + (encode([types], call.arguments) if types else b"")

    def make(self, target, data):
        transaction = {"to": Web3.to_checksum_address(target), "data": data}
        return bytes(self.web3.eth.call(transaction, self.block))

    def ask(self, calls):
        """The value of each call, a tuple where a getter has several."""
        values = (decode(call.types, reply) for call, reply in zip(calls, self.replies(calls)))
        return [value[0] if len(value) == 1 else value for value in values]


class SingleCalls(Reader):
    def replies(self, calls):
        return self.pool.map(lambda call: self.make(call.target, self.data(call)), calls)


class Multicalls(Reader):
    def replies(self, calls):
        chunks = [calls[start:start + CHUNK] for start in range(0, len(calls), CHUNK)]
        return (reply for replies in self.pool.map(self.aggregate, chunks) for reply in replies)

    def aggregate(self, calls):
        data = AGGREGATE3 + encode(
            ["(address,bool,bytes)[]"], [[(call.target, True, self.data(call)) for call in calls]])
        [results] = decode(["(bool,bytes)[]"], self.make(MULTICALL3, data))
        assert all(success for success, _ in results)
        return [content for _, content in results]


def read(reader, factory, chef):
    """All vaults, in three rounds after the block and the number of vaults."""
    reader.pin()
    [count] = reader.ask([Call(factory, "allVaultsLength()", ["uint256"])])
    vaults = reader.ask(
        [Call(factory, "allVaults(uint256)", ["address"], (index,)) for index in range(count)])
    asked = [(signature, [kind]) for signature, kind, _ in VAULT.values()]
    asked.append(("getWhitelistedTokens()", ["address[]"]))
    calls = [Call(vault, *getter) for vault in vaults for getter in asked]
    values = reader.ask(
        calls + [Call(chef, "isWhitelistedVault(address)", ["bool"], (vault,)) for vault in vaults])
    width = len(asked)
    rows = [values[start:start + width] for start in range(0, len(calls), width)]
    tokens = sorted({row[0] for row in rows} | {token for row in rows for token in row[-1]})
    pairs = [(vault, token) for vault, row in zip(vaults, rows) for token in sorted(row[-1])]
    calls = [
        Call(token, signature, [kind]) for token in tokens for signature, kind in TOKEN.values()]
    incentives = [
        Call(vault, "incentives(address)", ["uint256", "uint256", "uint256", "address"], (token,))
        for vault, token in pairs]
    last = reader.ask(calls + incentives)
    described = {
        token: dict(zip(TOKEN, last[3 * index:3 * index + 3]))
        for index, token in enumerate(tokens)}
    offers = dict(zip(pairs, last[len(calls):]))
    return [
        vault_object(vault, row, whitelisted, described, offers)
        for vault, row, whitelisted in sorted(zip(vaults, rows, values[len(vaults) * width:]))]


def vault_object(vault, row, whitelisted, described, offers):
    stake = described[row[0]]
    incentives = []
    for token in sorted(row[-1]):
        minimum, rate, remaining, manager = offers[vault, token]
        incentives.append({
            "token": token, "symbol": described[token]["symbol"],
            "decimals": described[token]["decimals"], "minIncentiveRate": str(minimum),
            "incentiveRate": str(rate), "amountRemaining": str(remaining), "manager": manager})
    return {
        "vault": vault,
        **{key: str(value) if is_text else value
           for (key, (_, _, is_text)), value in zip(VAULT.items(), row)},
        "symbol": stake["symbol"], "name": stake["name"], "stakeDecimals": stake["decimals"],
        "whitelisted": whitelisted, "incentives": incentives,
    }


def main():
    kind, url, factory, chef = sys.argv[1:]
    reader = {"single": SingleCalls, "multicall": Multicalls}[kind](url)
    start = time.perf_counter()
    vaults = read(reader, factory, chef)
    milliseconds = 1000 * (time.perf_counter() - start)
    reader.pool.shutdown()
    json.dump({"milliseconds": milliseconds, "vaults": vaults}, sys.stdout)


if __name__ == "__main__":
    main()

"""A SYNTHETIC chain of one block: made vaults, tokens and prices, the same for the same seed.

Only the addresses of the protocol's contracts and the selectors are real; both are those that the
product has, read from its sources, so that they stand in one place.
"""

import random
import re
from pathlib import Path

CHAIN = Path(__file__).resolve().parents[2] / "Sources" / "Chain"
MULTICALL3 = "0xca11bde05977b3631167028862be2a173976ca11"
CHAIN_ID = 80094
NUMBER = 21_340_222
TIME = 1_768_681_314
INCENTIVE_TOKENS = 60


def selectors():
    """The selector of each getter by its signature."""
    text = (CHAIN / "Calls" / "Getter.swift").read_text()
    found = re.findall(r'Getter\(\s*"([^"]+)",\s*0x([0-9a-f_]+)\)', text)
    return {signature: bytes.fromhex(digits.replace("_", "")) for signature, digits in found}


def deployment():
    """The contracts of the mainnet by their names, and the list of its oracles."""
    text = (CHAIN / "Deployment.swift").read_text().partition("static let bepolia")[0]
    contracts = {
        name: address.lower() for name, address in re.findall(r'(\w+): known\("(0x\w+)"\)', text)}
    oracles = re.findall(r'known\("(0x\w+)"\)', text.partition("oracles: [\n")[2])
    return contracts, [oracle.lower() for oracle in oracles]


def word(value):
    """A word of the ABI: a number, or an address."""
    return (int(value, 16) if isinstance(value, str) else value).to_bytes(32, "big")


def text(value):
    """A `string` as a getter returns it."""
    content = value.encode()
    return word(32) + word(len(content)) + content + bytes(-len(content) % 32)


class Chain:
    """What every call answers that anybody may ask; another one reverts, as an absent getter does."""

    def __init__(self, count, seed):
        self.random = random.Random(seed)
        self.selectors = selectors()
        self.contracts, self.oracles = deployment()
        self.answers = {}
        self.hash = "0x" + self.random.randbytes(32).hex()
        self.multicall()
        self.protocol()
        incentives = [self.token(f"INC{index}") for index in range(INCENTIVE_TOKENS)]
        self.say(self.contracts["rewardVaultFactory"], "allVaultsLength()", count)
        for index in range(count):
            vault = self.vault(self.stake_token(index), incentives)
            self.say(self.contracts["rewardVaultFactory"], "allVaults(uint256)", vault, of=index)

    def say(self, target, signature, *values, of=None):
        """Words, or bytes as they are, that a getter returns."""
        data = self.selectors[signature] + (b"" if of is None else word(of))
        parts = (value if isinstance(value, bytes) else word(value) for value in values)
        self.answers[bytes.fromhex(target[2:]), data] = b"".join(parts)

    def address(self):
        return "0x" + self.random.randbytes(20).hex()

    def amount(self, bits):
        return self.random.getrandbits(bits)

    def multicall(self):
        self.say(MULTICALL3, "getBlockNumber()", NUMBER)
        self.say(MULTICALL3, "getCurrentBlockTimestamp()", TIME)
        self.say(MULTICALL3, "getChainId()", CHAIN_ID)

    def protocol(self):
        """The protocol's own values, of a chain since PoL Next."""
        contracts = self.contracts
        controller, chef = contracts["blockRewardController"], contracts["beraChef"]
        self.say(controller, "VERSION()", 2)
        for signature in ("baseRate()", "rewardRate()", "getMaxEmissionPerBlock()"):
            self.say(controller, signature, self.amount(60))
        self.say(contracts["distributor"], "emissionToken()", contracts["wbera"])
        collector = contracts["incentivesCollector"]
        self.say(contracts["rewardVaultFactory"], "incentiveTokensCollector()", collector)
        for signature in ("payoutAmount()", "queuedPayoutAmount()"):
            self.say(collector, signature, self.amount(70))
        self.say(collector, "lstStakerVaultsLength()", 0)
        for signature in (
                "maxWeightPerVault()", "maxNumWeightsPerRewardAllocation()",
                "rewardAllocationBlockDelay()", "commissionChangeDelay()"):
            self.say(chef, signature, self.amount(12))
        self.say(chef, "getDefaultRewardAllocation()", 32, 0, 64, 0)
        self.say(contracts["bgt"], "totalBoosts()", self.amount(80))
        self.say(contracts["dedicatedEmissionStreamManager"], "emissionPerc()", 0)
        self.say(contracts["dedicatedEmissionStreamManager"], "getRewardAllocation()", 32, 0)
        for signature in ("totalAssets()", "totalSupply()", "reservedAssets()"):
            self.say(contracts["wberaStakerVault"], signature, self.amount(80))
        self.price(contracts["wbera"])

    def token(self, symbol, decimals=None):
        token = self.address()
        self.say(token, "symbol()", text(symbol))
        self.say(token, "name()", text(f"Made token {symbol}"))
        self.say(token, "decimals()", decimals or self.random.choice([6, 8, 18]))
        self.price(token)
        return token

    def price(self, token):
        self.say(
            self.oracles[0], "getPriceUnsafe(address)", 1 + self.amount(64), TIME - 60, of=token)

    def unpriced(self, token):
        del self.answers[
            bytes.fromhex(self.oracles[0][2:]),
            self.selectors["getPriceUnsafe(address)"] + word(token)]

    def stake_token(self, index):
        """Of three kinds in turn: with a price at the oracle, an ERC-4626 share, a pair."""
        token = self.token(f"STAKE{index}", decimals=18)
        if index % 3 == 0:
            return token
        self.unpriced(token)
        if index % 3 == 1:
            self.say(token, "asset()", self.contracts["wbera"])
            self.say(token, "convertToAssets(uint256)", 10**18 + self.amount(56), of=10**18)
            self.say(self.contracts["wbera"], "decimals()", 18)
            return token
        for side in ("token0()", "token1()"):
            self.say(token, side, self.token(f"PART{index}"))
        self.say(token, "getReserves()", self.amount(100), self.amount(100), TIME - 10)
        self.say(token, "totalSupply()", 1 + self.amount(90))
        return token

    def vault(self, stake, incentives):
        vault = self.address()
        self.say(vault, "stakeToken()", stake)
        self.say(vault, "rewardToken()", self.contracts["bgt"])
        for signature, bits in (
                ("rewardRate()", 110), ("totalSupply()", 90), ("rewardPerToken()", 70),
                ("rewardPerTokenStored()", 70), ("undistributedRewards()", 80),
                ("targetRewardsPerSecond()", 60)):
            self.say(vault, signature, self.amount(bits))
        self.say(vault, "periodFinish()", TIME + 300_000 - self.amount(19))
        self.say(vault, "lastUpdateTime()", TIME - self.amount(16))
        self.say(vault, "rewardsDuration()", 604_800)
        self.say(vault, "pendingRewardsDuration()", 0)
        self.say(vault, "minRewardDurationForTargetRate()", 259_200)
        self.say(vault, "paused()", self.amount(1))
        self.say(self.contracts["beraChef"], "isWhitelistedVault(address)", 1, of=vault)
        tokens = self.random.sample(incentives, self.random.randrange(4))
        self.say(vault, "getWhitelistedTokens()", 32, len(tokens), *tokens)
        for token in tokens:
            self.say(
                vault, "incentives(address)", self.amount(40), self.amount(44), self.amount(60),
                self.address(), of=token)
        return vault

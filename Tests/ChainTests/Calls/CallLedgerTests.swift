import Contracts
import Testing
import Words

@testable import Chain

@Suite("What was asked and what is still to be asked")
struct CallLedgerTests {
  private static let vault = Address(number: 7)
  private static let call = ChainCall(.rewardRate, of: vault)
  private static let word = ABIWriter(UInt256(5)).bytes

  @Test func `a call is wanted once, until it is taken`() {
    var ledger = CallLedger()
    #expect(ledger.outcome(Self.call) == nil)
    #expect(ledger.outcome(Self.call) == nil)
    #expect(ledger.wanted == [Self.call])
    #expect(ledger.takeWanted() == [Self.call])
    #expect(ledger.wanted.isEmpty)
    ledger.record(.returned(Self.word), of: Self.call)
    #expect(ledger.outcome(Self.call) == .returned(Self.word))
    #expect(ledger.wanted.isEmpty)
  }

  @Test func `calls differ by target, getter and arguments`() {
    let calls = [
      Self.call, ChainCall(.rewardRate, of: Address(number: 8)),
      ChainCall(.periodFinish, of: Self.vault),
      ChainCall(.incentives, of: Self.vault, ABIWriter(Address(number: 1))),
      ChainCall(.incentives, of: Self.vault, ABIWriter(Address(number: 257))),
    ]
    #expect(Set(calls).count == calls.count)
    #expect(ChainCall(.rewardRate, of: Self.vault) == Self.call)
  }

  @Test func `a failure is forgotten, an answer is not`() {
    var ledger = CallLedger()
    func forgets() -> Bool { ledger.forgetFailure(of: Self.call) }
    #expect(!forgets())
    for outcome: CallOutcome in [.reverted("no"), .returned([]), .returned([1])] {
      ledger.record(outcome, of: Self.call)
      #expect(forgets())
      #expect(ledger.known(Self.call) == nil)
    }
    ledger.record(.returned(Self.word), of: Self.call)
    #expect(!forgets())
  }

  @Test func `a gap says whom, what and why`() {
    var ledger = CallLedger()
    func read(_ outcome: CallOutcome) -> Gap? {
      ledger.record(outcome, of: Self.call)
      return ledger.read(Self.call) { reply throws(MalformedReply) in try reply.uint256(at: 0) }.gap
    }
    let revert = read(.reverted("execution reverted: no"))
    #expect(
      revert
        == Gap(
          of: Self.vault, call: "rewardRate()", reason: "execution reverted: no", isRevert: true))
    #expect(read(.returned([]))?.reason == "empty reply")
    #expect(read(.returned([1]))?.reason == "short reply: 1 bytes, at least 32 expected")
    #expect(read(.returned([]))?.isRevert == false)
    #expect(read(.returned(Self.word)) == nil)
  }
}

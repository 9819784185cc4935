import Contracts
import Text
import TestSupport
import Testing
@testable import Questions

/// Labels and addresses of a scenario: what is one account and what it is called.
@Suite struct LabelsTests {
  private static let checksummed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"

  @Test func `a label is one address, no other's, and shown as written`() {
    var labels = Labels()
    let names = (0..<200).map { "account \($0)" } + ["", "0x12", "0x5aAeb6", "vault", "sWBERA"]
    let addresses = names.map { labels.address(of: $0) }
    #expect(Set(addresses + [.zero]).count == names.count + 1)
    #expect(names.map { labels.address(of: $0) } == addresses)
    #expect(addresses.map { labels.text(of: $0) } == names)
    let keys = names.map { labels.key(of: $0) }
    #expect(Set(keys).count == names.count && keys.map { labels.text(of: $0) } == names)
  }

  @Test func `an address is itself and keeps its first spelling`() throws {
    var labels = Labels()
    let address = labels.address(of: Self.checksummed)
    #expect(try address == Address(Self.checksummed))
    #expect(labels.address(of: Self.checksummed.lowercased()) == address)
    #expect(labels.text(of: address) == Self.checksummed)
    let key = "0x" + String(repeating: "Ab", count: 48)
    #expect(try labels.key(of: key) == ValidatorKey(key))
    #expect(labels.text(of: labels.key(of: key.lowercased())) == key)
  }

  /// Addresses of numbers stand for labels and for the contracts themselves: whoever writes one as an
  /// account means neither.
  @Test func `an account that is written as a number's address is nobody else`() {
    var labels = Labels()
    let roles = ["vault", "stakeToken", "BGTStaker", "sWBERA", "gov", "bob"]
    let numbers: [UInt64] = [1, 2, 5, 6, 1 << 63, 1 << 63 + 5, 1 << 63 + 6]
    let accounts = numbers.map { Address(number: $0).description }
    let all = roles + accounts
    #expect(Set(all.map { labels.address(of: $0) }).count == all.count)
    #expect(all.map { labels.text(of: labels.address(of: $0)) } == all)
    #expect(
      labels.address(of: accounts[4].uppercased().replacing("0X", with: "0x"))
        == labels.address(of: accounts[4]))
    let keys = ["v1", ValidatorKey(number: 1 << 63).description, "v2"]
    #expect(Set(keys.map { labels.key(of: $0) }).count == 3)
    #expect(keys.map { labels.text(of: labels.key(of: $0)) } == keys)
  }

  @Test(arguments: ["zero", "0x", "0x0", "0x0000000000000000000000000000000000000000"])
  func `zeros are address zero`(text: String) {
    var labels = Labels()
    #expect(labels.address(of: text) == .zero && labels.text(of: .zero) == "zero")
    #expect(labels.text(of: Address(number: 0x99)) == Address(number: 0x99).description)
  }

  private static func replay(_ text: String) throws -> ReplayedCase {
    try CaseRunner(source: "s.json", profile: .bgt).run(try JSONReader.parse(text), at: .root)
  }

  @Test func `an account in two spellings is one account`() throws {
    let replayed = try Self.replay(
      """
      {"steps": [
        {"t": 5, "in": {"op": "stake", "caller": "\(Self.checksummed)", "amount": "7"}},
        {"t": 6, "in": {"op": "withdraw", "caller": "\(Self.checksummed.lowercased())", "amount": "7"}}]}
      """)
    #expect(replayed.steps.map(\.outcome) != [] && replayed.steps[1].outcome.member.key == "out")
    let accounts = JSONNode(value: try #require(replayed.lastState))["accounts"]?.members
    #expect(accounts?.map(\.key) == [Self.checksummed])
  }

  @Test func `two spellings of one account in a state are a conflict`() {
    do {
      _ = try Self.replay(
        """
        {"initialState": {"totalSupply": "9", "accounts": {"\(Self.checksummed)": {"balance": "4"},
        "\(Self.checksummed.lowercased())": {"balance": "5"}}}, "steps": []}
        """)
      Issue.record("the state was taken")
    } catch {
      #expect(
        "\(error)"
          == "s.json:2:47: $.initialState.accounts[\"\(Self.checksummed.lowercased())\"]: "
          + "found the same address twice; expected each address once")
    }
  }
}

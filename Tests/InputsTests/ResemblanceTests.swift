import Faults
import Testing

/// The name that a misspelt one was meant to be: the closest of a closed list.
@Suite struct ResemblanceTests {
  private static let names = [
    "apr", "csv", "solve", "stake", "withdraw", "delegateWithdraw", "rewardRate", "rewardPrice",
    "stake_price", "at",
  ]

  @Test(arguments: [
    ("aprr", "apr"), ("arp", "apr"), ("slove", "solve"), ("steak", "stake"),
    ("withdrw", "withdraw"),
    ("WithDraw", "withdraw"), ("rewardrate", "rewardRate"), ("reward-prise", "rewardPrice"),
    ("stakePrize", "stake_price"), ("AT", "at"), ("re", "rewardRate"), ("sol", "solve"),
    ("cs", "csv"),
  ])
  func `one is near`(text: String, name: String) {
    #expect(Resemblance.nearest(to: text, among: Self.names) == name)
    #expect(Resemblance.hint(for: text, among: Self.names) == "did you mean \(name)?")
  }

  @Test(arguments: ["", "a", "it", "xyz", "bogus", "rewardSupply", "withdrawn all"])
  func `none is near`(text: String) {
    #expect(Resemblance.nearest(to: text, among: Self.names) == nil)
  }

  @Test func `what is far longer than every name is like none, whatever its length`() {
    let text = String(repeating: "rewardRate", count: 1_000_000)
    #expect(Resemblance.nearest(to: text, among: Self.names) == nil)
  }

  @Test func `the closest wins, not the first`() {
    #expect(Resemblance.nearest(to: "prices", among: ["priced", "price", "prices2"]) == "priced")
    #expect(
      Resemblance.nearest(to: "total_supply", among: ["totalSuply", "totalSupply"]) == "totalSupply"
    )
  }

  @Test func `every code of a fault has one sentence`() {
    for code in Fault.Code.allCases {
      #expect(code.meaning.hasSuffix(".") && !code.meaning.dropLast().contains(". "), "\(code)")
      #expect(code.rawValue == "\(code)")
    }
    #expect(Set(Fault.Code.allCases.map(\.meaning)).count == Fault.Code.allCases.count)
  }
}

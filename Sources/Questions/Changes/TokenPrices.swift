internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities
internal import Text

/// The tokens of a snapshot with what they cost: those whose prices it lists, and those that are staked,
/// rewarded or offered.
struct TokenPrices: Sendable {
  struct Entry: Sendable {
    let token: Address
    var symbol: String?
    /// USD; nil where it is not known.
    var price: Price?
  }

  /// Each token once, in the order of the file.
  private(set) var entries: [Entry] = []
  private var indices: [Address: Int] = [:]

  subscript(token: Address) -> Entry? { indices[token].map { entries[$0] } }

  fileprivate mutating func add(
    _ node: InputNode, token: String, price: String, symbol: String? = nil,
    notes: inout InputNotes
  ) throws(Fault) {
    guard let address = try node.member(token)?.field("an address").address() else { return }
    let price = try node.member(price).map { member throws(Fault) in
      try member.field("a price in USD").price(notes: &notes)
    }
    guard let index = indices[address] else {
      indices[address] = entries.count
      return entries.append(Entry(token: address, symbol: symbol, price: price))
    }
    // A token is found in several places; one of them may know more.
    entries[index].symbol = entries[index].symbol ?? symbol
    entries[index].price = entries[index].price ?? price
  }
}

extension SnapshotFile {
  /// What the file's tokens cost.
  ///
  /// - Throws: a `Fault` with its place for a malformed value.
  func tokenPrices(notes: inout InputNotes) throws(Fault) -> TokenPrices {
    var prices = TokenPrices()
    for node in try node("prices")?.elements("the prices of a snapshot") ?? [] {
      try prices.add(node, token: "token", price: "price", notes: &notes)
    }
    for vault in try vaults() {
      try prices.add(vault, token: "rewardToken", price: "rewardPrice", notes: &notes)
      try prices.add(
        vault, token: "stakeToken", price: "stakePrice", symbol: name(of: vault), notes: &notes)
      for offer in try vault.member("incentives")?.elements("incentive tokens") ?? [] {
        try prices.add(
          offer, token: "token", price: "price", symbol: offer.json["symbol"]?.string,
          notes: &notes)
      }
    }
    return prices
  }
}

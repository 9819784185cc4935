internal import EVMArithmetic

/// A transaction under way: who sent it and when, and what it has left behind so far.
struct Transaction: ~Copyable {
  let caller: Address
  let now: UInt256
  var receipt = Receipt()

  @inline(__always)
  mutating func emit(_ event: VaultEvent.Kind) {
    receipt.append(event)
  }

  /// The receipt, moved out: a copy of it would be a good part of what a transaction costs.
  @inline(__always)
  mutating func takeReceipt() -> Receipt {
    var taken = Receipt()
    swap(&taken, &receipt)
    return taken
  }
}

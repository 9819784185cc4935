package import Contracts

/// A question to a contract: which getter, of whom, with which arguments.
package struct ChainCall: Hashable, Sendable {
  package let target: Address
  package let getter: Getter
  /// The calldata.
  package let data: [UInt8]

  package init(_ getter: Getter, of target: Address, _ arguments: ABIWriter? = nil) {
    self.target = target
    self.getter = getter
    data = ABIWriter.bytes(of: getter.selector) + (arguments?.bytes ?? [])
  }

  package static func == (left: ChainCall, right: ChainCall) -> Bool {
    left.target == right.target && left.data == right.data
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(target)
    hasher.combine(getter.selector)
    // All of it, a few words at once: whoever answers chooses the addresses that are asked about next.
    for start in stride(from: 4, to: data.count, by: 8) {
      hasher.combine(data[start...].prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
  }
}

/// What the chain said to a call.
package enum CallOutcome: Hashable, Sendable {
  case returned([UInt8])
  /// The chain's own no, with its reason; asking again changes nothing.
  case reverted(String)
}

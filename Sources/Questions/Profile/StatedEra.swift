package import Contracts
package import Faults
package import Quantities

/// An era that an option or a document names.
package struct StatedEra: Sendable {
  package let era: ProtocolProfile.Era
  /// Where it is named.
  let place: Place

  /// Refuses an era beside the one that counts.
  func require(_ other: ProtocolProfile.Era, _ whose: String) throws(Fault) {
    guard era != other else { return }
    let none = place.origin == .option ? "no --era" : "none"
    throw Fault(
      .conflict, at: place, found: era.rawValue,
      expected: "\(other.rawValue), the era of \(whose), or \(none)")
  }
}

extension ProfileChoice {
  /// The era of the contracts asked about: a block's own, or else the one that is named.
  ///
  /// - Parameters:
  ///   - contracts: which contracts.
  ///   - block: where their values were read; nil where no snapshot says it.
  /// - Returns: the era; nil where nobody says it.
  /// - Throws: a `Fault` where another one is named than the block's.
  package func era(
    of contracts: ObservedBlock.UpgradedContracts, at block: ObservedBlock?
  ) throws(Fault) -> ProtocolProfile.Era? {
    guard let observed = block?.protocolEra(of: contracts) else { return stated?.era }
    try stated?.require(observed, "the snapshot's contracts")
    return observed
  }
}

package import Contracts
package import Faults
package import Inputs
package import Quantities

extension ProtocolProfile {
  /// The rules for inputs.
  ///
  /// - Parameters:
  ///   - inputs: what is asked about.
  ///   - contracts: which contracts' era counts, where the inputs are from a block.
  ///   - era: the era that is asked for; nil leaves it to the document and the block.
  ///   - poolRules: the preset of staking pools.
  ///   - overrides: a document that names an era, or overrides single parameters.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the preset with what overrides it.
  /// - Throws: a `Fault` for a malformed value, an era beside another one, or a block whose era is not known.
  package static func rules(
    for inputs: InputObject, _ contracts: ObservedBlock.UpgradedContracts, era: Era?,
    poolRules: PoolRulesName = .documented, overrides: InputNode?, notes: inout InputNotes
  ) throws(Fault) -> ProtocolProfile {
    let observed = inputs.block?.protocolEra(of: contracts)
    let choice = try ProfileChoice(
      era: era, observed: observed, poolRules: poolRules, overrides: overrides, notes: &notes)
    if inputs.block != nil, observed == nil, choice.stated == nil {
      throw Fault(
        .missingValue, at: .option("--era"), found: "a snapshot whose era could not be read",
        expected: "bgt or pol-next", hint: "its gaps say why")
    }
    return choice.profile
  }

  /// The rules of a snapshot's contracts: in a block of era `mixed` each counts by its own flag.
  ///
  /// - Parameters:
  ///   - inputs: what is asked about the snapshot.
  ///   - era: the era that is asked for.
  ///   - overrides: a document that names an era, or overrides single parameters.
  ///   - notes: where unknown keys that are passed over are noted.
  /// - Returns: the rules of the vaults, and those of the controller of block rewards.
  /// - Throws: a `Fault`, as for one of them.
  package static func rules(
    ofSnapshot inputs: InputObject, era: Era?, overrides: InputNode?, notes: inout InputNotes
  ) throws(Fault) -> AllocateQuestion.Rules {
    // The document is looked at twice, and noted once.
    var unheard = notes
    return (
      try rules(for: inputs, .vaults, era: era, overrides: overrides, notes: &notes),
      try rules(for: inputs, .blockRewards, era: era, overrides: overrides, notes: &unheard)
    )
  }
}

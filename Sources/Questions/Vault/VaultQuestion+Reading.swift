internal import Contracts
package import Faults
package import Inputs
internal import Quantities
package import Sheets
internal import Yields

extension VaultQuestion {
  /// What is asked beside a vault's own inputs.
  package static let keys = [
    "compounding", "commission", "balance", "compoundingCost", "deposit", "hurdle",
  ]

  /// Reads what is asked about the vault that the same inputs describe.
  ///
  /// - Throws: a `Fault` for a malformed value, with its place.
  package mutating func read(_ inputs: InputObject, notes: inout InputNotes) throws(Fault) {
    compounding = try inputs.field("compounding")?.integer(
      "a number of compoundings per year", in: 1...31_536_000)
    commission = try inputs.field("commission")?.basisPoints("a commission")
    balance = try inputs.field("balance")?.rawInteger("a balance in base units")
    if let field = try inputs.field("compoundingCost") {
      compoundingCost = try field.price(notes: &notes)
      guard balance != nil else {
        throw inputs.missing("balance", "the stake that is compounded, in base units")
      }
    }
    deposit = try inputs.field("deposit")?.rawInteger("a deposit in base units")
    if let field = try inputs.field("hurdle") {
      hurdle = APR(unchecked: try field.positiveFraction("a net APR", notes: &notes))
      hasSensitivity = true
    }
  }
}

extension VaultQuestion {
  /// The answer about the vault that the inputs describe, with what they ask beside it.
  ///
  /// - Throws: a `Fault` with its place.
  package func sheet(about inputs: InputObject, notes: inout InputNotes) throws(Fault) -> Sheet {
    var question = self
    question.rewardToken = try rules.era(of: .vaults, at: inputs.block)?.rewardToken
    if let unknown = try UnknownVault(inputs) { return unknown.sheet(of: question) }
    let vault = try VaultSnapshot.read(inputs, notes: &notes)
    try question.read(inputs, notes: &notes)
    notes.noteTime(time, of: vault.value)
    var sheet = try inputs.locating { () throws(Fault) in try question.sheet(about: vault) }
    if inputs.block != nil { sheet.append(for: .programs, figures: [UnknownVault.missing([])]) }
    return sheet
  }
}

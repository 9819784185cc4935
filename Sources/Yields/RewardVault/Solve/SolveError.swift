/// Why an equation has no solution.
public enum SolveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A yield to reach is above zero; `target` is what was asked for.
  case targetNotPositive(target: String)
  /// The known input `name` is zero, so that no value of the unknown gives a yield above zero.
  case knownInputIsZero(name: String, unknown: String)
  /// The exact solution `exact` lies below the smallest value that can be on chain, one unit.
  case belowOneUnit(unknown: String, exact: String)
  /// The net yield `target` is above the gross yield `gross`: no commission gives more.
  case aboveGrossYield(target: String, gross: String)
  /// No APR compounds to the yield, or none that can be stated; `reason` says why.
  case notInvertible(target: String, reason: String)

  /// One sentence.
  public var description: String {
    switch self {
    case .targetNotPositive(let target):
      "found a target of \(target); expected a yield above 0"
    case .knownInputIsZero(let name, let unknown):
      "found a \(name) of 0; expected one above 0, since no \(unknown) then gives a yield above 0"
    case .belowOneUnit(let unknown, let exact):
      "found a solution of about \(exact) units; expected at least one unit of \(unknown), the "
        + "smallest on-chain value: even that gives less than the target"
    case .aboveGrossYield(let target, let gross):
      "found a net target of \(target); expected at most the gross yield \(gross), since a "
        + "commission only takes away"
    case .notInvertible(let target, let reason):
      "found a target of \(target); expected a yield that some APR compounds to: \(reason)"
    }
  }
}

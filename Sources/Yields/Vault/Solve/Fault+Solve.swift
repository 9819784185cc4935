package import Faults

// Why an equation has no solution. The place is the input that makes it unsolvable.

extension Fault {
  /// A yield to reach is above zero; `target` is what was asked for.
  package static func targetNotPositive(target: String) -> Fault {
    Fault(
      .outOfRange, at: .input("target"), found: "a target of \(target)",
      expected: "a yield above 0")
  }

  /// The known input `name` is zero, so that no value of the unknown gives a yield above zero.
  package static func knownInputIsZero(name: String, unknown: String) -> Fault {
    Fault(
      .noSolution, at: .input(name), found: "a \(name) of 0",
      expected: "more than 0; otherwise no \(unknown) gives a yield above 0")
  }

  /// The exact solution `exact` lies below the smallest value that can be on chain, one unit.
  package static func belowOneUnit(unknown: String, exact: String) -> Fault {
    Fault(
      .noSolution, at: .input("target"), found: "a solution of about \(exact) units",
      expected:
        "at least one unit of \(unknown), the smallest on-chain value; even that gives less "
        + "than the target")
  }

  /// The net yield `target` is above the gross yield `gross`: no commission gives more.
  package static func aboveGrossYield(target: String, gross: String) -> Fault {
    Fault(
      .noSolution, at: .input("target"), found: "a net target of \(target)",
      expected: "at most the gross yield \(gross), because a commission only lowers it")
  }

  /// No APR compounds to the yield, or none that can be stated; `reason` says why.
  package static func notInvertible(target: String, reason: String) -> Fault {
    Fault(
      .noSolution, at: .input("target"), found: "a target of \(target)",
      expected: "a yield that some APR compounds to: \(reason)")
  }
}

internal import FixedPoint
package import Contracts
package import Yields
package import Quantities

/// The sensitivities of a vault and its break-evens net of commission: `apr --sensitivity`.
package struct SensitivityAnswer: Sendable {
  /// Nil where no APR above 0 exists.
  package let sensitivity: VaultSensitivity?
  /// The net APR that the break-evens are for: the vault's own gross APR unless another is asked for;
  /// nil without either.
  package let hurdle: APR?
  package let breakEvens: [BreakEven]

  /// The sensitivities of a vault.
  ///
  /// - Parameters:
  ///   - snapshot: the vault.
  ///   - year: how long a year is.
  ///   - hurdle: the net APR that stakers ask for; nil takes the vault's present gross APR.
  ///   - profile: the protocol's rules.
  package init(
    of snapshot: VaultSnapshot, year: YearLength, hurdle: APR?, profile: ProtocolProfile
  ) {
    sensitivity = VaultSensitivity(of: snapshot, year: year)
    let target = hurdle ?? sensitivity.map { APR($0.apr.wad(rounding: .down)) }
    self.hurdle = target
    breakEvens = BreakEven.table(
      of: VaultEquation(snapshot: snapshot, year: year), hurdle: target ?? APR(.zero),
      rules: profile.commission)
  }

  /// A change of the APR as plain decimals: all 18, and as many more as a tiny one needs.
  static func text(ofChange change: ExactRational) -> String {
    let places = 54
    return (change * .powerOfTen(places)).integer(rounding: .halfEven).decimalText(places: places)
  }
}

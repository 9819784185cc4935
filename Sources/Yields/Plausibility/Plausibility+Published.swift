internal import FixedPoint
package import Quantities

// What looks wrong about the comparison with a published yield.

extension Plausibility {
  /// A hit of few digits among many hypotheses.
  package static func match(_ diff: VaultDiff) -> Warning? {
    let digits = diff.published.significantDigits
    guard !diff.agrees, !diff.explanations.isEmpty, digits < 3, !diff.published.value.isZero else {
      return nil
    }
    return Warning(
      .fewDigits,
      "the published figure has \(digits) significant digit\(digits == 1 ? "" : "s"), and "
        + "\(diff.hypotheses) hypotheses were tried: a match by chance is likely",
      field: "published")
  }
}

package import Faults
internal import FixedPoint
package import Quantities

// A yield that somebody published, and what is known to be taken from it.

extension Field {
  /// A published yield: a fraction (`0.5002`) or a percentage (`50.02%`), and how far its digits reach.
  ///
  /// - Returns: the figure, exact.
  /// - Throws: `Fault` for anything else.
  package func publishedYield() throws(Fault) -> PublishedFigure {
    let isPercent = text.hasSuffix("%")
    let number = isPercent ? String(text.dropLast()) : text
    guard !number.hasPrefix("-") else {
      throw self.error(.outOfRange, expected: NumberForm.notNegative("a published yield"))
    }
    let value: ExactRational
    do throws(Fault) {
      value = try Field(text: number, place: place).exactDecimal("a published yield")
    } catch {
      throw self.error(
        expected: "a published yield: a fraction (0.5002) or a percentage (50.02%), of at most "
          + "\(Self.maximumDecimals) decimals")
    }
    let parts = number.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let decimals = parts.first?.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let scale = ExactRational.powerOfTen(isPercent ? -2 : 0)
    return PublishedFigure(
      value: value * scale, lastDigit: .powerOfTen(exponent - decimals) * scale, unit: scale)
  }

  /// A commission that a yield is net of: `500` or `5%`, less than the whole.
  ///
  /// - Returns: the commission.
  /// - Throws: `Fault`, the whole by name, which would leave nothing to publish.
  package func deductedCommission() throws(Fault) -> BasisPoints {
    let share = try basisPoints("a commission")
    guard share != .whole else {
      throw error(.outOfRange, expected: "a commission below 10000 basis points (100 %)")
    }
    return share
  }
}

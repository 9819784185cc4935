internal import FixedPoint
internal import Yields
internal import Quantities
internal import Faults

/// What `diff` is asked, as the user wrote it.
package struct DiffQuestion: Sendable {
  /// The published yield.
  package var published: Field
  /// How far a figure may be from it.
  package var tolerance: Field?
  /// What is taken before the stakers get the yield.
  package var commission: Field?
  /// The stake token's whole supply, base units.
  package var tokenSupply: Field?
  /// How many explanations are listed.
  package var limit = 10

  /// Starts with the published yield.
  package init(published: Field) {
    self.published = published
  }

  /// The published figure and how far its digits reach.
  func figure() throws(Fault) -> PublishedFigure {
    let isPercent = published.text.hasSuffix("%")
    let number = isPercent ? String(published.text.dropLast()) : published.text
    let field = Field(text: number, place: published.place)
    let value: ExactRational
    do {
      value = try field.exactDecimal("a published yield")
    } catch {
      throw published.error(
        expected: "a published yield: a fraction (0.5002) or a percentage (50.02%)")
    }
    let parts = number.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let decimals = parts.first?.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let scale = ExactRational.powerOfTen(isPercent ? -2 : 0)
    return PublishedFigure(
      value: value * scale, lastDigit: .powerOfTen(exponent - decimals) * scale)
  }

  /// The tolerance as a fraction: `0.0001`, or `0.01%` for a hundredth of a percentage point.
  func toleranceFraction(notes: inout InputNotes) throws(Fault) -> ExactRational? {
    guard let tolerance else { return nil }
    let value = try tolerance.fraction("a tolerance", notes: &notes)
    guard value.signum >= 0 else { throw tolerance.error(expected: "a tolerance not below 0") }
    return ExactRational(value)
  }

  /// The commission, where one is known of.
  func commissionShare() throws(Fault) -> BasisPoints? {
    guard let commission else { return nil }
    let share = try commission.basisPoints("a commission")
    guard share != .whole else {
      throw commission.error(expected: "a commission below 10000 basis points, the whole")
    }
    return share
  }

  /// The stake token's whole supply.
  func wholeSupply() throws(Fault) -> ExactInteger? {
    guard let tokenSupply else { return nil }
    let supply = try tokenSupply.rawInteger("the stake token's whole supply in base units")
    guard !supply.isZero else {
      throw tokenSupply.error(expected: "a whole supply above 0")
    }
    return supply
  }
}

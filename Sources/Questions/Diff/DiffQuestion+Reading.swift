package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
internal import Yields

extension DiffQuestion {
  /// What is asked beside a vault's own inputs.
  package static let keys = ["published", "tolerance", "commission", "tokenSupply", "limit"]

  /// Those of them that a vault in a file may have of its own.
  package static let vaultKeys = ["published", "commission", "tokenSupply"]

  /// Reads the question.
  ///
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ inputs: InputObject, time: EvaluationTime, year: YearLength, notes: inout InputNotes
  ) throws(Fault) -> DiffQuestion {
    let published = try inputs.required("published", "the published yield")
    return DiffQuestion(
      published: try figure(published), text: published.text,
      tolerance: try tolerance(inputs, notes: &notes), commission: try commission(inputs),
      wholeSupply: try wholeSupply(inputs),
      limit: try inputs.field("limit")?.integer("a number of explanations", in: 1...Int.max) ?? 10,
      time: time, year: year)
  }

  /// The published figure and how far its digits reach.
  private static func figure(_ published: Field) throws(Fault) -> PublishedFigure {
    let isPercent = published.text.hasSuffix("%")
    let number = isPercent ? String(published.text.dropLast()) : published.text
    guard !number.hasPrefix("-") else {
      throw published.error(.outOfRange, expected: NumberForm.notNegative("a published yield"))
    }
    let value: ExactRational
    do throws(Fault) {
      value = try Field(text: number, place: published.place).exactDecimal("a published yield")
    } catch {
      throw published.error(
        expected: "a published yield: a fraction (0.5002) or a percentage (50.02%), of at most "
          + "\(Field.maximumDecimals) decimals")
    }
    let parts = number.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let decimals = parts.first?.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let scale = ExactRational.powerOfTen(isPercent ? -2 : 0)
    return PublishedFigure(
      value: value * scale, lastDigit: .powerOfTen(exponent - decimals) * scale, unit: scale)
  }

  /// A fraction: `0.0001`, or `0.01%` for a hundredth of a percentage point.
  private static func tolerance(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> ExactRational? {
    guard let tolerance = try inputs.field("tolerance") else { return nil }
    return ExactRational(try tolerance.notNegativeFraction("a tolerance", notes: &notes))
  }

  private static func commission(_ inputs: InputObject) throws(Fault) -> BasisPoints? {
    guard let commission = try inputs.field("commission") else { return nil }
    let share = try commission.basisPoints("a commission")
    guard share != .whole else {
      throw commission.error(
        .outOfRange, expected: "a commission below 10000 basis points (100 %)")
    }
    return share
  }

  private static func wholeSupply(_ inputs: InputObject) throws(Fault) -> ExactInteger? {
    guard let supply = try inputs.field("tokenSupply") else { return nil }
    let units = try supply.rawInteger("the stake token's total supply in base units")
    guard !units.isZero else {
      throw supply.error(.outOfRange, expected: "a total supply above 0")
    }
    return units
  }
}

import Faults
import FixedPoint
import Inputs
import Quantities

/// Every reader of numbers accepts what the plain rule accepts, with the plain rule's value, and nothing
/// else.
enum NumberLaw {
  private static let largestWord =
    "115792089237316195423570985008687907853269984665640564039457584007913129639935"
  private static let largest128 = "340282366920938463463374607431768211455"
  private static let largest64 = "18446744073709551615"
  private static let longest = 4_096

  static func check(_ input: [UInt8]) throws(Breach) {
    let reading = Reading(text: String(decoding: input, as: UTF8.self))
    try checkWholeNumbers(reading)
    try checkTimes(reading)
    try checkDecimals(reading)
    try checkShares(reading)
  }

  private static func checkWholeNumbers(_ reading: Reading) throws(Breach) {
    let natural = reading.whole()
    func word(takesEther: Bool) -> [UInt8]? {
      reading.whole(takesEther: takesEther)
        .flatMap { PlainNumber.isAtMost($0, largestWord) ? $0 : nil }
    }
    let (word, amount) = (word(takesEther: false), word(takesEther: true))
    func below(_ most: String) -> [UInt8]? {
      word.flatMap { PlainNumber.isAtMost($0, most) ? $0 : nil }
    }
    try reading.hold("a whole number", natural.map(PlainNumber.text)) {
      try $0.wholeNumber("a value").description
    }
    try reading.hold("a raw integer", amount.map(PlainNumber.text)) {
      try $0.rawInteger("a value", decimals: 18).description
    }
    try reading.hold("a reward rate", word.map(PlainNumber.text)) {
      try $0.rewardRate().description
    }
    try reading.hold("a total supply", amount.map(PlainNumber.text)) {
      try $0.rawInteger(of: .totalSupply, decimals: .eighteen).description
    }
    try reading.hold("a count", below(largest64).map(PlainNumber.text)) {
      try $0.count("a count").description
    }
    try reading.hold("an amount of 128 bits", below(largest128).map(PlainNumber.text)) {
      try $0.amount128("an amount").description
    }
    try reading.hold("token decimals", reading.small("255")) { try $0.tokenDecimals().description }
  }

  private static func checkTimes(_ reading: Reading) throws(Breach) {
    // From 1e11 on, the year 5138, seconds are taken for milliseconds.
    let latest = 99_999_999_999
    func upToLatest(_ digits: [UInt8]?) -> String? {
      digits.flatMap { PlainNumber.isAtMost($0, "\(latest)") ? PlainNumber.text($0) : nil }
    }
    let seconds = upToLatest(reading.whole())
    let date = PlainDate.seconds(of: reading.text).flatMap { $0 <= latest ? "\($0)" : nil }
    let whole = upToLatest(PlainWritten.wholeSeconds(reading.text))
    try reading.hold("a time", date ?? whole ?? seconds) { try $0.timestamp().description }
    let span = PlainWritten.span(reading.text, below: latest + 1).map { "\($0)" }
    try reading.hold("a duration", span ?? seconds) { try $0.duration("a span").description }
    let year = seconds.flatMap { $0.count >= 4 ? $0 : nil }
    try reading.hold("a year", reading.days ?? year) { try $0.yearLength().description }
  }

  private static func checkDecimals(_ reading: Reading) throws(Breach) {
    let decimal = reading.decimal
    let wad = decimal.flatMap { number in
      number.scaled(by: 18, below: 77).map { PlainNumber.text($0, isNegative: number.isNegative) }
    }
    // A minus sign is refused, before a nought as well.
    let unsigned = decimal.map(\.isNegative) ?? false ? nil : wad
    let isRounded = decimal.map { $0.decimals > 18 } ?? false
    try reading.hold("a decimal", unsigned, isRounded: isRounded) { field, notes in
      try field.decimal("a value", notes: &notes).rawValue.description
    }
    try reading.hold("a price", unsigned, isRounded: isRounded) { field, notes in
      try field.price(notes: &notes).wad.rawValue.description
    }
    let hasFewDecimals = decimal.map { $0.decimals <= 100 } ?? false
    try reading.hold("an exact decimal", hasFewDecimals ? unsigned : nil) {
      try $0.exactDecimal("a value").wad(rounding: .halfEven).rawValue.description
    }
    try reading.hold("an exact decimal of either sign", hasFewDecimals ? wad : nil) {
      try $0.signedExactDecimal("a value").wad(rounding: .halfEven).rawValue.description
    }
  }

  private static func checkShares(_ reading: Reading) throws(Breach) {
    let (number, isPercent) = reading.share
    let isSmall = number.map { $0.scaled(by: 18, below: 77) != nil } ?? false
    let isTaken = isSmall && (!isPercent || (number?.decimals ?? 0) <= 100)
    let fraction = (isTaken ? number : nil).flatMap { number in
      number.isNegative
        ? nil : number.scaled(by: isPercent ? 16 : 18, below: 77).map { PlainNumber.text($0) }
    }
    let isRounded = number.map { $0.decimals > (isPercent ? 16 : 18) } ?? false
    try reading.hold("a fraction", fraction, isRounded: isRounded) { field, notes in
      try field.fraction("a share", notes: &notes).rawValue.description
    }
    let positive = fraction.flatMap { $0 == "0" ? nil : $0 }
    try reading.hold("a positive fraction", positive, isRounded: isRounded) { field, notes in
      try field.positiveFraction("a share", notes: &notes).rawValue.description
    }
    var points = isPercent ? nil : reading.small("10000")
    if isPercent, isTaken, let number, number.decimals <= 2, !number.isNegative,
      let scaled = number.scaled(by: 2, below: 77), PlainNumber.isAtMost(scaled, "10000")
    {
      points = PlainNumber.text(scaled)
    }
    try reading.hold("basis points", points) { "\(try $0.basisPoints().value)" }
  }

  /// A text, and the numbers that it may be by the plain rule.
  private struct Reading {
    let text: String
    private var isUsable: Bool { !text.isEmpty && text.utf8.count <= longest }

    /// The digits of a whole number without a sign.
    var natural: [UInt8]? {
      guard isUsable, !text.hasPrefix("-") else { return nil }
      return PlainNumber(integer: text)?.digits
    }

    /// The digits of a whole number in any form.
    func whole(takesEther: Bool = false) -> [UInt8]? {
      guard isUsable else { return nil }
      return natural ?? PlainWritten.integer(text, takesEther: takesEther)
    }

    var decimal: PlainNumber? { isUsable ? PlainNumber(decimal: text) : nil }

    /// The whole seconds of a number of days below 1000.
    var days: String? {
      // 86,400 has seven factors 2 and fewer of 5: with more decimals no number of days has whole seconds.
      guard let decimal, !decimal.isNegative, decimal.decimals <= 7,
        let scaled = decimal.scaled(by: 7, below: 10)
      else { return nil }
      let seconds = scaled.reduce(0) { $0 * 10 + Int($1) } * 86_400
      return seconds > 0 && seconds % 10_000_000 == 0 ? "\(seconds / 10_000_000)" : nil
    }

    /// A number, and whether a percent sign stands behind it.
    var share: (PlainNumber?, isPercent: Bool) {
      guard text.hasSuffix("%") else { return (decimal, false) }
      return (Reading(text: String(text.dropLast())).decimal, true)
    }

    /// A whole number from 0, without a sign.
    func small(_ most: String) -> String? {
      natural.flatMap { PlainNumber.isAtMost($0, most) ? PlainNumber.text($0) : nil }
    }

    func hold(
      _ what: String, _ expected: String?, _ read: (Field) throws -> String
    ) throws(Breach) {
      let found = try Fault.accepted { try read(Field(option: "--value", text: text)) }
      try Breach.require(
        found == expected,
        "\(what) of \(text.debugDescription): \(found ?? "refused"), not \(expected ?? "refused")")
    }

    /// The same with a note where digits are rounded away.
    func hold(
      _ what: String, _ expected: String?, isRounded: Bool,
      _ read: (Field, inout InputNotes) throws -> String
    ) throws(Breach) {
      var notes = InputNotes(strict: false)
      try hold(what, expected) { try read($0, &notes) }
      try Breach.require(
        expected == nil || notes.notes.isEmpty == !isRounded,
        "\(what) of \(text.debugDescription): notes \(notes.notes)")
    }
  }
}

extension ArithmeticError: CustomStringConvertible {
  /// One sentence that names the failure and its operands.
  public var description: String {
    switch self {
    case .divisionByZero(let dividend):
      "division of \(dividend) by zero"
    case .malformedInteger(let text, let fault):
      "\"\(text)\" is not an integer: \(fault)"
    case .malformedDecimal(let text, let fault):
      "\"\(text)\" is not a decimal number: \(fault)"
    case .textTooLong(let length, let limit):
      "a number of \(length) characters is too long; at most \(limit) are read"
    case .exponentOutOfRange(let text, let limit):
      "the exponent of \"\(text)\" is out of range; it may reach from -\(limit) to \(limit)"
    case .tooManyDecimals(let text, let decimals, let limit):
      "\"\(text)\" has \(decimals) decimal places; exact values hold at most \(limit)"
    case .squareRootOfNegative(let radicand):
      "the square root of the negative number \(radicand)"
    case .negativeExponent(let base, let exponent):
      "\(base) to the negative power \(exponent) is not an integer"
    case .negativePowerOfZero(let exponent):
      "zero to the negative power \(exponent)"
    case .outsideDomain(let function, let argument, let bound):
      "\(function)(\(argument)) is undefined; the argument must be greater than \(bound)"
    case .fractionalPowerOfNegative(let base, let exponent):
      "the negative number \(base) to the fractional power \(exponent)"
    case .resultTooLarge(let operation, let limitBits):
      "the result of \(operation) would need more than \(limitBits) bits"
    case .periodsOutOfRange(let periods, let limit):
      "\(periods) compounding periods per year; there must be from 1 to \(limit)"
    }
  }
}

extension NumberTextFault: CustomStringConvertible {
  /// The fault as a clause that completes "is not a number: …".
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .noDigits: "a digit is missing"
    case .plusSign: "a leading plus sign is not accepted"
    case .whitespace: "it contains white space"
    case .separator: "it contains a digit separator"
    case .scientificNotation: "it is in scientific notation"
    case .fraction: "it has a decimal point"
    case .hexadecimal: "it is hexadecimal"
    case .notFinite: "it is not finite"
    case .unexpectedCharacter(let offset): "unexpected character at offset \(offset)"
    }
  }
}

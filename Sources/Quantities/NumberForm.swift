/// How numbers are written wherever they are read, as the end of "expected ...": one sentence for each
/// kind.
package enum NumberForm {
  /// A raw on-chain integer.
  package static func wholeNumber(_ what: String) -> String {
    "\(what): a whole number, written in decimal digits or as 0x..."
  }

  /// A decimal number.
  package static func decimal(_ what: String) -> String {
    "\(what) as a decimal number, for example 7.8 or 1e-5"
  }

  /// A yield, or a part of a whole.
  package static func share(_ what: String) -> String { "\(what), for example 0.05 or 5%" }

  /// A number that has no minus sign.
  package static func notNegative(_ what: String) -> String { "\(what), 0 or more" }

  /// A span of time.
  package static func seconds(_ what: String) -> String {
    "\(what) in whole seconds, or as 7d or 36h"
  }

  /// A point in time.
  package static let time = "unix seconds or a UTC time such as 2026-05-01T12:00:00Z"
}

internal import Faults
internal import Inputs
internal import Quantities
internal import Text

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: a request's text ends with a zero byte, and is copied within the call.

/// What a caller asks: a JSON object whose keys are the arguments of a function.
enum Request {
  /// How places in a request are told apart from those in files.
  private static let name = "request"

  /// The object of a request's text.
  static func node(_ text: UnsafePointer<CChar>?) throws(Fault) -> InputNode {
    guard let text = unsafe text else {
      throw Fault(.missingValue, at: .input(name), found: "a null", expected: "a JSON object")
    }
    let bytes = unsafe Array(String(cString: text).utf8)
    return InputNode(try JSONReader.parse(bytes, name: name), file: name)
  }

  /// What is to be noted of the inputs; times may count from now.
  static func notes(strict: Bool = false) throws(Fault) -> InputNotes {
    var notes = InputNotes(strict: strict)
    notes.clock = try now()
    return notes
  }

  /// The present time.
  static func now() throws(Fault) -> Timestamp {
    try Timestamp(UInt64(max(0, time(nil))))
  }

  /// A fault at an argument by its name: `metrics[1]` for `request:1:34: $.metrics[1]`.
  static func named(_ fault: Fault) -> Fault {
    guard let place = fault.place, place.file == name else { return fault }
    let member = place.member.map { $0.hasPrefix("$.") ? String($0.dropFirst(2)) : $0 }
    return fault.at(.input(member.flatMap { $0 == "$" ? nil : $0 } ?? name))
  }
}

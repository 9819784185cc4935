package import Faults

/// What is wrong with the structures that a producer hands over, or with what can be made of them.
package enum ArrowFault: Error {
  /// A structure contradicts itself or its schema, was released, or is of a type that has no exact reading.
  case structure(Fault)
  /// A value, a column or a request that cannot be used.
  case input(Fault)
  /// There is no memory for so many bytes.
  case noMemory(Int)

  /// A structure that is not as Arrow says.
  static func malformed(_ column: String?, _ found: String, expected: String) -> ArrowFault {
    .structure(
      Fault(
        .syntax, at: .input(column.map { $0.isEmpty ? "a column" : $0 } ?? "batch"), found: found,
        expected: expected))
  }

  /// A type that is not read.
  static func type(
    _ column: String, _ found: String, expected: String, hint: String? = nil
  ) -> ArrowFault {
    .structure(
      Fault(.wrongType, at: .input(column), found: found, expected: expected, hint: hint))
  }

  /// The fault for people and programs.
  package var fault: Fault {
    switch self {
    case .structure(let fault), .input(let fault): fault
    case .noMemory(let count):
      Fault(.internalError, found: "no memory for \(count) bytes", expected: "")
    }
  }
}

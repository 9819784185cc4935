#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: strerror_r writes into an array of ours within the call, no further than its length.

/// A file operation that the system refused: which one, on what, and the system's own reason.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Operation: String, Sendable {
    case open, read, write, rename, close
    case inspect = "look at"
  }

  /// The path as the user gave it, or `standard input` / `standard output`.
  package let path: String
  package let operation: Operation
  /// The value of `errno`.
  package let code: Int32

  package init(path: String, operation: Operation, code: Int32) {
    self.path = path
    self.operation = operation
    self.code = code
  }

  /// The system's text for the reason, such as `No space left on device`.
  package var reason: String {
    var text = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The reader of a pipe went away: not worth a message when it was standard output.
  package var isBrokenPipe: Bool { code == EPIPE }

  /// The device or the quota is full.
  package var isOutOfSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// The fact without the path: `cannot write: No space left on device`.
  package var fact: String { "cannot \(operation.rawValue): \(reason)" }

  package var description: String { "\(path): \(fact)" }
}

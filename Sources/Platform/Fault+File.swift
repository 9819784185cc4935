#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
package import Faults

// Unsafe: `strerror_r` fills a buffer of the stated size.

extension Fault {
  /// What the system refused to do with a file.
  package enum FileOperation: String, Sendable {
    case open, read, write, rename, close, remove
    case inspect = "look at"
    /// Opening an output.
    case create = "open for writing"
    /// What was written before, for its own use.
    case reread = "read back"
    /// Making sure that what was written survives a loss of power.
    case sync = "write to disk"

    fileprivate var isReading: Bool { self == .open || self == .read || self == .inspect }
  }

  /// A file operation that the system refused: which one, on what, and the system's own reason.
  ///
  /// - Parameters:
  ///   - operation: what was tried.
  ///   - path: the path as the user gave it, or `standard input`, `standard output`.
  ///   - target: where the path leads, if it is a link.
  ///   - code: the value of `errno`.
  /// - Returns: the fault.
  package static func file(
    _ operation: FileOperation, _ path: String, to target: String? = nil, code: Int32
  ) -> Fault {
    let link = target.flatMap { $0 == path ? nil : " (a link to \($0))" } ?? ""
    return Fault(
      faultCode(operation, code), at: .file(path),
      found: "cannot \(operation.rawValue): \(reason(code))\(link)", expected: "")
  }

  private static func faultCode(_ operation: FileOperation, _ code: Int32) -> Fault.Code {
    switch code {
    case EPIPE: .readerGone
    case ENOSPC, EDQUOT: .outOfSpace
    case _ where operation.isReading: .unreadable
    default: .unwritable
    }
  }

  /// The system's text for a reason, such as `No space left on device`.
  private static func reason(_ code: Int32) -> String {
    var text = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

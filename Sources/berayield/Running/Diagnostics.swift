internal import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: write(2) reads an array's own buffer within the call and no further than its length; isatty
// and getenv are asked for a flag and for whether there is a value.

/// What goes to stderr: errors, notes and progress.
///
/// Data never does.
enum Diagnostics {
  /// One `error:` line, and a hint on the next one.
  static func error(_ text: String, hint: String? = nil) {
    write("error: \(text)\n" + (hint.map { "  hint: \($0)\n" } ?? ""))
  }

  /// A fault: its line, and its hint.
  static func error(_ fault: Fault) { error(fault.description, hint: fault.hint) }

  /// One `note:` line for each fact about the input.
  static func notes(_ notes: [Fault]) { self.notes(notes.map(\.description)) }

  /// One `note:` line for each fact the user should know.
  static func notes(_ notes: [String]) {
    for note in notes { write("note: \(note)\n") }
  }

  /// Whether stderr is a terminal, where a progress line may be drawn.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Text as it is.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe Self.systemWrite(bytes.baseAddress, bytes.count)
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func systemWrite(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(STDERR_FILENO, bytes, count)
    #elseif canImport(Musl)
      unsafe Musl.write(STDERR_FILENO, bytes, count)
    #else
      unsafe Darwin.write(STDERR_FILENO, bytes, count)
    #endif
  }
}

/// Ends the process.
func exitProcess(_ code: Int32) -> Never {
  exit(code)
}

/// Now, in unix seconds.
func currentUnixSeconds() -> UInt64 {
  UInt64(max(0, time(nil)))
}

/// Whether stdout is a terminal.
func standardOutputIsTerminal() -> Bool { isatty(STDOUT_FILENO) == 1 }

/// Whether stdout is a terminal and the user has not asked for plain text (`NO_COLOR`).
func standardOutputTakesColor() -> Bool {
  unsafe standardOutputIsTerminal() && getenv("NO_COLOR") == nil
}

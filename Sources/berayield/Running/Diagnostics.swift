internal import Faults
internal import Text

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: write(2) reads an array's own buffer within the call and no further than its length.

/// What goes to stderr: errors, notes and progress.
///
/// Data never does.
enum Diagnostics {
  /// A fault: one `error:` line and its hint on the next one, or one JSON object.
  static func error(_ fault: Fault) {
    if RawArguments.own.isForPrograms { return write(object("error", fault)) }
    write(
      "\(painted("error:", "31")) \(line(fault))\n"
        + (fault.hint.map { "  hint: \(PrintableText.of($0))\n" } ?? ""))
  }

  /// One `note:` line, or one JSON object, for each fact that the user should know.
  static func notes(_ notes: [Fault]) {
    for note in notes {
      write(
        RawArguments.own.isForPrograms
          ? object("note", note) : "\(painted("note:", "33")) \(line(note))\n")
    }
  }

  /// What a run that goes on has done: a line as it is, or a note for programs.
  static func progress(_ note: Fault) {
    write(RawArguments.own.isForPrograms ? object("note", note) : "\(line(note))\n")
  }

  /// A fault on one line, whatever a user wrote in it.
  private static func line(_ fault: Fault) -> String { PrintableText.of(fault.description) }

  /// What begins a line: an error red, a note amber, where the terminal takes it.
  private static func painted(_ word: String, _ code: String) -> String {
    Terminal.errorsTakeColor ? "\u{1B}[\(code)m\(word)\u{1B}[0m" : word
  }

  private static func object(_ key: String, _ fault: Fault) -> String {
    var writer = JSONWriter(style: .compact)
    writer.beginObject()
    writer.key(key)
    writer.value(fault.json)
    writer.endObject()
    return PrintableText.ofJSON(writer.takeText()) + "\n"
  }

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

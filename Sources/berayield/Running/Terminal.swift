#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: getenv's text is copied at once; ioctl(2) fills a structure of our own; isatty is asked for a
// flag.

/// What stdout and stderr are shown on.
enum Terminal {
  /// The width of a page where nothing says another.
  private static let usualWidth = 80

  /// Whether stdout is a terminal and the user has not asked for plain text (`NO_COLOR`).
  static var takesColor: Bool { isTerminal && permitsColor }

  /// The same of stderr.
  static var errorsTakeColor: Bool { showsErrors && permitsColor }

  /// Whether stderr is a terminal, where a progress line may be drawn.
  static var showsErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether stdout is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How many characters a line has room for: `COLUMNS`, the terminal's width, or 80.
  static var width: Int {
    if let columns = variable("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    guard isTerminal else { return usualWidth }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return usualWidth
    }
    return Int(size.ws_col)
  }

  private static var permitsColor: Bool { (variable("NO_COLOR") ?? "").isEmpty }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

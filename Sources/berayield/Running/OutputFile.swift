internal import Faults
internal import Platform

/// Output that appears under its name whole or not at all.
enum OutputFile {
  /// Refuses a name that says another kind of file than what is written.
  ///
  /// `-` is stdout, and what stands in /dev is no file.
  ///
  /// - Parameters:
  ///   - ending: what the name ends in, such as `.svg`.
  ///   - path: the name; nil where none is given.
  ///   - option: the option that gave it.
  /// - Throws: `Fault`.
  static func require(_ ending: String, of path: String?, option: String) throws(Fault) {
    guard let path, path != "-", !path.hasPrefix("/dev/"), !path.lowercased().hasSuffix(ending)
    else { return }
    throw Fault(
      .invalidValue, at: .option(option), found: path, expected: "a name that ends in \(ending)")
  }

  /// Writes a file piece by piece; it appears when all of it is there.
  ///
  /// - Parameters:
  ///   - path: where; `-` is stdout.
  ///   - option: what names the path on the command line.
  ///   - body: writes the pieces.
  /// - Throws: `Fault`, or what `body` throws; then nothing has appeared.
  static func write(
    to path: String, option: String, _ body: (AtomicFile) throws -> Void
  ) throws {
    try naming([option: path]) {
      let file = try AtomicFile(path: path)
      do {
        try body(file)
        try file.commit()
      } catch {
        file.discard()
        throw error
      }
    }
  }

  /// Writes a file.
  ///
  /// - Parameters:
  ///   - text: its content.
  ///   - path: where; `-` is stdout.
  ///   - option: what names the path on the command line.
  /// - Throws: `Fault`; then nothing has appeared.
  static func write(_ text: String, to path: String, option: String) throws {
    try write(to: path, option: option) { file in try file.write(text) }
  }

  /// Runs what writes outputs; the fault of one that cannot be written says which option names it.
  static func naming<Result>(
    _ paths: KeyValuePairs<String, String?>, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let fault as Fault where fault.code == .unwritable || fault.code == .outOfSpace {
      guard let file = fault.place?.file, let option = paths.first(where: { $0.value == file })
      else { throw fault }
      throw fault.at(.file(file, member: option.key))
    }
  }
}

internal import Faults
internal import Platform

/// Output that appears under its name whole or not at all.
enum OutputFile {
  /// Refuses a name that says another kind of file than what is written.
  ///
  /// Only files have such names: stdout, devices and pipes may have any.
  ///
  /// - Parameters:
  ///   - ending: what the name ends in, such as `.svg`.
  ///   - path: the name; nil where none is given.
  ///   - option: the option that gave it.
  /// - Throws: `Fault`.
  static func require(_ ending: String, of path: String?, option: String) throws {
    guard let path, !path.lowercased().hasSuffix(ending) else { return }
    let isFile = try naming([option: path]) { try OutputTarget(path: path).isFile }
    guard isFile else { return }
    throw Fault(
      .invalidValue, at: .option(option), found: Quotation.bare(path),
      expected: "a name that ends in \(ending)")
  }

  /// Writes a file piece by piece; it appears when all of it is there.
  ///
  /// - Parameters:
  ///   - path: where; `-` is stdout.
  ///   - option: what names the path on the command line.
  ///   - picture: what is drawn beside it; it appears last, and never beside a file of another run.
  ///   - body: writes the pieces.
  /// - Throws: `Fault`, or what `body` throws; then nothing has appeared.
  static func write(
    to path: String, option: String, with picture: Picture? = nil,
    _ body: (AtomicFile) throws -> Void
  ) throws {
    try naming([option: path, Picture.option: picture?.path]) {
      let drawn = try picture.map { picture in
        let file = try AtomicFile(path: picture.path)
        try file.write(picture.text)
        // Before `path` is written: that may be stdout, which takes nothing back.
        try file.prepare()
        return file
      }
      let file = try AtomicFile(path: path)
      do {
        if let drawn { try file.begin(with: drawn) }
        try body(file)
        if let drawn { try file.commit(with: drawn) } else { try file.commit() }
      } catch {
        file.discard()
        drawn?.discard()
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

/// A picture that is drawn beside an answer, and where it goes.
struct Picture {
  static let option = "--plot"
  let text: String
  let path: String
}

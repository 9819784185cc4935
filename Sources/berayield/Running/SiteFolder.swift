internal import Faults
internal import History
internal import Inputs
internal import Platform
internal import Questions

/// The folder of a site: every file in it is whole, or the old one.
///
/// Files that are not of this site are left alone, also pages of vaults that are gone: they name their block.
struct SiteFolder {
  private let path: String

  /// - Parameters:
  ///   - path: the folder; it is made where there is none.
  ///   - option: what names it on the command line.
  /// - Throws: a `Fault` where it cannot be made, or is none.
  init(path: String, option: String) throws(Fault) {
    guard path != "-", !path.isEmpty else {
      throw Fault(
        .invalidValue, at: .option(option), found: path.isEmpty ? "no name" : "stdout",
        expected: "a folder: a site has many files")
    }
    self.path = path.hasSuffix("/") ? path : path + "/"
    do throws(Fault) { try Folder.make(path) } catch {
      throw error.at(.file(path, member: option))
    }
  }

  /// The files of a site that are in every one, as outputs that must not replace an input.
  static func outputs(of path: String?, option: String) -> [RunFiles.Output] {
    guard let path, !path.isEmpty else { return [] }
    return PageQuestion.fixedNames.map { RunFiles.Output("\(path)/\($0)", at: .option(option)) }
  }

  /// Writes the site, its first page last.
  func write(_ page: PageQuestion) throws(Fault) {
    for name in page.absentNames { try Folder.removeFile(path + name) }
    try page.files(write)
  }

  /// Writes the site of a history as it is, also of one in which no reading has succeeded yet.
  func write(_ store: HistoryStore, notes: inout InputNotes) throws(Fault) {
    if try store.last() == nil {
      try writeMetrics(of: store, notes: &notes)
    } else {
      try write(PageQuestion.read(store, notes: &notes))
    }
  }

  /// Writes the metrics of a history alone: nothing else changes when a reading fails.
  func writeMetrics(of store: HistoryStore, notes: inout InputNotes) throws(Fault) {
    try write(PageQuestion.metrics(of: store, notes: &notes))
  }

  private func write(_ file: PageQuestion.File) throws(Fault) {
    // Somebody may have removed it since.
    try Folder.make(path + (file.folder ?? ""))
    let target = try AtomicFile(path: path + file.name)
    do throws(Fault) {
      try target.write(file.bytes)
      try target.commit()
    } catch {
      target.discard()
      throw error
    }
  }
}

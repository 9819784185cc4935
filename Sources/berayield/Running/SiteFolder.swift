internal import Faults
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
  /// - Throws: a `Fault` where it cannot be made.
  init(path: String, option: String) throws(Fault) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    do throws(Fault) { try Folder.make(path) } catch {
      throw error.at(.file(path, member: option))
    }
  }

  /// Writes the site, its first page last.
  func write(_ page: PageQuestion) throws(Fault) {
    try page.files { file throws(Fault) in
      if let folder = file.folder { try Folder.make(path + folder) }
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
}

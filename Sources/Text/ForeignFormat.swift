package import Faults

/// Files that are no text of ours, by their first bytes, and the way to make such text of them.
package enum ForeignFormat: CaseIterable {
  case gzip, zstd, bzip2, xz, zip, parquet, arrow, utf16, html

  /// What a reader takes.
  package enum Wanted: String {
    case csv = "CSV"
    case json = "JSON"

    /// A command that reads it from stdin, as the end of a pipe.
    fileprivate var command: String {
      switch self {
      case .csv: "berayield csv -"
      case .json: "berayield apr -"
      }
    }
  }

  /// So many bytes tell a format.
  package static let length = 14

  /// The refusal of an input that begins so; nil where it may be text.
  ///
  /// - Parameters:
  ///   - start: the first ``length`` bytes, or all where there are fewer.
  ///   - name: the input, as messages name it.
  ///   - wanted: what is read.
  /// - Returns: the fault.
  package static func refusal(
    of start: some Sequence<UInt8>, name: String, wanted: Wanted
  ) -> Fault? {
    let start = Array(start.prefix(length))
    guard let format = allCases.first(where: { $0.begins(start) }) else { return nil }
    return Fault(
      .syntax, at: .file(name), found: format.title, expected: "\(wanted.rawValue) text in UTF-8",
      hint: format.way(to: wanted))
  }

  private func begins(_ start: [UInt8]) -> Bool {
    switch self {
    case .html:
      let text = String(decoding: start, as: UTF8.self).lowercased()
      return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    default: return marks.contains { start.starts(with: $0) }
    }
  }

  /// The first bytes of such files.
  private var marks: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .zstd: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .bzip2: [Array("BZh".utf8)]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]]
    case .zip: [[0x50, 0x4B, 0x03, 0x04]]
    case .parquet: [Array("PAR1".utf8)]
    case .arrow: [Array("ARROW1".utf8)]
    case .utf16: [[0xFF, 0xFE], [0xFE, 0xFF]]
    case .html: []
    }
  }

  private var title: String {
    switch self {
    case .gzip: "a gzip file"
    case .zstd: "a zstd file"
    case .bzip2: "a bzip2 file"
    case .xz: "an xz file"
    case .zip: "a zip file, as xlsx files are"
    case .parquet: "a Parquet file"
    case .arrow: "an Arrow file"
    case .utf16: "text in UTF-16"
    case .html: "a web page"
    }
  }

  private func way(to wanted: Wanted) -> String {
    switch self {
    case .gzip: "zcat FILE | \(wanted.command)"
    case .zstd: "zstdcat FILE | \(wanted.command)"
    case .bzip2: "bzcat FILE | \(wanted.command)"
    case .xz: "xzcat FILE | \(wanted.command)"
    case .zip: "unzip it, or export the sheet as \(wanted.rawValue)"
    case .parquet, .arrow:
      "export it as \(wanted.rawValue), raw integers as text: no float keeps their digits"
    case .utf16: "iconv -f UTF-16 -t UTF-8 FILE | \(wanted.command)"
    case .html: "save the data itself; a page is what a browser shows of it"
    }
  }
}

package import Quantities

extension Sheet {
  /// The warnings that a format has no place for, which its reader must learn in another way.
  package func warningsMissing(from format: ResultFormat) -> [Warning] {
    let isStated =
      switch format {
      case .text: true
      case .json, .ndjson: document == nil && lines == nil && hasWarnings(for: .json)
      case .csv: csvTable == nil && hasWarnings(for: .csv)
      case .html: hasWarnings(for: .html)
      }
    return isStated ? [] : warnings
  }

  private func hasWarnings(for audience: Audience) -> Bool {
    sections.contains { section in
      guard section.audience.isSuperset(of: audience), case .warnings = section.content else {
        return false
      }
      return true
    }
  }
}

internal import ArgumentParser

// What the completions of shells offer for a value.

extension CompletionKind {
  /// JSON documents.
  static var json: CompletionKind { .file(extensions: ["json", "ndjson"]) }

  /// CSV files, whatever divides their fields.
  static var csv: CompletionKind { .file(extensions: ["csv", "tsv", "txt"]) }

  /// Plots.
  static var svg: CompletionKind { .file(extensions: ["svg"]) }

  /// Names of a closed list, several with commas between.
  static func names(_ names: [String]) -> CompletionKind {
    .custom { _, _, word in
      let before = word.lastIndex(of: ",").map { word[...$0] } ?? ""
      let taken = before.split(separator: ",").map(String.init)
      return names.filter { !taken.contains($0) }.map { before + $0 }
    }
  }

  /// Names of a closed list that a value is given to, as `name=value`.
  static func assignments(_ names: [String]) -> CompletionKind { .list(names.map { $0 + "=" }) }
}

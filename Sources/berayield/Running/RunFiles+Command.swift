internal import Faults
internal import History
internal import Platform

extension RunFiles {
  /// The files of a command.
  ///
  /// - Parameters:
  ///   - inputs: the paths of what is read; `-` is stdin, nil is not given.
  ///   - outputs: the paths of what is written, by the options that name them; `-` is stdout.
  ///   - hints: what to do about an option's file if it is the same as another.
  init(
    inputs: [String?], outputs: KeyValuePairs<String, String?>, hints: [String: String] = [:]
  ) {
    self.init(
      inputs: inputs.compactMap(\.self),
      outputs: Output.named(outputs.map { (option: $0, path: $1) }, hints: hints))
  }
}

extension RunFiles.Output {
  /// The files that options name; `-` is stdout, nil is not given.
  static func named(
    _ paths: [(option: String, path: String?)], hints: [String: String] = [:]
  ) -> [RunFiles.Output] {
    paths.compactMap { option, path in
      path.map { RunFiles.Output($0, at: .option(option), hint: hints[option]) }
    }
  }

  /// What SQLite and the lock keep beside a store, as if the run wrote it: no other output may be one of these.
  static func parts(ofStore path: String) throws(Fault) -> [RunFiles.Output] {
    try HistoryStore.sideFiles(of: path).map { RunFiles.Output($0, at: .file(path)) }
  }
}

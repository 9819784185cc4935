internal import Faults
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
      outputs: outputs.compactMap { option, path in
        path.map { Output($0, at: .option(option), hint: hints[option]) }
      })
  }
}

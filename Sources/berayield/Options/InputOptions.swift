internal import ArgumentParser
internal import Inputs

/// How documents are read: the same for every command that reads JSON.
struct InputOptions: ParsableArguments {
  @Flag(help: "Ignore unknown keys, with a note; by default they are an error.")
  var ignoreUnknown = false

  /// What is to be noted of the inputs, and what refused.
  var notes: InputNotes { .byClock(strict: false, ignoresUnknownKeys: ignoreUnknown) }
}

/// Whether what could be noted is refused, for commands that read decimal numbers.
struct StrictOptions: ParsableArguments {
  @Flag(help: "Refuse values that would be rounded or put in order with a note.")
  var strict = false
}

/// How documents and options with decimal numbers are read.
struct DecimalInputOptions: ParsableArguments {
  @OptionGroup private var input: InputOptions
  @OptionGroup private var strictness: StrictOptions

  /// What is to be noted of the inputs, and what refused.
  var notes: InputNotes {
    .byClock(strict: strictness.strict, ignoresUnknownKeys: input.ignoreUnknown)
  }
}

extension InputNotes {
  /// Notes of inputs that may count from the present time.
  fileprivate static func byClock(strict: Bool, ignoresUnknownKeys: Bool) -> InputNotes {
    var notes = InputNotes(strict: strict, ignoresUnknownKeys: ignoresUnknownKeys)
    notes.clock = try? Clock.now()
    return notes
  }
}

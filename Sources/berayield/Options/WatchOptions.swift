internal import ArgumentParser
internal import Chain
internal import Faults
internal import Inputs
internal import Quantities

/// When readings are due, and when they end.
struct WatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Time between readings: 10m, 1h, or seconds.", valueName: "span"))
  var every = "10m"

  @Option(help: ArgumentHelp("End after as many readings; 1 for cron.", valueName: "n"))
  var count: String?

  @Option(
    help: ArgumentHelp(
      "Read the past first, from this time on, where the endpoint keeps its state.",
      valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("The last time to read; now ends with the past.", valueName: "time"))
  var to: String?

  /// The plan.
  ///
  /// - Parameters:
  ///   - chain: what is typed of the block that is read now.
  ///   - single: options that are for one reading, and whether they are given.
  ///   - notes: has the clock, and takes what is to be noted of times.
  /// - Returns: the plan.
  /// - Throws: a `Fault` where an option cannot be, or two do not go together.
  func plan(
    _ chain: ChainOptions, single: KeyValuePairs<String, Bool>, notes: inout InputNotes
  ) throws(Fault) -> WatchPlan {
    let interval = Field(option: "--every", text: every)
    let every = try interval.interval("an interval")
    guard every > Seconds(0) else {
      throw interval.error(.outOfRange, expected: "a second or more")
    }
    let count = try count.map { text throws(Fault) in
      try Field(option: "--count", text: text).integer(
        "a number of readings", in: 1...1_000_000_000)
    }
    let from = try time("--from", from, &notes)
    let to = try time("--to", to, &notes)
    if let from, let now = notes.clock, from > now {
      throw Field(option: "--from", text: self.from ?? "").error(
        .outOfRange, expected: "a time that is past", hint: "a watch begins at once")
    }
    if let given = single.first(where: \.value), count != 1 || from != nil {
      throw Fault(
        .conflict, at: .option(given.key), found: "an option of one reading",
        expected: "--count 1 as well, and no --from")
    }
    if let to, let start = from ?? notes.clock, to < start {
      throw Field(option: "--to", text: self.to ?? "").error(
        .outOfRange,
        expected: from == nil ? "a time to come, or --from as well" : "one after --from")
    }
    return WatchPlan(
      reading: try chain.blockChoice(&notes), every: every, count: count, from: from, to: to)
  }

  private func time(
    _ option: String, _ text: String?, _ notes: inout InputNotes
  ) throws(Fault) -> Timestamp? {
    try text.map { text throws(Fault) in
      try Field(option: option, text: text).timestamp(notes: &notes)
    }
  }
}

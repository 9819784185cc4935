internal import Faults
internal import History
internal import Inputs
internal import Platform
internal import Quantities
internal import Questions
internal import Sheets
internal import Yields

// What each view of a history writes.
extension HistoryCommand {
  /// The times between which something is told, with the notes about them.
  private func range() throws(Fault) -> (from: Timestamp?, to: Timestamp?, notes: InputNotes) {
    var notes = InputNotes(strict: false)
    notes.clock = try Clock.now()
    let from = try from.map { text throws(Fault) in
      try Field(option: "--from", text: text).timestamp(notes: &notes)
    }
    let to = try to.map { text throws(Fault) in
      try Field(option: "--to", text: text).timestamp(notes: &notes)
    }
    if let from, let to, to < from {
      throw Fault(
        .conflict, at: .option("--to"), found: to.date, expected: "a time from \(from.date) on")
    }
    return (from, to, notes)
  }

  /// The vaults asked for, or all.
  private func addresses(_ history: HistoryStore) throws(Fault) -> [String] {
    guard !vault.isEmpty else { return try history.vaultAddresses() }
    var addresses: [String] = []
    for text in vault {
      let field = Field(option: "--vault", text: text)
      let address = try history.address(field)
      guard !addresses.contains(address) else {
        throw field.error(.repeated, expected: "each once")
      }
      addresses.append(address)
    }
    return addresses
  }

  private func windows() throws(Fault) -> [RealizedYieldQuestion.Window] {
    try window.map { text throws(Fault) in
      try RealizedYieldQuestion.Window.list(Field(option: "--window", text: text))
    } ?? RealizedYieldQuestion.Window.standard
  }

  func realized(_ history: HistoryStore) throws {
    let (from, to, notes) = try range()
    let destination = try output.destination(notes)
    let year = try year.yearLength()
    if let pool {
      let series = try history.series(of: Field(option: "--pool", text: pool), in: (from, to))
      let question = RealizedYieldQuestion(series: [series], windows: try windows(), year: year)
      return try destination.write { _ in try question.sheet() }
    }
    let question = RealizedVaultQuestion(
      of: history, windows: try windows(), in: (from, to), year: year)
    let addresses = try addresses(history)
    try destination.write(addresses.count) { try question.sheet(of: addresses[$0]) }
  }

  func series(_ figure: HistoryFigure, _ history: HistoryStore) throws {
    let (from, to, notes) = try range()
    var destination = try output.destination(notes)
    let subjects =
      figure == .sharePrice
      ? [try history.poolName(Field(option: "--pool", text: pool ?? "sWBERA"))]
      : try addresses(history)
    let step = try every.map { text throws(Fault) in
      try Self.step(Field(option: "--every", text: text))
    }
    let window = try windowBefore()
    let year = try year.yearLength()
    func series(of subject: String) throws(Fault) -> HistorySeries {
      let points =
        figure == .sharePrice
        ? try history.sharePrices(of: subject, in: (from, to))
        : try history.points(
          of: figure, vault: subject, in: (from, to), window: window, year: year)
      let last = try points.last?.block.flatMap { block throws(Fault) in
        try history.moment(of: subject, at: block)
      }
      let series = HistorySeries(figure, of: subject, name: last?.name, points)
      return try step.map { step throws(Fault) in
        try series.resampled(every: step, in: (from, to))
      } ?? series
    }
    if let plot {
      guard subjects.count == 1 else {
        throw Field(option: "--plot", text: plot)
          .error(.conflict, expected: "one vault to draw: --vault ADDRESS")
      }
      destination.picture = Picture(text: try series(of: subjects[0]).plot(), path: plot)
    }
    try destination.write(subjects.count) { try series(of: subjects[$0]).sheet }
  }

  private static func step(_ field: Field) throws(Fault) -> Seconds {
    let step = try field.interval("a step")
    guard step > Seconds(0) else { throw field.error(.outOfRange, expected: "a second or more") }
    return step
  }

  /// The window before each point of a realised APR.
  private func windowBefore() throws(Fault) -> Seconds {
    let window = Field(option: "--window", text: window ?? "7d")
    let spans = try RealizedYieldQuestion.Window.list(window).map(\.span)
    switch (spans.first, spans.count) {
    case (.last(let length), 1): return length
    default: throw window.error(.conflict, expected: "one window such as 7d beside --every")
    }
  }

  func changes(_ history: HistoryStore) throws {
    guard let last = try history.last(), let first = try history.first() else { return }
    var notes = InputNotes(strict: false)
    notes.clock = try Clock.now()
    let day = Timestamp(unchecked: last.time.seconds - min(last.time.seconds, Seconds.day.count))
    let since = try since.map { text throws(Fault) in
      try Field(option: "--since", text: text).timestamp(notes: &notes)
    }
    let before = try history.block(atOrBefore: since ?? day) ?? first
    if let since, since < first.time {
      notes.add(
        Fault(
          .assumedValue, severity: .note, at: .option("--since"),
          found: "a time before the first block", expected: "",
          hint: "the first one is taken, of \(first.time.date)"))
    }
    try output.destination(notes).write { notes in
      try ChangesQuestion.read(
        from: try history.file(at: before), to: try history.file(at: last),
        threshold: threshold.field, notes: &notes
      ).sheet
    }
  }

  func export(_ history: HistoryStore) throws {
    let destination = try output.destination(InputNotes(strict: false))
    if let table = destination.table {
      throw Field(option: "--table", text: table)
        .error(.conflict, expected: "another view, as an export has rows of one kind")
    }
    let question = HistoryExport(of: history)
    try OutputFile.write(to: output.output, option: "-o") { file in
      try question.write(output.format, to: file.write)
    }
  }
}

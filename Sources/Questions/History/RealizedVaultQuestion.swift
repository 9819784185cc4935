internal import Contracts
package import Faults
internal import FixedPoint
package import History
package import Quantities
package import Sheets
internal import Text
internal import Yields

/// What vaults really paid, from a history of their accumulators.
package struct RealizedVaultQuestion {
  package let store: HistoryStore
  package let windows: [RealizedYieldQuestion.Window]
  /// Nothing before this time counts, and nothing after the other.
  package let range: (from: Timestamp?, to: Timestamp?)
  package let year: YearLength

  package init(
    of store: HistoryStore, windows: [RealizedYieldQuestion.Window],
    in range: (from: Timestamp?, to: Timestamp?), year: YearLength
  ) {
    (self.store, self.windows, self.range, self.year) = (store, windows, range, year)
  }

  /// The windows of a vault.
  ///
  /// - Parameter address: the vault, in lower case.
  /// - Returns: an answer of its own.
  /// - Throws: a `Fault` where the store cannot be read.
  package func sheet(of address: String) throws(Fault) -> Sheet {
    let found = try windows.map { window throws(Fault) in
      try store.realized(window, of: address, from: range.from, to: range.to, year: year)
    }
    let last = found.lazy.compactMap(\.last).first
    let name = last?.name
    var sheet = Sheet(Phrase("Realised APR of \(name ?? address)"))
    let vault = Figure.text("vault", "vault", address)
    let called = Figure("name", "name", .text(name), text: Phrase(name ?? "none"))
    sheet.subject = [vault]
    sheet.append(figures: [vault, called])
    sheet.append(Table("windows", "windows", rows: found.map(row)))
    sheet.append(
      .init(.table(Table("rows", rows: found.map(outcome))), key: "rows", for: .csv))
    sheet.csvTable = "rows"
    let lines = found.map { window in [vault, called] + row(window) }
    sheet.lines = { take throws(Fault) in
      for line in lines {
        try take(.object(line.map { JSONMember(key: $0.key, value: $0.value) }))
      }
    }
    sheet.remarks = [
      "realised from rewardPerToken() alone, at the prices of the window's end",
      "a window starts at the latest block that is old enough; an incomplete one at the first",
    ]
    let short = "\(address.prefix(6))..\(address.suffix(4))"
    sheet.summary = [Figure("name", "vault", .text(name), text: Phrase(name ?? short)), vault]
    sheet.summary += zip(windows, found).map(Self.summary)
    sheet.summary.append(quote("quotedApr", "quoted now", found.first?.quoted))
    sheet.summaryColumns = ["name"] + windows.map(\.name) + ["quotedApr"]
    return sheet
  }

  /// A window in a line of several vaults: its true length is told where it is far from what it is called.
  private static func summary(
    _ asked: RealizedYieldQuestion.Window, _ window: RealizedVaultWindow
  ) -> Figure {
    guard let apr = window.apr else { return .none(asked.name, asked.name, "none") }
    var text = Phrase(.share(apr.wad))
    if case .last(let span) = asked.span, let length = window.length,
      window.status == .incomplete || length.count * 10 > span.count * 11
    {
      text = "\(text) in \(span: length)"
    }
    return Figure(asked.name, asked.name, .string(apr.wad.text()), text: text)
  }

  private func row(_ window: RealizedVaultWindow) -> [Figure] {
    let name = window.name + (window.status == .incomplete ? " (incomplete)" : "")
    let outcome = outcome(window)
    return [Figure("window", "window", .string(window.name), text: Phrase(name))]
      + outcome.dropFirst()
      + [
        quote("promisedApr", "quoted at start", window.promised),
        quote("quotedApr", "quoted at end", window.quoted),
        Figure(
          "differences", "what changed",
          .elements(window.differences.map { .string($0.rawValue) }),
          text: Phrase(window.differences.map(Self.words).joined(separator: ", "))),
      ]
  }

  /// What CSV has of a window.
  private func outcome(_ window: RealizedVaultWindow) -> [Figure] {
    func time(_ key: String, _ moment: VaultMoment?) -> Figure {
      moment.map { .time(key, key, $0.block.time) } ?? .none(key, key, "")
    }
    let isPlain = window.status == .ok || window.status == .incomplete
    return [
      .text("window", "window", window.name),
      Figure(
        "status", "", .string(window.status.rawValue),
        text: isPlain ? "" : Phrase(Self.reason(window.status))),
      time("from", window.first), time("to", window.last),
      window.length.map { .seconds("seconds", "length", ExactInteger($0.count)) }
        ?? .none("seconds", "length", ""),
      window.apr.map { .ratio("apr", "APR", $0.wad) } ?? .none("apr", "APR", "none"),
    ]
  }

  private func quote(_ key: String, _ label: String, _ apr: APR?) -> Figure {
    apr.map { .ratio(key, label, $0.wad) } ?? .none(key, label, "none")
  }

  private static func reason(_ status: RealizedVaultWindow.Status) -> String {
    switch status {
    case .ok, .incomplete: ""
    case .tooFewObservations: "fewer than two observations"
    case .unknown: "a value could not be read, or has no price"
    case .accumulatorFell: "rewardPerToken fell: another contract"
    }
  }

  private static func words(_ difference: RealizedVaultWindow.Difference) -> String {
    switch difference {
    case .periodEnded: "period ended"
    case .rateRose: "rate rose"
    case .rateFell: "rate fell"
    case .stakeGrew: "stake grew"
    case .stakeShrank: "stake shrank"
    case .rewardPriceMoved: "reward price moved"
    case .stakePriceMoved: "stake price moved"
    }
  }
}

extension RealizedVaultQuestion {
  /// What `history STORE realized` answers.
  package static let answer = Answer(
    "history-realized", "history STORE realized",
    "What vaults really paid, beside what was quoted.",
    roots: [.object(keys), .rows(keys)], subject: ["vault"], usualRows: "rows",
    furtherRows: [.init(name: "rows", keys: [vault] + outcome)], line: [vault, name] + windows)

  private static let keys: [AnswerKey] = [
    vault, name, .rows("windows", "The windows, each up to the vault's last block.", windows),
  ]
  private static let vault = AnswerKey.value("vault", .text, "The vault's address.")
  private static let name = AnswerKey.value("name", .text, "Its name.", null: "it has none")
  private static let unobserved = "the vault is in no block of the range"
  private static let noReport = "nobody stakes, or a value that it hangs on could not be read"

  private static let outcome: [AnswerKey] = [
    .value("window", .text, "Its name."),
    .words(
      "status", RealizedVaultWindow.Status.allCases.map(\.rawValue),
      "Whether the store covers it; an incomplete window has the figures of what there is."),
    .value("from", .time, "The block where it begins.", null: unobserved),
    .value("to", .time, "The block where it ends.", null: unobserved),
    .value("seconds", .seconds, "How long it really is.", null: "it has fewer than two blocks"),
    .value(
      "apr", .fraction, "What somebody earned who staked all the time, rounded down.",
      null: "the status is neither ok nor incomplete"),
  ]

  private static let windows: [AnswerKey] =
    outcome + [
      .value("promisedApr", .fraction, "What was quoted where it begins.", null: noReport),
      .value("quotedApr", .fraction, "What was quoted where it ends.", null: noReport),
      AnswerKey(
        "differences", .texts,
        "What changed by more than a hundredth in between, and whether the period had ended."),
    ]
}

internal import FixedPoint
internal import Quantities
internal import Text

/// Which figures a timeline shows of a contract.
struct TimelineView {
  /// A figure of a step.
  struct Column: Sendable {
    let title: String
    let cell: @Sendable (ReplayedStep) -> String
  }

  /// A figure of an account.
  struct AccountColumn: Sendable {
    let title: String
    let key: String
  }

  /// Whether moments are blocks instead of times.
  let countsBlocks: Bool
  let columns: [Column]
  let accountColumns: [AccountColumn]

  var momentTitle: String { countsBlocks ? "block" : "time (UTC)" }

  func moment(_ moment: UInt64) -> String {
    countsBlocks ? String(moment) : ISO8601.text(of: moment)
  }

  func elapsed(_ span: UInt64) -> String {
    countsBlocks ? "+\(span)" : "+" + StepFigure.span(span)
  }

  /// The view of a contract.
  static func view(of subject: String) -> TimelineView {
    switch subject {
    case RewardVaultScenario.subject:
      TimelineView(
        countsBlocks: false, columns: emission,
        accountColumns: stakerColumns(received: "bgtReceived"))
    case StakingRewardsScenario.subject:
      TimelineView(
        countsBlocks: false, columns: emission,
        accountColumns: stakerColumns(received: "received"))
    case StakerVaultScenario.subject:
      TimelineView(
        countsBlocks: false,
        columns: [
          tokens("assets ~", "totalAssets"), tokens("shares ~", "totalSupply"),
          tokens("reserved ~", "reservedAssets"),
          tokens("WBERA a share ~", "convertToAssets(1e18)"),
        ],
        accountColumns: [
          AccountColumn(title: "shares", key: "shares"),
          AccountColumn(title: "worth", key: "maxWithdraw"),
          AccountColumn(title: "WBERA", key: "wbera"),
        ])
    default:
      TimelineView(
        countsBlocks: true,
        columns: [
          raw("rate, bps", "effectiveCommissionBps"), raw("queued in", "queuedBlock"),
          raw("queued, bps", "queuedCommissionBps"),
        ], accountColumns: [])
    }
  }

  private static let emission = [
    tokens("staked ~", "totalSupply"),
    Column(title: "a day ~") { StepFigure.perDay(JSONNode(value: $0.state)["rewardRate"]) },
    Column(title: "period left") { step in
      let finish = JSONNode(value: step.state)["periodFinish"]?.string
      guard let finish = finish.flatMap({ UInt64($0) }), finish > step.moment else { return "" }
      return StepFigure.span(finish - step.moment)
    },
    Column(title: "undistributed ~") {
      StepFigure.scaledTokens(JSONNode(value: $0.state)["undistributedRewards"])
    },
  ]

  private static func stakerColumns(received: String) -> [AccountColumn] {
    [
      AccountColumn(title: "staked", key: "balance"),
      AccountColumn(title: "claimable", key: "earned"),
      AccountColumn(title: "received", key: received),
    ]
  }

  private static func tokens(_ title: String, _ key: String) -> Column {
    Column(title: title) { StepFigure.roundedTokens(JSONNode(value: $0.state)[key]) }
  }

  private static func raw(_ title: String, _ key: String) -> Column {
    Column(title: title) { JSONNode(value: $0.state)[key]?.scalarText ?? "" }
  }
}

/// Recorded words as people read them.
enum StepFigure {
  /// Digits of the rounded columns.
  private static let digits = 6

  /// Wei in whole tokens, exactly.
  static func tokens(_ word: JSONNode?) -> String {
    guard let text = word?.scalarText else { return "" }
    guard let raw = try? ExactInteger(parsing: text) else { return text }
    return Wad(raw: raw).text()
  }

  /// Wei in whole tokens, rounded.
  static func roundedTokens(_ word: JSONNode?) -> String {
    guard let text = word?.scalarText else { return "" }
    guard let raw = try? ExactInteger(parsing: text) else { return text }
    return Wad(raw: raw).text(fractionDigits: digits, rounding: .halfEven)
  }

  /// Wei times 1e18 in whole tokens, rounded.
  static func scaledTokens(_ word: JSONNode?) -> String {
    scaled(word, times: 1)
  }

  /// Wei a second times 1e18 in whole tokens a day, rounded.
  static func perDay(_ rate: JSONNode?) -> String {
    scaled(rate, times: ExactInteger(Seconds.day.count))
  }

  private static func scaled(_ word: JSONNode?, times factor: ExactInteger) -> String {
    guard let text = word?.scalarText else { return "" }
    guard let raw = try? ExactInteger(parsing: text),
      let value = try? ExactRational(raw * factor, Wad.scale * Wad.scale)
    else { return text }
    let unit = ExactInteger.powerOfTen(digits)
    let rounded = (value * ExactRational(unit)).integer(rounding: .halfEven)
    let wad = Wad(raw: rounded * ExactInteger.powerOfTen(18 - digits))
    return wad.text(fractionDigits: digits, rounding: .halfEven)
  }

  /// Seconds as days, hours, minutes and seconds: `1d 2h`, `45s`.
  static func span(_ seconds: UInt64) -> String {
    let parts: [(UInt64, String)] = [
      (seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "m"),
      (seconds % 60, "s"),
    ]
    let shown = parts.filter { $0.0 != 0 }.map { "\($0.0)\($0.1)" }
    return shown.isEmpty ? "0s" : shown.joined(separator: " ")
  }
}

internal import Contracts
internal import FixedPoint
internal import Quantities
internal import Sheets
internal import Text

/// Which figures a timeline shows of a contract.
struct TimelineView {
  /// A figure of a step.
  struct Column: Sendable {
    let title: String
    let cell: @Sendable (ReplayedStep) -> Phrase
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

  func moment(_ moment: UInt64) -> Phrase {
    countsBlocks ? "\(moment)" : "\(Reading.time(ExactInteger(moment)))"
  }

  func elapsed(_ span: UInt64) -> Phrase {
    countsBlocks ? "+\(span)" : "+\(span: Seconds(span))"
  }

  /// The view of a contract.
  static func view(of subject: String) -> TimelineView {
    switch subject {
    case RewardVaultScenario.subject:
      TimelineView(
        countsBlocks: false, columns: emission,
        accountColumns: stakerColumns + [
          AccountColumn(title: "BGT received", key: "bgtReceived"),
          AccountColumn(title: "WBERA received", key: "wberaReceived"),
        ])
    case StakingRewardsScenario.subject:
      TimelineView(
        countsBlocks: false, columns: emission,
        accountColumns: stakerColumns + [AccountColumn(title: "received", key: "received")])
    case WBERAStakerVault.subject: stakerVault("WBERA", key: WBERAStakerVault.assetKey)
    case LSTStakerVault.subject: stakerVault("asset", key: LSTStakerVault.assetKey)
    case IncentivesCollectorScenario.subject:
      TimelineView(
        countsBlocks: false,
        columns: [
          tokens("payout", "payoutAmount"), tokens("queued payout", "queuedPayoutAmount"),
        ], accountColumns: [])
    default:
      TimelineView(
        countsBlocks: true,
        columns: [
          raw("rate, bps", "effectiveCommissionBps"), raw("queued in", "queuedBlock"),
          raw("queued, bps", "queuedCommissionBps"),
        ], accountColumns: [])
    }
  }

  private static func stakerVault(_ asset: String, key: String) -> TimelineView {
    TimelineView(
      countsBlocks: false,
      columns: [
        tokens("assets", "totalAssets"), tokens("shares", "totalSupply"),
        tokens("reserved", "reservedAssets"),
        tokens("\(asset) per share", "convertToAssets(1e18)"),
      ],
      accountColumns: [
        AccountColumn(title: "shares", key: "shares"),
        AccountColumn(title: "worth", key: "maxWithdraw"),
        AccountColumn(title: asset, key: key),
      ])
  }

  private static let emission = [
    tokens("staked", "totalSupply"),
    Column(title: "per day") { StepFigure.perDay(JSONNode(value: $0.views)["rewardRate"]) },
    Column(title: "period left") { step in
      let finish = JSONNode(value: step.views)["periodFinish"]?.string
      guard let finish = finish.flatMap({ UInt64($0) }), finish > step.moment else { return "" }
      return "\(span: Seconds(finish - step.moment))"
    },
    Column(title: "undistributed") {
      StepFigure.scaledTokens(JSONNode(value: $0.views)["undistributedRewards"])
    },
  ]

  private static let stakerColumns = [
    AccountColumn(title: "staked", key: "balance"),
    AccountColumn(title: "claimable", key: "earned"),
  ]

  private static func tokens(_ title: String, _ key: String) -> Column {
    Column(title: title) { StepFigure.tokens(JSONNode(value: $0.views)[key]) }
  }

  private static func raw(_ title: String, _ key: String) -> Column {
    Column(title: title) { Phrase(JSONNode(value: $0.views)[key]?.scalarText ?? "") }
  }
}

/// The metrics of a snapshot, by the names that Prometheus knows them by: a closed list, stable for alerts.
///
/// Base units and ratios, addresses as labels, no timestamps: whoever scrapes says when. Where a value is not
/// known there is no sample.
package enum MetricKey: String, CaseIterable, Sendable {
  case up = "berayield_up"
  case attempt = "berayield_attempt_timestamp_seconds"
  case fetchErrors = "berayield_fetch_errors_total"
  case block = "berayield_snapshot_block"
  case time = "berayield_snapshot_timestamp_seconds"
  case info = "berayield_vault_info"
  case apr = "berayield_vault_apr_ratio"
  case periodFinish = "berayield_vault_period_finish_timestamp_seconds"
  case rewardTokens = "berayield_vault_reward_tokens_per_second"
  case remaining = "berayield_incentive_remaining_tokens"
  case runway = "berayield_incentive_runway_seconds"
  case sharePrice = "berayield_share_price_ratio"

  /// The kinds of the text format.
  package enum Kind: String, Sendable {
    case gauge, counter
  }

  package var kind: Kind { self == .fetchErrors ? .counter : .gauge }

  /// The labels of a sample, in their order.
  package var labels: [String] {
    switch self {
    case .up, .attempt, .block, .time: []
    case .fetchErrors: ["class"]
    case .info: ["vault", "name", "symbol"]
    case .apr: ["vault", "stake_token"]
    case .periodFinish, .rewardTokens: ["vault"]
    case .remaining, .runway: ["vault", "token"]
    case .sharePrice: ["pool"]
    }
  }

  /// What it is, in one sentence.
  package var help: String {
    switch self {
    case .up: "Whether the last attempt to read the chain succeeded."
    case .attempt: "When the last attempt to read the chain ended."
    case .fetchErrors: "Attempts to read the chain that failed, by what went wrong."
    case .block: "The number of the block that the values are from."
    case .time: "The time of the block that the values are from."
    case .info: "The names of a vault, of value 1."
    case .apr: "The APR of a vault's stakers, 0.5 for 50 %."
    case .periodFinish: "When a vault's reward period ends."
    case .rewardTokens: "Whole reward tokens that a vault pays per second, 0 behind its period."
    case .remaining: "Whole tokens that an incentive still pays."
    case .runway:
      "How long an incentive lasts at the emission to its vault, estimated by the vault's own stream."
    case .sharePrice: "Assets of a pool for one of its shares."
    }
  }

  /// When a sample is missing, as the end of "no sample where ...".
  package var absence: String? {
    switch self {
    case .up, .attempt: "no attempt was remembered"
    case .fetchErrors: "none of the class failed"
    case .block, .time, .info: nil
    case .apr: "nobody stakes, or a value that it hangs on could not be read"
    case .periodFinish: "it could not be read"
    case .rewardTokens: "the rate or the end of the period could not be read"
    case .remaining: "the amount or the token's decimals could not be read"
    case .runway: "no period runs, nothing is paid, or a value could not be read"
    case .sharePrice: "the pool has no shares, or a value could not be read"
    }
  }
}

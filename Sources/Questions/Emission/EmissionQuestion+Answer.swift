internal import Yields

extension EmissionQuestion {
  /// What `emission` answers about one notification.
  package static let answer = Answer(
    "emission", "emission", "The period that one notification makes.",
    [.provenance, mode, rewardToken] + period + [
      .value("at", .time, "When the notification arrives."),
      .value("spread", .raw, "What is spread in all, scaled by 1e36."),
      .value(
        "exactRate", .unrounded, "The rate before its floor, scaled by 1e36.",
        null: "the target decides"),
      apr, .warnings,
    ])

  /// What `emission` answers about a stream of notifications.
  package static let streamAnswer = Answer(
    "emission-stream", "emission --every", "Where a stream of notifications leads.",
    usualRows: "path",
    [.provenance, mode, rewardToken] + period + [
      .value("peakRewardRate", .rawRate, "The highest rate on the way."), apr, stream, steadyState,
      .rows(
        "targetChoices", "Targets to choose from.",
        [
          .value("choice", .text, "Which target it is."),
          .value("targetRate", .rawRate, "The target."), state,
          .value(
            "apr", .fraction, "The APR at it.", null: "no vault is given, or nobody stakes"),
        ]),
      .rows(
        "path", "Each notification on the way.",
        [
          .value("notification", .count, "Its number, from 1."),
          .value("at", .time, "When it arrives."),
        ] + duration + [.value("periodFinish", .time, "When the period then ends.")]),
      .warnings,
    ])

  private static let mode = AnswerKey.words(
    "mode", ["duration", "targetRate"], "What decides the rate.")

  private static let rewardToken = AnswerKey.words(
    "rewardToken", ["BGT", "WBERA"], "What notifications are in, by the era.")

  private static let apr = AnswerKey.value(
    "apr", .fraction, "The APR at the rate.", null: "nobody stakes",
    given: "where a stake and prices are given")

  private static let duration: [AnswerKey] = [
    .value("rewardRate", .rawRate, "The rate, as the contract computes it."),
    .value("rewardsDuration", .seconds, "How long the period is."),
  ]

  private static let period: [AnswerKey] =
    duration + [
      .value("periodFinish", .time, "When the period ends."),
      .value(
        "undistributedRewards", .raw, "What the floors leave over, scaled by 1e36."),
      .value("perDay", .raw, "Wei per day, rounded down."),
      .value("perDayTokens", .tokens, "The same in whole tokens."),
      .value(
        "atTarget", .flag, "Whether the rate is the target.", given: "in the mode targetRate"),
    ]

  private static let stream = AnswerKey.object(
    "stream", "The stream.",
    [
      .value("amount", .raw, "Wei of each notification."),
      .value("everySeconds", .exactSeconds, "The time from one to the next."),
      .value("count", .count, "How many there are."),
      .value("inflowRate", .rawRate, "What arrives on average."),
      .value("constantRate", .rawRate, "The target that keeps emission constant."),
    ])

  private static let state = AnswerKey.words(
    "state", ["constant", "interrupted", "backlog"],
    "What emission is in the long run: constant, with gaps, or at the target with a growing backlog."
  )

  private static let constant = "where the state is constant"
  private static let interrupted = "where it is interrupted"
  private static let backlog = "where it is backlog"

  private static let steadyState = AnswerKey.object(
    "steadyState", "The long run.",
    [
      state, .value("rewardRate", .rawRate, "The rate while a period runs."),
      .value(
        "distanceFactor", .fraction, "What each notification leaves of the distance to that rate.",
        given: constant),
      .value(
        "notificationsToOnePercent", .count, "Notifications until the rate is within 1 % of it.",
        null: "they are too many to count", given: constant),
      .value("runningSeconds", .exactSeconds, "How long each period runs.", given: interrupted),
      .value(
        "everySeconds", .exactSeconds, "The time from one notification to the next.",
        given: interrupted),
      .value(
        "backlogPerDay", .raw, "What piles up per day, scaled by 1e36.", given: backlog),
      .value(
        "finishDriftPerDaySeconds", .exactSeconds, "How far the finish moves on per day.",
        given: backlog),
    ])
}

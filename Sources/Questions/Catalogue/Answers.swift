extension Answer {
  /// What every command answers, in the order of pages.
  package static let all: [Answer] = [
    VaultQuestion.answer, SolveQuestion.answer, DiffQuestion.answer, EmissionQuestion.answer,
    EmissionQuestion.streamAnswer, IncentiveQuestion.answer, BudgetQuestion.answer,
    BlockRewardQuestion.answer, AllocationQuestion.answer, ValidatorQuestion.answer,
    AllocateQuestion.answer, RankQuestion.answer, ChangesQuestion.answer, PoolPriceQuestion.answer,
    PoolPreviewQuestion.answer, PoolProjectionQuestion.answer, RealizedYieldQuestion.answer,
    RealizedYieldQuestion.groupedAnswer,
    GridQuestion.answer, GridQuestion.summaryAnswer, ConformanceFile.answer,
    VerificationReport.answer, HistoryContents.answer, RealizedVaultQuestion.answer,
    HistorySeries.answer,
  ]
}

// Runs about a store of readings.

extension AnswerRun {
  private static let store = "data/recorded/history.sqlite"
  private static let vault = "--vault 0x60110de31e8c4baa19820b717c7496a250dbb563"
  /// One whose decimals could not be read.
  private static let unread = "--vault 0x0389b243cf867faabb7ba3141edd9cb991b08a52"

  static let history = [
    AnswerRun("history", "history \(store)"),
    AnswerRun("history-realized", "history \(store) realized"),
    AnswerRun("history-realized", "history \(store) realized \(vault)"),
    AnswerRun("history-realized", "history \(store) realized \(unread)"),
    AnswerRun("history-realized", "history \(store) realized \(vault) --from 2030-01-01"),
    AnswerRun("history-figure", "history \(store) apr"),
    AnswerRun("history-figure", "history \(store) tvl \(vault) --every 1d"),
    AnswerRun("history-figure", "history \(store) bid \(vault)"),
    AnswerRun("history-figure", "history \(store) runway \(vault)"),
    AnswerRun("history-figure", "history \(store) realized --every 1d \(vault)"),
    AnswerRun("history-figure", "history \(store) share-price"),
    AnswerRun("pool-realized", "history \(store) realized --pool sWBERA --window all"),
    // What a recorded store does not lack.
    AnswerRun("history", "history Tests/Stores/empty.sqlite"),
    AnswerRun("history", "history Tests/Stores/unread.sqlite"),
    AnswerRun("history-realized", "history Tests/Stores/unread.sqlite realized"),
    AnswerRun("history-figure", "history Tests/Stores/unread.sqlite apr"),
    AnswerRun("history-figure", "history Tests/Stores/unread.sqlite tvl"),
    AnswerRun("history-figure", "history Tests/Stores/unread.sqlite bid"),
    AnswerRun("history-figure", "history Tests/Stores/unread.sqlite runway"),
    AnswerRun("history-figure", "history Tests/Stores/unread.sqlite share-price"),
  ]
}

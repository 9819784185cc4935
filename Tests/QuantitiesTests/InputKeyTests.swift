import Quantities
import Testing

/// The one list of inputs: names by rule, lists without repetition.
@Suite struct InputKeyTests {
  @Test(arguments: InputKey.allCases)
  func `every spelling leads back to the key`(key: InputKey) {
    let option = String(key.option.dropFirst(2))
    for spelling in [key.rawValue, key.column, option, key.rawValue.uppercased()] {
      #expect(InputKey(spelled: spelling) == key)
    }
  }

  @Test(arguments: [
    (InputKey.rewardRate, "--reward-rate", "reward_rate"),
    (.stakeDecimals, "--stake-decimals", "stake_decimals"), (.name, "--name", "name"),
    (.undistributedRewards, "--undistributed-rewards", "undistributed_rewards"),
  ])
  func `option and column follow by rule`(key: InputKey, option: String, column: String) {
    #expect(key.option == option)
    #expect(key.column == column)
  }

  @Test(arguments: [InputKey.ofVault, InputKey.columns + InputKey.comparisonColumns, InputKey.axes])
  func `a list has each key once`(list: [InputKey]) {
    #expect(!list.isEmpty && Set(list).count == list.count)
  }

  @Test func `what is no input has no key`() {
    #expect(InputKey(spelled: "reward_rates") == nil)
    #expect(InputKey(spelled: "") == nil)
  }

  @Test(arguments: InputKey.allCases)
  func `every key says what it expects`(key: InputKey) {
    #expect(!key.expectation.isEmpty)
  }

  @Test func `a row needs what its APR is made of`() {
    #expect(
      InputKey.allCases.filter(\.isRequiredColumn) == [
        .rewardRate, .periodFinish, .totalSupply, .rewardPrice, .stakePrice, .published,
      ])
    #expect(InputKey.comparisonColumns == [.published, .commission])
  }

  @Test func `a cell's form is the input's own, or that of its scale`() {
    #expect(InputKey.stakePrice.form == "a price in USD such as 7.8")
    #expect(InputKey.periodFinish.form == "unix seconds or a UTC time such as 2026-05-01T12:00:00Z")
    #expect(InputKey.poolFee.form == "a whole number" && InputKey.duration.form == "whole seconds")
    for key in InputKey.allCases { #expect(key.decimals == (key.scale == .decimal ? 18 : 0)) }
  }
}

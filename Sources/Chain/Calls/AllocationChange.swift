package import Contracts

/// `BeraChef.queueNewRewardAllocation`: what the validator's operator sends to change the weights.
package struct AllocationChange: Sendable {
  /// The function's signature.
  package static let signature = "queueNewRewardAllocation(bytes,uint64,(address,uint96)[])"
  /// The first four bytes of keccak-256 of the signature.
  static let selector: UInt32 = 0xe5eb_90aa

  package let validator: ValidatorKey
  package let allocation: RewardAllocation<Address>

  package init(validator: ValidatorKey, allocation: RewardAllocation<Address>) {
    self.validator = validator
    self.allocation = allocation
  }

  /// The transaction's data: selector and arguments.
  package var data: [UInt8] {
    var writer = ABIWriter(selector: Self.selector)
    let key = validator.bytes
    // Three words of heads; the key and its length; then the weights, of fixed size each.
    let head = 3 * 32
    writer.append(head)
    writer.append(Int(truncatingIfNeeded: allocation.startBlock))
    writer.append(head + 32 + key.count + ABIWriter.padding(of: key.count))
    writer.append(key)
    writer.append(allocation.weights.count)
    for weight in allocation.weights {
      writer.append(weight.receiver)
      writer.append(weight.percentage)
    }
    return writer.bytes
  }
}

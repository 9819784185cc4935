internal import Faults
internal import FixedPoint

extension Fault {
  /// Runs a calculation; numbers without a result become a fault at the input that they hang on.
  ///
  /// - Parameter key: the input that a number beyond what can be stated comes from.
  static func catching<Result>(
    _ key: String, _ body: () throws -> Result
  ) throws(Fault) -> Result {
    do {
      return try body()
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(
        .outOfRange, at: .input(key), found: "values without a result (\(error))",
        expected: "values whose result can be stated")
    }
  }
}

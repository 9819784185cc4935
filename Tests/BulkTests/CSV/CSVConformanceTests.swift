import Faults
import Quantities
import TestSupport
import Testing
import Yields

@testable import Bulk

/// Small odd files, each with its whole expected outcome.
@Suite struct CSVConformanceTests {
  @Test("small odd files", arguments: CSVCase.all, [true, false])
  func outcome(of test: CSVCase, fast: Bool) throws {
    for chunkSize in [1, 7, 64, min(test.limit, 1 << 15), 1 << 16] {
      let run = try CSVInMemory.run(
        Array(test.input.utf8), fast: fast, chunkSize: chunkSize, recordLimit: test.limit)
      #expect(run.text == test.output, "chunks of \(chunkSize)")
      // The raw part of a record beyond the limit is only its beginning: not compared.
      let rejects = run.rejects.map { reject in
        reject.reason.hasSuffix("beginning)")
          ? String(reject.description.dropLast(reject.raw.count)) : reject.description
      }
      for reject in run.rejects {
        let bytes = Array(test.input.utf8)[reject.byteOffset...]
        #expect(bytes.starts(with: reject.raw))
        let lines = test.input.utf8.prefix(reject.byteOffset).count { $0 == UInt8(ascii: "\n") }
        #expect(reject.line == lines + 1)
      }
      #expect(rejects == test.rejects, "chunks of \(chunkSize)")
    }
  }

  @Test(
    "headers that are refused",
    arguments: [
      ("", "in.csv:1: header: found an empty input; expected a header line"),
      ("\n\n", "in.csv:1: header: found an empty input; expected a header line"),
      (
        "a,b\n",
        "in.csv:1: header: found the columns \"a\", \"b\"; expected \"reward_rate\" or "
          + "\"rewardRate\"; \"period_finish\" or \"periodFinish\"; \"total_supply\" or "
          + "\"totalSupply\"; \"reward_price\" or \"rewardPrice\"; \"stake_price\" or \"stakePrice\""
      ),
      (
        "\(CSVCase.header),stake_price\n",
        "in.csv:1: header: found the column \"stake_price\" twice; expected each name once"
      ),
      (
        "\(CSVCase.header),rewardRate\n",
        "in.csv:1: header: found reward_rate in two spellings; expected one such column"
      ),
      (
        "\(CSVCase.header),apr\n",
        "in.csv:1: header: found a column apr already; expected no column with a metric's name"
      ),
      ("\"a\n", "in.csv:1: header: found a quoted field without its closing quote; expected one"),
    ])
  func refusedHeader(input: String, message: String) {
    let error = #expect(throws: Fault.self) {
      try CSVInMemory.run(Array(input.utf8))
    }
    #expect(error?.description == message)
  }

  @Test func `columns are mapped by name`() throws {
    let input = "R,period_finish,total_supply,reward_price,stake_price,reward_rate\n1,1,2,3,4,x\n"
    let run = try CSVInMemory.run(Array(input.utf8)) { $0.columnNames = [.rewardRate: "R"] }
    #expect(run.text.hasSuffix("\n1,1,2,3,4,x,0,false\n"))
    let error = #expect(throws: Fault.self) {
      try CSVInMemory.run(Array(input.utf8)) { $0.columnNames = [.rewardRate: "missing"] }
    }
    #expect(error?.description.hasSuffix("expected \"missing\"") == true)
    #expect(throws: Fault.self) {
      try CSVInMemory.run(Array(input.utf8)) {
        $0.columnNames = [.rewardRate: "R", .totalSupply: "R"]
      }
    }
  }

  @Test func `strict refuses digits beyond the 18th`() throws {
    let input =
      "\(CSVCase.header)\na,1,1,2,1.0000000000000000005,3\nb,1,1,2,1.10000000000000000000,3\n"
    let lenient = try CSVInMemory.run(Array(input.utf8))
    #expect((lenient.rowsOut, lenient.roundedValues) == (2, 1))
    let strict = try CSVInMemory.run(Array(input.utf8)) { $0.isStrict = true }
    #expect((strict.rowsOut, strict.rejectedRows) == (1, 1))
    #expect(
      strict.rejects.first?.reason
        == "found 1 digit beyond the 18th decimal; expected at most 18 decimals")
  }

  @Test func `decimals and time come from columns`() throws {
    let header =
      "reward_rate,period_finish,total_supply,reward_price,stake_price,stake_decimals,timestamp"
    let input = """
      \(header)
      1000000000000000000,100,1000000,1,1,6,99
      1000000000000000000,100,1000000,1,1,6,100
      1000000000000000000,100,1000000,1,1,256,99
      1000000000000000000,100,100,1,1,0,99
      1000000000000000000,100,100,1,1,255,99

      """
    for fast in [true, false] {
      let run = try CSVInMemory.run(Array(input.utf8), fast: fast) {
        $0.metrics = [.apr, .tvlUsd, .secondsLeft]
      }
      let figures = try VectorRow.all(of: run.text, source: "out.csv").map {
        $0.fields.suffix(3).joined(separator: ",")
      }
      #expect(
        figures == [
          "0.000000000031536,1,1", "0,1,0", "0.00000000000031536,100,1",
          "31536\(String(repeating: "0", count: 238)),0,1",
        ])
      #expect(run.rejects.map(\.column) == ["stake_decimals"])
    }
  }
}

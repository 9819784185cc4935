import Testing

/// A small odd file with its whole expected outcome, for any chunk size.
struct CSVCase: Sendable, CustomTestStringConvertible {
  let name: String
  let input: String
  let output: String
  var rejects: [String] = []
  var limit = 1 << 20

  var testDescription: String { name }

  static let header = "vault,reward_rate,period_finish,total_supply,reward_price,stake_price"
  static let outHeader = header + ",apr,active\n"
  /// The documentation's vault, active.
  static let row =
    "a,272490527103681170793308992914391673,1800000001,598626940947001140289,7.8,223845.58"
  static let result = row + ",0.500204779481316715,true\n"

  /// Ends without a line feed, after as many bytes as a limit permits: found by the fuzz test.
  static let lastRow = "\"q\n\(String(repeating: "x", count: 60))\",1,1,2,1.5,3"

  static let all: [CSVCase] = [
    CSVCase(
      name: "a last record of just the limit", input: "\(header)\n\(lastRow)",
      output: outHeader + lastRow + ",0,false\n", limit: lastRow.utf8.count),
    CSVCase(name: "LF", input: "\(header)\n\(row)\n", output: outHeader + result),
    CSVCase(name: "no last newline", input: "\(header)\n\(row)", output: outHeader + result),
    CSVCase(name: "CRLF", input: "\(header)\r\n\(row)\r\n", output: outHeader + result),
    CSVCase(
      name: "CRLF, last LF missing", input: "\(header)\r\n\(row)\r", output: outHeader + result),
    CSVCase(
      name: "byte order mark", input: "\u{FEFF}\(header)\n\(row)\n", output: outHeader + result),
    CSVCase(name: "header only", input: "\(header)\n", output: outHeader),
    CSVCase(name: "header only, no newline", input: header, output: outHeader),
    CSVCase(
      name: "blank lines", input: "\n\(header)\n\n\(row)\n\r\n\n", output: outHeader + result),
    CSVCase(
      name: "columns in another order, with others between",
      input: "note,stakePrice,total_supply,x,period_finish,rewardRate,reward_price,last\n"
        + "n,223845.58,598626940947001140289,,1800000001,272490527103681170793308992914391673,7.8,é\n",
      output:
        "note,stakePrice,total_supply,x,period_finish,rewardRate,reward_price,last,apr,active\n"
        + "n,223845.58,598626940947001140289,,1800000001,272490527103681170793308992914391673,7.8,é,"
        + "0.500204779481316715,true\n"),
    CSVCase(
      name: "quoted fields keep their quotes, commas, newlines",
      input: "\(header)\n\"a, \"\"b\"\"\nc\",\"1\",1800000001,\"2\",\"1.5\",3\n\"\",1,1,2,1.5,3\n",
      output: outHeader
        + "\"a, \"\"b\"\"\nc\",\"1\",1800000001,\"2\",\"1.5\",3,0.000000000007884,true\n"
        + "\"\",1,1,2,1.5,3,0,false\n"),
    CSVCase(
      name: "a quoted header",
      input:
        "\"vault\",\"reward_rate\",period_finish,total_supply,reward_price,stake_price\n\(row)\n",
      output:
        "\"vault\",\"reward_rate\",period_finish,total_supply,reward_price,stake_price,apr,active\n"
        + result),
    CSVCase(
      name: "at the very second of the finish nothing is emitted",
      input: "\(header)\na,5,1800000000,1,1,1\n",
      output: outHeader + "a,5,1800000000,1,1,1,0,false\n"),
    CSVCase(
      name: "no stake, no APR", input: "\(header)\na,5,1900000000,0,1,1\n",
      output: outHeader + "a,5,1900000000,0,1,1,,true\n"),
    CSVCase(
      name: "dates in place of seconds",
      input: "\(header)\na,5,2027-01-15T08:00:00Z,1,1,1\nb,5,2027-02-30T08:00:00Z,1,1,1\n",
      output: outHeader + "a,5,2027-01-15T08:00:00Z,1,1,1,0,false\n",
      rejects: [
        "3,101,period_finish,found \"2027-02-30T08:00:00Z\"; expected unix seconds or a UTC time such "
          + "as 2026-05-01T12:00:00Z,"
          + "b,5,2027-02-30T08:00:00Z,1,1,1"
      ]),
    CSVCase(
      name: "hexadecimal, leading zeros, exponents",
      input: "\(header)\na,0x10,1800000001,0002,15e-1,3.000\n",
      output: outHeader + "a,0x10,1800000001,0002,15e-1,3.000,0.000000000126144,true\n"),
    CSVCase(
      name: "wider than any word",
      input: "\(header)\na,1\(String(repeating: "0", count: 77)),1800000001,1,1,1\n"
        + "b,1\(String(repeating: "0", count: 90)),1800000001,1,1,1\nc,1,1800000001,1,1e1000000,1\n"
        + "d,1,1800000001,\(String(repeating: "9", count: 5_000)),1,1\n",
      output: outHeader
        + "a,1\(String(repeating: "0", count: 77)),1800000001,1,1,1,"
        + "31536\(String(repeating: "0", count: 62)),true\n",
      rejects: [
        "3,168,reward_rate,found \"1\(String(repeating: "0", count: 79))...\" (91 characters); expected "
          + "a rewardRate (scale 1e36), at most 2^256 - 1, as a uint256 holds it,"
          + "b,1\(String(repeating: "0", count: 90)),1800000001,1,1,1",
        "4,279,reward_price,found \"1e1000000\"; expected a price in USD below 1e59, as a uint256 holds "
          + "it with 18 decimals,c,1,1800000001,1,1e1000000,1",
        "5,308,total_supply,found 5000 characters; expected a totalSupply in base units: a whole "
          + "number, written in decimal digits or as 0x... of at most 4096 characters,"
          + "d,1,1800000001,\(String(repeating: "9", count: 5_000)),1,1",
      ]),
    CSVCase(
      name: "bad values",
      input: """
        \(header)
        a,-1,1800000001,2,1.5,3
        b,1,1800000001,2,1.5,0
        c,1,1800000001,2,1.5,0.0
        d,1.5,1800000001,2,1.5,3
        e,2.72e+35,1800000001,2,1.5,3
        f,1,1800000000000,2,1.5,3
        g,,1800000001,2,1.5,3
        h,1,1800000001,2,NaN,3
        i,1,1800000001,2,1.5, 3
        j,1,1800000001,2,+1.5,3
        k,1,1800000001,2,-1.5,3

        """,
      output: outHeader,
      rejects: [
        "2,70,reward_rate,found \"-1\"; expected a rewardRate (scale 1e36), 0 or more,"
          + "a,-1,1800000001,2,1.5,3",
        "3,94,stake_price,found \"0\"; expected a stake price above 0, because an APR divides by it,"
          + "b,1,1800000001,2,1.5,0",
        "4,117,stake_price,found \"0.0\"; expected a stake price above 0, because an APR divides by "
          + "it,c,1,1800000001,2,1.5,0.0",
        "5,142,reward_rate,found \"1.5\", a number with a fraction; expected a rewardRate (scale "
          + "1e36): a whole number, written in decimal digits or as 0x...,d,1.5,1800000001,2,1.5,3",
        "6,167,reward_rate,found \"2.72e+35\", in scientific notation; expected all digits of "
          + "a rewardRate (scale 1e36),e,2.72e+35,1800000001,2,1.5,3",
        "7,197,period_finish,found \"1800000000000\", which looks like milliseconds; expected unix "
          + "seconds (below 1e11),f,1,1800000000000,2,1.5,3",
        "8,223,reward_rate,found an empty value; expected a rewardRate (scale 1e36): a whole number, "
          + "written in decimal digits or as 0x...,g,,1800000001,2,1.5,3",
        "9,245,reward_price,found \"NaN\"; expected a price in USD as a decimal number, for "
          + "example 7.8 or 1e-5,h,1,1800000001,2,NaN,3",
        "10,268,stake_price,found \" 3\"; expected a price in USD as a decimal number, for "
          + "example 7.8 or 1e-5,i,1,1800000001,2,1.5, 3",
        "11,292,reward_price,found \"+1.5\"; expected a price in USD as a decimal number, "
          + "for example 7.8 or 1e-5,j,1,1800000001,2,+1.5,3",
        "12,316,reward_price,found \"-1.5\"; expected a price in USD, 0 or more,"
          + "k,1,1800000001,2,-1.5,3",
      ]),
    CSVCase(
      name: "a minus sign spoils a zero too, before rounding",
      input: """
        \(header)
        a,-0,1800000001,2,1.5,3
        b,1,-0,2,1.5,3
        c,1,1800000001,-0x0,1.5,3
        d,1,1800000001,2,-1e-30,3
        e,1,1800000001,2,1.5,-0.0

        """,
      output: outHeader,
      rejects: [
        "2,70,reward_rate,found \"-0\"; expected a rewardRate (scale 1e36), 0 or more,"
          + "a,-0,1800000001,2,1.5,3",
        "3,94,period_finish,found \"-0\"; expected unix seconds or a UTC time such as "
          + "2026-05-01T12:00:00Z,b,1,-0,2,1.5,3",
        "4,109,total_supply,found \"-0x0\"; expected a totalSupply in base units, 0 or more,"
          + "c,1,1800000001,-0x0,1.5,3",
        "5,135,reward_price,found \"-1e-30\"; expected a price in USD, 0 or more,"
          + "d,1,1800000001,2,-1e-30,3",
        "6,161,stake_price,found \"-0.0\"; expected a price in USD, 0 or more,"
          + "e,1,1800000001,2,1.5,-0.0",
      ]),
    CSVCase(
      name: "missing and extra fields",
      input: "\(header)\na,1,1800000001,2,1.5\n\(row)\nb,1,1800000001,2,1.5,3,4\nc\n",
      output: outHeader + result,
      rejects: [
        "2,70,stake_price,found 5 fields; expected 6,a,1,1800000001,2,1.5",
        "4,177,,found 7 fields; expected 6,b,1,1800000001,2,1.5,3,4",
        "5,202,reward_rate,found 1 fields; expected 6,c",
      ]),
    CSVCase(
      name: "a misplaced quote spoils its line only",
      input: "\(header)\na\"b,1,1800000001,2,1.5,3\n\(row)\n\"a\"b,1,1800000001,2,1.5,3\n\(row)\n",
      output: outHeader + result + result,
      rejects: [
        "2,70,vault,found a quote inside an unquoted field; expected the field in quotes,"
          + "a\"b,1,1800000001,2,1.5,3",
        "4,181,vault,found text behind a closing quote; expected a delimiter or the line's end,"
          + "\"a\"b,1,1800000001,2,1.5,3",
      ]),
    CSVCase(
      name: "a quote that is never closed spoils its line only",
      input: "\(header)\n\"a,1,1800000001,2,1.5,3\n\(row)\n", output: outHeader + result,
      rejects: [
        "2,70,vault,found a quoted field without its closing quote; expected one,"
          + "\"a,1,1800000001,2,1.5,3"
      ]),
    CSVCase(
      name: "a quote that is not closed within the limit",
      input: "\(header)\n\"a,1,1800000001,2,1.5,3\n\(row)\n\"b\",1,1,2,3,4\n",
      output: outHeader + result + "\"b\",1,1,2,3,4,0,false\n",
      rejects: [
        "2,70,vault,found a quoted field without its closing quote; expected one,"
          + "\"a,1,1800000001,2,1.5,3"
      ],
      limit: 110),
    CSVCase(
      name: "a line beyond the limit",
      input: "\(header)\n\(String(repeating: "x", count: 300)),1,1,2,3,4\n\(row)\n",
      output: outHeader + result,
      rejects: [
        "2,70,,found a record of 311 bytes; expected at most 110 (raw is its beginning),"
      ],
      limit: 110),
    CSVCase(
      name: "a carriage return inside a field is data",
      input: "\(header)\na\rb,1,1,2,1.5,3\n", output: outHeader + "a\rb,1,1,2,1.5,3,0,false\n"),
    CSVCase(
      name: "rounding beyond the 18th decimal",
      input: "\(header)\na,1,1800000001,2,1.0000000000000000005,3.0000000000000000015\n",
      output: outHeader
        + "a,1,1800000001,2,1.0000000000000000005,3.0000000000000000015,0.000000000005255999,true\n"
    ),
    CSVCase(
      name: "bytes that are not UTF-8 pass",
      input: "\(header)\n\u{FFFD},1,1,2,1.5,3\n",
      output: outHeader + "\u{FFFD},1,1,2,1.5,3,0,false\n"),
  ]
}

import Foundation
import TestSupport
import Testing

/// `--plot` of sweep, emission, pool project and pool realized, and `apr --sensitivity`.
struct PlotTests {
  private static let vault = [
    "--reward-rate", "272490527103681170793308992914391673", "--stake-price", "223845.58",
  ]
  private static let curve =
    ["sweep"] + vault + [
      "--total-supply", "598626940947001140289", "--axis", "rewardPrice=5:10:6", "--metric",
      "apr,tvlUsd", "--plot", "-",
    ]
  private static let map =
    ["sweep"] + vault + [
      "--axis", "totalSupply=0,300000000000000000000,600000000000000000000", "--axis",
      "rewardPrice=5:8:4", "--plot", "-",
    ]

  private static let noStake =
    "note: noStake in 4 points, first at totalSupply=0 rewardPrice=5\n"

  private static let beyondRange =
    "note: yieldBeyondRange in 9 points, first at totalSupply=1000000000000000000 rewardPrice=5\n"

  private static let logarithmic =
    ["sweep"] + vault + [
      "--axis", "totalSupply=1000000000000000000:1000000000000000000000:7:log", "--axis",
      "rewardPrice=0.00005:500:8:log", "--plot", "-",
    ]

  @Test func `the picture of the README is what its command draws`() throws {
    let page = try TextFile.read(
      CommandLineTool.packageRoot.appendingPathComponent("README.md").path)
    let command = try #require(page.firstMatch(of: /\$ (berayield sweep (?:.*\\\n)+.*)\n/)).output.1
      .replacing("\\\n", with: " ")
    let picture = "docs/images/sweep.svg"
    #expect(command.hasSuffix("--plot \(picture)"))
    let run = try CommandLineTool.shell(String(command.replacing(picture, with: "-")))
    #expect(
      run.output
        == (try TextFile.read(CommandLineTool.packageRoot.appendingPathComponent(picture).path)))
  }

  @Test(arguments: [
    ("sweep-curve.svg", curve, ""), ("sweep-lines.svg", map, noStake),
    ("sweep-map.svg", map + ["--plot-as", "map"], noStake),
    ("sweep-log.svg", logarithmic, beyondRange),
  ])
  func `whole picture`(name: String, arguments: [String], warnings: String) throws {
    let run = try CommandLineTool.run(arguments)
    #expect(run.status == 0)
    let assumed = "note: no periodFinish is given: the period is assumed to be active\n"
    #expect(run.errors == assumed + warnings)
    #expect(try run.output == Snapshot.expected("plot-" + name, actual: run.output))
  }

  @Test(arguments: [
    "pool project data/synthetic/pool-scenario.json",
    "pool realized data/synthetic/pool-history.csv",
    "sweep --axis grossApr=0.01:0.2:20 --axis commission=0,500 --metric poolNetApy --summary",
    "emission --reward 1000000000000000000 --every day --at 1760000000",
  ])
  func `a picture beside the figures`(command: String) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let plain = try CommandLineTool.shell("berayield \(command)", in: folder)
      let run = try CommandLineTool.shell("berayield \(command) --plot plot.svg", in: folder)
      #expect(run.status == 0)
      #expect(run.output == plain.output)
      let file = folder.appendingPathComponent("plot.svg")
      let picture = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(picture.hasPrefix("<?xml"))
      #expect(picture.hasSuffix("</svg>\n"))
      let again = try CommandLineTool.shell("berayield \(command) --plot again.svg", in: folder)
      #expect(again.status == 0)
      let other = folder.appendingPathComponent("again.svg")
      #expect(try Data(contentsOf: other) == Data(contentsOf: file))
    }
  }

  @Test(arguments: [
    (
      "--axis grossApr=0.1,0.2 --axis commission=0,1 --axis poolFee=0,1",
      "--plot: found 3 axes; expected one axis for a curve, or two for curves or a map"
    ),
    (
      "--axis grossApr=0:1:1000 --axis commission=0:1000:1001",
      "--plot: found 1001000 points; expected at most 250000 to draw"
    ),
  ])
  func `what cannot be drawn leaves no file`(axes: String, message: String) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield sweep \(axes) --metric poolNetApr --plot plot.svg", in: folder)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(message), "\(run.errors)")
      let file = folder.appendingPathComponent("plot.svg").path
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test(arguments: [
    "sweep --axis grossApr=0.1,0.2 --metric poolNetApr",
    "emission --reward 1000000000000000000 --at 1760000000",
    "pool project data/synthetic/pool-scenario.json",
    "pool realized data/synthetic/pool-history.csv",
  ])
  func `a picture's name says SVG`(command: String) throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        "berayield \(command) --plot curve.png; echo $?; ls -A", in: folder)
      #expect(run.errors == "error: --plot: found curve.png; expected a name that ends in .svg\n")
      #expect(run.output == "2\ndata\n")
      let upper = try CommandLineTool.shell("berayield \(command) --plot CURVE.SVG", in: folder)
      #expect(upper.status == 0)
    }
  }

  @Test func `how to draw goes with a picture`() throws {
    let run = try CommandLineTool.run(
      ["sweep", "--axis", "grossApr=0.1,0.2", "--metric", "poolNetApr", "--plot-as", "map"])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: --plot-as: found map; expected --plot as well\n"))
  }

  @Test func `the rate of a stream, whole picture`() throws {
    try CommandLineTool.inTemporaryFolder { folder in
      let run = try CommandLineTool.shell(
        """
        berayield emission --reward 432000000000000000000 --duration 259200 --every 432000 \
          --count 3 --at 1760000000 --plot rate.svg > /dev/null && cat rate.svg
        """, in: folder)
      #expect(run.status == 0 && run.errors == "")
      #expect(try run.output == Snapshot.expected("plot-emission.svg", actual: run.output))
    }
  }

  @Test(arguments: [
    ("text.txt", ["data/synthetic/six-decimals.json", "--sensitivity"]),
    ("hurdle.json", ["data/synthetic/six-decimals.json", "--hurdle", "20%", "--format", "json"]),
    ("all.csv", ["data/synthetic/all.json", "--sensitivity", "--format", "csv"]),
    ("empty.txt", ["data/synthetic/empty.json", "--hurdle", "0.1"]),
  ])
  func `sensitivities, whole output`(name: String, arguments: [String]) throws {
    let run = try CommandLineTool.run(["apr"] + arguments + ["--at", "1767600000"])
    #expect(run.status == 0)
    let note =
      "note: these rows are figures: use --table sensitivity.inputs|sensitivity.breakEven for other rows\n"
    #expect(run.errors == (name == "all.csv" ? note : ""))
    #expect(try run.output == Snapshot.expected("sensitivity-" + name, actual: run.output))
  }
}

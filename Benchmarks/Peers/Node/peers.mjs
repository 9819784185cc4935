// node's BigInt. usage: node peers.mjs WORKLOAD INPUT_DIRECTORY BUDGET_MS
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [workload, directory, budget] = process.argv.slice(2);
const budgetNs = Number(budget) * 1e6;
const WAD = 10n ** 18n;
const YEAR = 31_536_000n;
const MERSENNE_61 = (1n << 61n) - 1n;

function readIntegers(name, wordsEach) {
  const data = readFileSync(join(directory, name));
  const values = [];
  for (let at = 0; at < data.length; at += 8 * wordsEach) {
    const words = data.subarray(at, at + 8 * wordsEach);
    values.push(BigInt("0x" + Buffer.from(words).reverse().toString("hex")));
  }
  return values;
}

function readRows(name, wordsEach, columns) {
  const values = readIntegers(name, wordsEach);
  const rows = [];
  for (let at = 0; at < values.length; at += columns) rows.push(values.slice(at, at + columns));
  return rows;
}

// The definition in harness/folding.py.
function fold(answers) {
  let total = 0n;
  answers.forEach((answer, i) => {
    total += (answer % MERSENNE_61) * (2n * BigInt(i) + 1n);
  });
  return BigInt.asUintN(64, total).toString(16).padStart(16, "0");
}

function measure(work, operations) {
  let start = process.hrtime.bigint();
  let answer = work();
  const one = Number(process.hrtime.bigint() - start);
  const repeats = Math.floor(budgetNs / 5 / one) + 1;
  const samples = [];
  for (let slice = 0; slice < 5; slice++) {
    start = process.hrtime.bigint();
    for (let i = 0; i < repeats; i++) answer = work();
    samples.push(Number(process.hrtime.bigint() - start) / repeats / operations);
  }
  samples.sort((a, b) => a - b);
  return [samples[2], answer];
}

function run(name, work, operations, toInteger = (x) => x) {
  const [ns, answers] = measure(work, operations);
  const line = { workload: name, tool: "node-bigint", ns, operations };
  console.log(JSON.stringify({ ...line, fold: fold(answers.map(toInteger)) }));
}

function parsed(text) {
  const [whole, fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(18, "0"));
}

function printed(raw) {
  const fraction = (raw % WAD).toString().padStart(18, "0").replace(/0+$/, "");
  return fraction ? `${raw / WAD}.${fraction}` : `${raw / WAD}`;
}

const workloads = {
  apr() {
    const rows = readRows("apr-rows.bin", 2, 4);
    run("apr/rows", () => rows.map(([r, q, s, p]) => (r * YEAR * q) / (s * p)), rows.length);
  },
  evm() {
    const rows = readRows("evm.bin", 4, 3);
    const shifted = rows.map(([a, b, d]) => [a << 50n, b << 190n, d]);
    run("evm/mulWad", () => rows.map(([a, b]) => (a * b) / WAD), rows.length);
    run("evm/fullMulDiv", () => shifted.map(([a, b, d]) => (a * b) / d), rows.length);
  },
  wide() {
    for (const bits of [64, 128, 192, 256, 512, 1024, 4096, 33220]) {
      const rows = readRows(`wide-${bits}.bin`, Math.ceil(bits / 64), 3);
      const texts = readFileSync(join(directory, `wide-${bits}.txt`), "utf8").trim().split("\n");
      const operations = {
        add: () => rows.map(([a, b]) => a + b),
        multiply: () => rows.map(([a, b]) => (a * b) / WAD),
        divide: () => rows.map(([a, b]) => (a * WAD) / b),
        muldiv: () => rows.map(([a, b, c]) => (a * b) / c),
        parse: () => texts.map(parsed),
      };
      for (const [name, work] of Object.entries(operations)) {
        run(`wide/${name}/${bits}`, work, rows.length);
      }
      run(`wide/print/${bits}`, () => rows.map(([a]) => printed(a)), rows.length, parsed);
    }
  },
};

if (!(workload in workloads)) {
  console.error(`no workload ${workload}`);
  process.exit(2);
}
workloads[workload]();

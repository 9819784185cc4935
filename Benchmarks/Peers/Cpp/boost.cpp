// Boost.Multiprecision: fixed 256-bit words and unbounded cpp_int.
// usage: boost-peers WORKLOAD INPUT_DIRECTORY BUDGET_MS
#include <boost/multiprecision/cpp_int.hpp>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "../C/workbench.h"

namespace mp = boost::multiprecision;
using Unbounded = mp::cpp_int;
// Unchecked, as in the EVM: wraps at 2^256, no exceptions.
using Word256 = mp::uint256_t;
using Word512 = mp::uint512_t;

namespace {

template <typename Integer>
Integer from_words(const uint64_t *words, size_t count) {
  Integer value = 0;
  mp::import_bits(value, words, words + count, 64, false);
  return value;
}

template <typename Integer>
uint64_t fold_of(const std::vector<Integer> &answers) {
  uint64_t fold = 0;
  const Unbounded modulus = (Unbounded(1) << 61) - 1;
  for (size_t i = 0; i < answers.size(); i++) {
    uint64_t rest = static_cast<uint64_t>(Unbounded(answers[i]) % modulus);
    fold += rest * (2 * static_cast<uint64_t>(i) + 1);
  }
  return fold;
}

// Runs `body` as a pass over `answers.size()` rows, then reports time and fingerprint.
template <typename Integer, typename Body>
void run(const std::string &workload, const char *tool, std::vector<Integer> &answers, Body body) {
  struct Context {
    Body &body;
  } context{body};
  double ns = measure([](void *raw) { static_cast<Context *>(raw)->body(); }, &context,
                      answers.size());
  report(workload.c_str(), tool, ns, answers.size(), fold_of(answers));
}

template <typename Integer>
void run_apr(const char *tool) {
  Words input = read_words("apr-rows.bin", 0);
  size_t count = input.count / 8;
  std::vector<Integer> values;
  for (size_t i = 0; i < 4 * count; i++) {
    values.push_back(from_words<Integer>(input.words + 2 * i, 2));
  }
  std::vector<Integer> answers(count);
  run("apr/rows", tool, answers, [&] {
    for (size_t i = 0; i < count; i++) {
      const Integer *row = &values[4 * i];
      answers[i] = row[0] * row[1] * 31536000u / (row[2] * row[3]);
    }
  });
}

void run_evm() {
  Words input = read_words("evm.bin", 0);
  size_t count = input.count / 12;
  std::vector<Word256> a, b, d, a_shifted, b_shifted, answers(count);
  for (size_t i = 0; i < count; i++) {
    a.push_back(from_words<Word256>(input.words + 12 * i, 4));
    b.push_back(from_words<Word256>(input.words + 12 * i + 4, 4));
    d.push_back(from_words<Word256>(input.words + 12 * i + 8, 4));
    a_shifted.push_back(a[i] << 50);
    b_shifted.push_back(b[i] << 190);
  }
  const Word256 wad = 1000000000000000000ull;
  run("evm/mulWad", "cpp-boost-uint256", answers, [&] {
    for (size_t i = 0; i < count; i++) {
      answers[i] = a[i] * b[i] / wad;
    }
  });
  run("evm/fullMulDiv", "cpp-boost-uint256", answers, [&] {
    for (size_t i = 0; i < count; i++) {
      answers[i] = Word256(Word512(a_shifted[i]) * b_shifted[i] / d[i]);
    }
  });
  run("evm/sqrt", "cpp-boost-uint256", answers, [&] {
    for (size_t i = 0; i < count; i++) {
      answers[i] = mp::sqrt(a_shifted[i]);
    }
  });
}

std::vector<std::string> read_lines(int bits) {
  std::ifstream file(std::string(input_directory) + "/wide-" + std::to_string(bits) + ".txt");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  return lines;
}

Unbounded parsed(const std::string &text) {
  size_t point = text.find('.');
  std::string digits = text.substr(0, point);
  std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
  digits += fraction + std::string(18 - fraction.size(), '0');
  size_t first = digits.find_first_not_of('0');  // a leading zero would mean octal
  return Unbounded(digits.substr(first == std::string::npos ? digits.size() - 1 : first));
}

std::string printed(const Unbounded &raw, const Unbounded &wad) {
  Unbounded whole, fraction;
  mp::divide_qr(raw, wad, whole, fraction);
  std::string text = whole.str(), digits = fraction.str();
  if (fraction == 0) {
    return text;
  }
  digits.insert(0, 18 - digits.size(), '0');
  digits.erase(digits.find_last_not_of('0') + 1);
  return text + "." + digits;
}

void run_width(int bits) {
  const char *tool = "cpp-boost-cpp_int";
  Words input = read_words("wide-%d.bin", bits);
  size_t words = (static_cast<size_t>(bits) + 63) / 64, count = input.count / (3 * words);
  std::vector<Unbounded> a, b, c, r(count);
  for (size_t i = 0; i < count; i++) {
    a.push_back(from_words<Unbounded>(input.words + 3 * i * words, words));
    b.push_back(from_words<Unbounded>(input.words + (3 * i + 1) * words, words));
    c.push_back(from_words<Unbounded>(input.words + (3 * i + 2) * words, words));
  }
  const Unbounded wad = 1000000000000000000ull;
  auto name = [&](const char *operation) {
    return std::string("wide/") + operation + "/" + std::to_string(bits);
  };
  auto each = [&](const char *operation, auto body) {
    run(name(operation), tool, r, [&] {
      for (size_t i = 0; i < count; i++) {
        body(i);
      }
    });
  };
  each("add", [&](size_t i) { r[i] = a[i] + b[i]; });
  each("multiply", [&](size_t i) { r[i] = a[i] * b[i] / wad; });
  each("divide", [&](size_t i) { r[i] = a[i] * wad / b[i]; });
  each("muldiv", [&](size_t i) { r[i] = a[i] * b[i] / c[i]; });
  each("sqrt", [&](size_t i) { r[i] = mp::sqrt(Unbounded(a[i] * wad)); });
  std::vector<std::string> lines = read_lines(bits), texts(count);
  each("parse", [&](size_t i) { r[i] = parsed(lines[i]); });
  each("print", [&](size_t i) { texts[i] = printed(a[i], wad); });
  if (texts != lines) {
    std::fprintf(stderr, "print/%d differs\n", bits);
    std::exit(5);
  }
}

}  // namespace

int main(int count, char **arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: %s WORKLOAD INPUT_DIRECTORY BUDGET_MS\n", arguments[0]);
    return 2;
  }
  input_directory = arguments[2];
  budget_ns = std::atof(arguments[3]) * 1e6;
  std::string workload = arguments[1];
  if (workload == "apr") {
    run_apr<Word256>("cpp-boost-uint256");
    run_apr<Unbounded>("cpp-boost-cpp_int");
  } else if (workload == "evm") {
    run_evm();
  } else if (workload == "wide") {
    for (int bits : {64, 128, 192, 256, 512, 1024, 4096, 33220}) {
      run_width(bits);
    }
  } else {
    std::fprintf(stderr, "no workload %s\n", arguments[1]);
    return 2;
  }
}

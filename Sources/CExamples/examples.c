// The files of `data` as bytes, so that the examples work wherever the program is.

#include "CExamples.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t documentation_vault_json[] = {
#embed "../../data/documentation-vault.json"
};

static const uint8_t scenario_first_week_json[] = {
#embed "../../data/scenario-first-week.json"
};

static const uint8_t conformance_sample_json[] = {
#embed "../../data/conformance-sample.json"
};

static const uint8_t pol_next_ndjson[] = {
#embed "../../data/recorded/pol-next.ndjson"
};

static const uint8_t pol_next_json[] = {
#embed "../../data/recorded/pol-next.json"
};

static const uint8_t validator_json[] = {
#embed "../../data/recorded/validator.json"
};

static const uint8_t history_sqlite[] = {
#embed "../../data/recorded/history.sqlite"
};

static const uint8_t others_csv[] = {
#embed "../../data/recorded/others.csv"
};

static const uint8_t bgt_json[] = {
#embed "../../data/recorded/bgt.json"
};

static const uint8_t prices_csv[] = {
#embed "../../data/recorded/prices.csv"
};

static const uint8_t all_json[] = {
#embed "../../data/synthetic/all.json"
};

static const uint8_t auction_json[] = {
#embed "../../data/synthetic/auction.json"
};

static const uint8_t eight_decimals_json[] = {
#embed "../../data/synthetic/eight-decimals.json"
};

static const uint8_t empty_json[] = {
#embed "../../data/synthetic/empty.json"
};

static const uint8_t expired_json[] = {
#embed "../../data/synthetic/expired.json"
};

static const uint8_t grid_json[] = {
#embed "../../data/synthetic/grid.json"
};

static const uint8_t huge_json[] = {
#embed "../../data/synthetic/huge.json"
};

static const uint8_t monday_json[] = {
#embed "../../data/synthetic/monday.json"
};

static const uint8_t odd_rows_csv[] = {
#embed "../../data/synthetic/odd-rows.csv"
};

static const uint8_t pool_history_csv[] = {
#embed "../../data/synthetic/pool-history.csv"
};

static const uint8_t pool_scenario_json[] = {
#embed "../../data/synthetic/pool-scenario.json"
};

static const uint8_t published_csv[] = {
#embed "../../data/synthetic/published.csv"
};

static const uint8_t six_decimals_json[] = {
#embed "../../data/synthetic/six-decimals.json"
};

static const uint8_t tiny_json[] = {
#embed "../../data/synthetic/tiny.json"
};

static const uint8_t tuesday_json[] = {
#embed "../../data/synthetic/tuesday.json"
};

static const uint8_t two_rewards_json[] = {
#embed "../../data/synthetic/two-rewards.json"
};

static const berayield_example examples[] = {
    {"documentation-vault.json", documentation_vault_json, sizeof documentation_vault_json},
    {"scenario-first-week.json", scenario_first_week_json, sizeof scenario_first_week_json},
    {"conformance-sample.json", conformance_sample_json, sizeof conformance_sample_json},
    {"recorded/pol-next.ndjson", pol_next_ndjson, sizeof pol_next_ndjson},
    {"recorded/pol-next.json", pol_next_json, sizeof pol_next_json},
    {"recorded/validator.json", validator_json, sizeof validator_json},
    {"recorded/history.sqlite", history_sqlite, sizeof history_sqlite},
    {"recorded/others.csv", others_csv, sizeof others_csv},
    {"recorded/bgt.json", bgt_json, sizeof bgt_json},
    {"recorded/prices.csv", prices_csv, sizeof prices_csv},
    {"synthetic/all.json", all_json, sizeof all_json},
    {"synthetic/auction.json", auction_json, sizeof auction_json},
    {"synthetic/eight-decimals.json", eight_decimals_json, sizeof eight_decimals_json},
    {"synthetic/empty.json", empty_json, sizeof empty_json},
    {"synthetic/expired.json", expired_json, sizeof expired_json},
    {"synthetic/grid.json", grid_json, sizeof grid_json},
    {"synthetic/huge.json", huge_json, sizeof huge_json},
    {"synthetic/monday.json", monday_json, sizeof monday_json},
    {"synthetic/odd-rows.csv", odd_rows_csv, sizeof odd_rows_csv},
    {"synthetic/pool-history.csv", pool_history_csv, sizeof pool_history_csv},
    {"synthetic/pool-scenario.json", pool_scenario_json, sizeof pool_scenario_json},
    {"synthetic/published.csv", published_csv, sizeof published_csv},
    {"synthetic/six-decimals.json", six_decimals_json, sizeof six_decimals_json},
    {"synthetic/tiny.json", tiny_json, sizeof tiny_json},
    {"synthetic/tuesday.json", tuesday_json, sizeof tuesday_json},
    {"synthetic/two-rewards.json", two_rewards_json, sizeof two_rewards_json},
};

size_t berayield_example_count(void) { return sizeof examples / sizeof *examples; }

berayield_example berayield_example_at(size_t index) { return examples[index]; }

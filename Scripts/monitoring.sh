#!/usr/bin/env bash
# The check of data/monitoring: metrics as Prometheus reads them, a case per alert, the dashboard's questions, the
# units as systemd reads them.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python
need_prometheus

swift build "${optimised[@]}" --product berayield >&2
tool="$(swift build "${optimised[@]}" --show-bin-path)/berayield"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

say "metrics (promtool)"
for file in data/synthetic/tuesday.json data/recorded/pol-next.json data/recorded/bgt.json; do
  "$tool" page "$file" -o "$folder/public"
  promtool check metrics < "$folder/public/metrics.prom" >&2
done

say "alerts and their cases (promtool)"
promtool check rules data/monitoring/alerts.yml >&2
promtool test rules data/monitoring/alerts-test.yml >&2

say "the dashboard's questions (promtool)"
python3 - "$folder/dashboard.yml" << 'END'
import json, re, sys

text = open("data/monitoring/grafana.json", encoding="utf-8").read()
asked = [t["expr"] for panel in json.loads(text)["panels"] for t in panel["targets"]]
rules = open("data/monitoring/alerts.yml", encoding="utf-8").read()
known = set(re.findall(r"^## `(berayield_\w+)`", open("docs/metrics.md", encoding="utf-8").read(), re.M))
used = set(re.findall(r"berayield_\w+", " ".join(asked) + rules))
assert known and used <= known, f"no such metrics: {used - known}"
alerts = set(re.findall(r"- alert: (\w+)", rules))
cases = open("data/monitoring/alerts-test.yml", encoding="utf-8").read()
for alert in alerts:
    # Each is seen to be quiet, and to be raised.
    assert re.search(rf"alertname: {alert}, exp_alerts: \[\]", cases), alert
    assert re.search(rf"alertname: {alert}\n +exp_alerts:\n +- exp_labels", cases), alert
names = [{"record": f"panel:{n}", "expr": expr} for n, expr in enumerate(asked)]
json.dump({"groups": [{"name": "dashboard", "rules": names}]}, open(sys.argv[1], "w", encoding="utf-8"))
END
promtool check rules "$folder/dashboard.yml" >&2

if command -v systemd-analyze > /dev/null 2>&1; then
  say "units (systemd-analyze)"
  # The units name the program where packages install it; here it is elsewhere.
  for unit in data/monitoring/systemd/*; do
    sed "s|/usr/bin/berayield|$tool|" "$unit" > "$folder/$(basename "$unit")"
  done
  systemd-analyze verify --man=no "$folder"/*.service "$folder"/*.timer >&2
fi

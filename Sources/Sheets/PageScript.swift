/// The script of a site's tables: sorting, searching, and how old the values are.
///
/// The page is whole without it; the controls appear with it. Keys are exact decimals, compared as integers of
/// equally many digits, or texts; nothing passes through a double. What it writes is text, never markup.
enum PageScript {
  static let text = #"""
    "use strict";
    (() => {
      const parts = (key) => /^(-?)(\d+)(?:\.(\d*))?$/.exec(key);

      // Below, above or 0 as the keys stand to one another.
      const byNumber = (left, right) => {
        const [a, b] = [parts(left), parts(right)];
        const digits = Math.max((a[3] || "").length, (b[3] || "").length);
        const whole = (p) => BigInt(p[1] + p[2] + (p[3] || "").padEnd(digits, "0"));
        const [x, y] = [whole(a), whole(b)];
        return x < y ? -1 : x > y ? 1 : 0;
      };
      const byText = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

      const sort = (table, column, isDescending) => {
        const body = table.tBodies[0];
        const rows = Array.from(body.rows, (row) => [row.cells[column].dataset.key, row]);
        const known = rows.filter(([key]) => key !== undefined);
        const isNumeric = known.every(([key]) => parts(key));
        const compare = isNumeric ? byNumber : byText;
        known.sort(([a], [b]) => (isDescending ? compare(b, a) : compare(a, b)));
        // What has no value stands last, whichever way.
        const rest = rows.filter(([key]) => key === undefined);
        body.append(...known.concat(rest).map(([, row]) => row));
      };

      const addSorting = (table) => {
        const heads = Array.from(table.tHead.rows[0].cells);
        heads.forEach((head, column) => {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = head.textContent;
          head.textContent = "";
          head.append(button);
          button.addEventListener("click", () => {
            const now = head.getAttribute("aria-sort");
            const isDescending = now ? now === "ascending" : head.classList.contains("number");
            heads.forEach((other) => other.removeAttribute("aria-sort"));
            head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
            sort(table, column, isDescending);
          });
        });
      };

      const addSearch = (table) => {
        const tools = document.createElement("div");
        tools.className = "tools";
        const label = document.createElement("label");
        label.textContent = "Search ";
        const input = document.createElement("input");
        input.type = "search";
        input.autocomplete = "off";
        input.placeholder = "name or address";
        label.append(input);
        const count = document.createElement("span");
        count.setAttribute("aria-live", "polite");
        count.className = "mut";
        tools.append(label, count);
        table.before(tools);
        const rows = Array.from(table.tBodies[0].rows, (row) => {
          const head = row.cells[0];
          const link = head.querySelector("a");
          const address = link ? link.getAttribute("href").split(/[/.]/)[1] : "";
          return [row, (head.textContent + " " + address).toLowerCase()];
        });
        const show = () => {
          const wanted = input.value.trim().toLowerCase();
          let shown = 0;
          for (const [row, text] of rows) {
            row.hidden = !text.includes(wanted);
            if (!row.hidden) shown += 1;
          }
          count.textContent = shown + " of " + rows.length;
        };
        input.addEventListener("input", show);
        show();
      };

      const age = (seconds) => {
        const [minute, hour, day] = [60, 3600, 86400];
        if (seconds < 0) return "in the future";
        if (seconds < minute) return "just now";
        const [unit, name] =
          seconds < hour ? [minute, "min"] : seconds < 2 * day ? [hour, "h"] : [day, "d"];
        return Math.floor(seconds / unit) + " " + name + " ago";
      };

      // The date stays at hand, as the title of the age.
      const addAges = (table) => {
        const now = Math.floor(Date.now() / 1000);
        for (const time of table.querySelectorAll("time[data-seconds]")) {
          time.title = time.textContent;
          time.textContent = age(now - Number(time.dataset.seconds));
        }
      };

      for (const table of document.querySelectorAll("table.vaults")) {
        table.classList.add("scripted");
        addSorting(table);
        addSearch(table);
        addAges(table);
      }
    })();

    """#
}

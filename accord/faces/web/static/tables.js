// Tables: sort in place, filter, copy. Without scripts the headers are links and the server sorts.
import { words, fill } from "./words.js";

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const key = (cell) => cell?.dataset.sort ?? cell?.querySelector("[data-sort]")?.dataset.sort ?? cell?.textContent.trim() ?? "";
// What is not known stands last, in either order.
const last = (cell) => ["", "–"].includes(key(cell)) ? 1 : 0;

for (const table of document.querySelectorAll("table[data-table]")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    head.querySelector("a")?.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const order = (a, b) => collator.compare(a, b) * (down ? -1 : 1);
      rows.sort((a, b) => last(a.cells[column]) - last(b.cells[column]) || order(key(a.cells[column]), key(b.cells[column])));
      body.append(...rows);
    });
  });
  if (rows.length > 5) tools(table, rows);
}

function tools(table, rows) {
  const bar = document.createElement("div");
  bar.className = "tools";
  const filter = document.createElement("input");
  filter.type = "search";
  filter.placeholder = words.filter;
  filter.setAttribute("aria-label", words.filter);
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "quiet";
  copy.textContent = words.copy;
  const shown = () => rows.filter((row) => !row.hidden);
  const tell = () => { count.textContent = fill(words.rows, { n: shown().length }); };
  filter.addEventListener("input", () => {
    const wanted = filter.value.toLocaleLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    tell();
  });
  copy.addEventListener("click", async () => {
    const lines = [table.tHead.rows[0], ...shown()].map((row) =>
      [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, " ")).join("\t"));
    await navigator.clipboard.writeText(lines.join("\n"));
    copy.textContent = words.copied;
    setTimeout(() => { copy.textContent = words.copy; }, 2000);
  });
  tell();
  bar.append(filter, copy, count);
  table.parentElement.before(bar);
}

// Says when this page has changed. Looks at the checkpoint now and then, with the tag of the last answer; only where the
// record has grown does it ask for the head of this page, which tells whether what is shown here is still the same.
import { words } from "./words.js";

const EVERY_MS = 15000;
const notice = document.getElementById("newer");
const seen = notice?.dataset.seen;
let checkpoint = "";

async function look() {
  if (document.hidden || !notice.hidden) return;
  try {
    // The browser keeps the tag: an unchanged checkpoint costs a 304.
    const now = await (await fetch("/checkpoint", { cache: "no-cache" })).text();
    if (now === checkpoint) return;
    const page = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    const shown = page.headers.get("accord-seen");
    if (!shown) return;
    checkpoint = now;
    if (shown === seen) return;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = words.reload;
    link.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
    notice.append(words.newer + " ", link);
    notice.hidden = false;
  } catch { /* Offline: the page stays as true as it was. */ }
}

if (seen) setInterval(look, EVERY_MS);

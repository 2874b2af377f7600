// Asks for the checkpoint now and then, with the tag of the last answer, and says when the record has grown.
import { words } from "./words.js";

const EVERY_MS = 15000;
const size = Number(document.body.dataset.size);
const notice = document.getElementById("newer");

async function look() {
  if (document.hidden) return;
  try {
    // The browser keeps the tag: an unchanged checkpoint costs a 304.
    const answer = await fetch("/checkpoint", { cache: "no-cache" });
    const now = Number((await answer.text()).split("\n")[1]);
    if (now > size && notice.hidden) {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = words.reload;
      link.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
      notice.append(words.newer + " ", link);
      notice.hidden = false;
    }
  } catch { /* Offline: the page stays as true as it was. */ }
}

if (notice && size) setInterval(look, EVERY_MS);

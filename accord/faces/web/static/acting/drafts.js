// The page of drafts: what this browser keeps, written, taken out as files and brought in.
import { all, drop, keep, one, read, text } from "./kept.js";

const place = document.getElementById("drafts");
const words = document.getElementById("words").dataset;
const list = document.getElementById("list");
const paper = document.getElementById("paper");
const told = document.getElementById("told");
const verbs = JSON.parse(place.dataset.verbs);
let current = null;

function show() {
  const drafts = all();
  list.replaceChildren(
    ...drafts.map(([id, draft]) => {
      const item = document.getElementById("draft").content.cloneNode(true);
      item.querySelector(".title").textContent = draft.title;
      item.querySelector(".what").textContent = draft.act ? (verbs[draft.act.verb.split("/")[0]] ?? draft.act.verb) : words.paper;
      const time = item.querySelector("time");
      time.dateTime = time.textContent = draft.made;
      const open = item.querySelector(".open");
      if (draft.act) open.href = `/${place.dataset.lang}/-/act/${encodeURIComponent(draft.act.verb.split("/")[0])}#draft=${id}`;
      else open.addEventListener("click", (event) => (event.preventDefault(), edit(id)));
      item.querySelector(".export").addEventListener("click", () => save(draft));
      item.querySelector(".delete").addEventListener("click", () => confirm(words.sure) && (drop(id), show()));
      return item;
    }),
  );
  document.getElementById("none").hidden = drafts.length > 0;
}

function save(draft) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text(draft)], { type: "application/json" }));
  link.download = "draft.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function edit(id) {
  current = id;
  paper.reset();
  const draft = id && one(id);
  if (draft?.paper) {
    paper.elements.title.value = draft.title;
    for (const [lang, said] of Object.entries(draft.paper.said)) paper.elements[lang].value = said;
    paper.elements.original.value = draft.paper.original;
  }
  paper.hidden = false;
  paper.elements.title.focus();
}

place.hidden = false;
document.getElementById("new-paper").addEventListener("click", () => edit(null));
document.getElementById("close").addEventListener("click", () => (paper.hidden = true));
paper.addEventListener("submit", (event) => {
  event.preventDefault();
  const said = {};
  for (const field of paper.querySelectorAll("textarea")) if (field.value.trim()) said[field.name] = field.value.trim();
  const original = paper.elements.original.value in said ? paper.elements.original.value : Object.keys(said)[0];
  if (!original) return paper.querySelector("textarea").focus();
  const title = paper.elements.title.value.trim() || said[original].slice(0, 80);
  if (keep({ title, paper: { original, said } }, current)) {
    paper.hidden = true;
    show();
  } else told.textContent = words.full;
});
document.getElementById("import").addEventListener("change", async (event) => {
  for (const file of event.target.files) {
    try {
      const { title, act, paper } = read(await file.text());
      told.textContent = keep(act ? { title, act } : { title, paper }) ? words.imported : words.full;
    } catch {
      told.textContent = words.unreadable;
    }
  }
  event.target.value = "";
  show();
});
show();

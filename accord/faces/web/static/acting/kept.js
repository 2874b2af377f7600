// Drafts in this browser's own storage. Nothing here talks to a server, and nothing here encrypts.
export const FORMAT = "accord-draft/1";
const PREFIX = "accord-draft:";
const LARGEST = 500000;
const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es"];

export function all() {
  const found = [];
  for (let n = 0; n < localStorage.length; n++) {
    const name = localStorage.key(n);
    if (name.startsWith(PREFIX)) {
      const draft = one(name.slice(PREFIX.length));
      if (draft) found.push([name.slice(PREFIX.length), draft]);
    }
  }
  return found.sort((a, b) => (a[1].made < b[1].made ? 1 : -1));
}

export function one(id) {
  try {
    return read(localStorage.getItem(PREFIX + id) ?? "");
  } catch {
    return null;
  }
}

// The identifier under which it is kept, or null where the browser keeps nothing more.
export function keep(draft, id = null) {
  const known = id || crypto.randomUUID();
  const whole = { format: FORMAT, made: new Date().toISOString().slice(0, 10), ...draft };
  try {
    localStorage.setItem(PREFIX + known, text(whole));
    return known;
  } catch {
    return null;
  }
}

export const drop = (id) => localStorage.removeItem(PREFIX + id);

// Sorted keys, as the command line writes them.
export function text(draft) {
  const sorted = (value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
      : value;
  return JSON.stringify(sorted(draft)).normalize("NFC");
}

// As strict as the command line: a draft of another form is not taken in.
export function read(data) {
  if (data.length > LARGEST) throw new Error("too large");
  const draft = JSON.parse(data);
  const only = (value, names) => Object.keys(value).every((name) => names.includes(name));
  const strings = (value) => value && typeof value === "object" && Object.values(value).every((inner) => typeof inner === "string");
  if (draft?.format !== FORMAT || !only(draft, ["format", "made", "title", "act", "paper"])) throw new Error("format");
  if (!/^\d{4}-\d\d-\d\d$/.test(draft.made) || typeof draft.title !== "string" || !draft.title) throw new Error("title");
  if (("act" in draft) === ("paper" in draft)) throw new Error("parts");
  if (draft.act && !(only(draft.act, ["fields", "verb"]) && typeof draft.act.verb === "string" && strings(draft.act.fields))) throw new Error("act");
  if (draft.paper && !(only(draft.paper, ["original", "said"]) && strings(draft.paper.said) && only(draft.paper.said, LANGUAGES) && draft.paper.original in draft.paper.said)) throw new Error("paper");
  return draft;
}

// A button beside what people copy: a citation, a command. Without scripts the words are there to be selected.
import { words, fill } from "./words.js";

const told = document.createElement("p");
told.className = "unseen";
told.setAttribute("role", "status");
document.body.append(told);

for (const place of document.querySelectorAll("[data-copy]")) {
  const what = place.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet copy";
  button.textContent = words["script.copy"];
  // The name begins with what is seen, so that who speaks to the computer can say it.
  button.setAttribute("aria-label", fill(words["script.copy-what"], { what }));
  button.addEventListener("click", async () => {
    let done = true;
    try {
      await navigator.clipboard.writeText(what);
    } catch {
      done = false;
      getSelection().selectAllChildren(place);
    }
    told.textContent = done ? fill(words["script.copied-what"], { what }) : words["script.not-copied"];
    button.textContent = done ? words.copied : words["script.copy"];
    setTimeout(() => { button.textContent = words["script.copy"]; }, 2000);
  });
  place.after(" ", button);
}

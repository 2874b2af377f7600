// Light or dark: the system's choice until the reader makes one.
const KEY = "accord-theme";
const root = document.documentElement;
const button = document.getElementById("theme");
const read = () => { try { return localStorage.getItem(KEY); } catch { return null; } };

const chosen = read();
if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem(KEY, root.dataset.theme); } catch { /* Private browsing: the choice lasts for the page. */ }
  });
}

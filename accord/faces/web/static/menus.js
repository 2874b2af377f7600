// The menus close as people expect: by Escape, by looking elsewhere, and one when another opens.
const open = () => document.querySelectorAll("nav.pages details[open]");
const close = (keep) => open().forEach((menu) => { if (menu !== keep) menu.open = false; });

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && open()[0];
  if (!menu) return;
  const inside = menu.contains(document.activeElement);
  close();
  if (inside) menu.querySelector("summary").focus();
});
for (const happens of ["click", "focusin"])
  document.addEventListener(happens, (event) => close(event.target.closest("nav.pages details")));

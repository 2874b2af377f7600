// Asks now and then whether something has changed at the table, and shows the page anew when it has. Asking also tells
// that somebody sits there. What is being typed is left alone.
const EVERY_MS = 2500;
const note = document.getElementById("looking");

function busy() {
  const here = document.activeElement;
  return here && here.matches("input:not([type='checkbox'])") && here.value !== here.defaultValue;
}

async function look() {
  try {
    const answer = await fetch(note.dataset.look, { cache: "no-store" });
    const { stamp } = await answer.json();
    if (stamp && stamp !== note.dataset.stamp && !busy()) location.replace(location.href.split("#")[0]);
  } catch { /* The facilitator's machine does not answer: the page stays as it is, and asks again. */ }
}

note.firstElementChild.hidden = false;
setInterval(look, EVERY_MS);

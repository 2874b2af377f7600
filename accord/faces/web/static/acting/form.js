// Beside a form: makes a passkey on this device, keeps a draft in this browser, brings one back.
import { plain } from "./encoding.js";
import { keep, one } from "./kept.js";

const form = document.getElementById("act");
const place = document.getElementById("make-passkey");

const set = (name, value) => {
  const field = form.elements[name];
  if (field) field.value = value;
};

if (place && window.PublicKeyCredential) {
  place.hidden = false;
  const told = place.querySelector("[role=status]");
  place.querySelector("button").addEventListener("click", async () => {
    told.textContent = "";
    try {
      const name = form.elements.name.value.trim() || `${(form.elements.party.value || "party").toLowerCase()}/passkey`;
      const made = await navigator.credentials.create({
        publicKey: {
          challenge: crypto.getRandomValues(new Uint8Array(32)),
          rp: { id: location.hostname, name: "Accord" },
          user: { id: crypto.getRandomValues(new Uint8Array(32)), name, displayName: name },
          pubKeyCredParams: [{ type: "public-key", alg: -7 }],
          authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
          attestation: "none",
        },
      });
      // SubjectPublicKeyInfo of P-256 ends with the uncompressed point, 65 bytes.
      set("public", plain(made.response.getPublicKey().slice(-65)));
      set("credential", plain(made.rawId));
      set("name", name);
      set("rp_id", location.hostname);
      set("origins.0", location.origin);
      set("algorithm", "ES256");
      told.textContent = "✓";
    } catch (error) {
      told.textContent = `${error.name}: ${error.message}`;
    }
  });
}

const button = document.getElementById("keep");
button.hidden = false;
button.addEventListener("click", () => {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (name !== "do" && !name.startsWith("sign:") && typeof value === "string" && value !== "") fields[name] = value;
  const kept = keep({ title: form.dataset.title, act: { fields, verb: form.dataset.verb } }, new URLSearchParams(location.hash.slice(1)).get("draft"));
  document.getElementById("kept").textContent = kept ? "✓" : "✗";
  if (kept) history.replaceState(null, "", `#draft=${kept}`);
});

// A draft is brought back by a post like any other: rows that script did not draw are drawn by the server.
const wanted = new URLSearchParams(location.hash.slice(1)).get("draft");
const draft = wanted && one(wanted);
if (draft?.act?.verb === form.dataset.verb && !sessionStorage.getItem(`brought-${wanted}`)) {
  sessionStorage.setItem(`brought-${wanted}`, "yes");
  const bring = document.createElement("form");
  bring.method = "post";
  bring.action = `${form.action}#draft=${wanted}`;
  for (const [name, value] of [...Object.entries(draft.act.fields), ["do", "edit"]]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    bring.append(field);
  }
  bring.hidden = true;
  document.body.append(bring);
  bring.submit();
} else if (wanted) sessionStorage.removeItem(`brought-${wanted}`);

// Asks a passkey of this device to sign the identity of the act. What it signed goes to the server as it is; the
// server verifies it and hands the act in. No key ever leaves the device.
import { toBytes, toText } from "./encoding.js";

for (const form of document.querySelectorAll("form.passkey")) {
  const button = form.querySelector("button");
  const told = form.querySelector("[role=status]");
  if (!window.PublicKeyCredential) continue;
  button.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.dataset.done) return;
    event.preventDefault();
    button.disabled = true;
    told.textContent = "";
    try {
      const { challenge, rpId, credential } = form.dataset;
      const found = await navigator.credentials.get({
        publicKey: {
          challenge: toBytes(challenge),
          rpId,
          userVerification: "required",
          allowCredentials: credential ? [{ type: "public-key", id: toBytes(credential) }] : [],
        },
      });
      for (const name of ["authenticatorData", "clientDataJSON", "signature"]) form.elements[name].value = toText(found.response[name]);
      form.dataset.done = "yes";
      form.submit();
    } catch (error) {
      told.textContent = `${error.name}: ${error.message}`;
      button.disabled = false;
    }
  });
}

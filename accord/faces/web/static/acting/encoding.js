// Base64 as the forms carry it.
export const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - (text.length % 4)) % 4)), (c) => c.charCodeAt(0));
export const plain = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
export const toText = (bytes) => plain(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

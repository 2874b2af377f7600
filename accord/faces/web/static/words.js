// The words of the page's language, as the server put them on the body.
export const words = JSON.parse(document.body.dataset.words || "{}");
export const fill = (text, values) => text.replace(/\{([a-z]+)\}/g, (_, name) => values[name]);

// What the portal adds for those who run scripts. Reading needs none of it.
import "./theme.js";
import "./menus.js";
import "./tables.js";
import "./copy.js";
import "./newer.js";

/** Finds what keeps people with disabilities from using a page. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SEVERE = ["serious", "critical"];

/** What Jenkins or the Credentials plugin draws inside of the plugin's forms, and no plugin can change. */
const NOT_OURS = [
  ".credentials-select",
  ".jenkins-checkbox",
  ".jenkins-edited-section-label",
  ".jenkins-help-button",
  ".validation-error-area",
  "textarea.jenkins-input",
];

/** One line for every serious or critical violation in a part of a page. */
export async function violations(part) {
  await part.page().evaluate(axe);
  const { violations: found } = await part.evaluate(
    (element, exclude) => globalThis.axe.run({ include: [element], exclude }, { resultTypes: ["violations"] }),
    NOT_OURS,
  );
  return found
    .filter(({ impact }) => SEVERE.includes(impact))
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}\n`))
    .join("");
}

/** Finds what keeps people with disabilities from using a page. */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SEVERE = ["serious", "critical"];

/**
 * What Jenkins and the Credentials plugin draw around and inside of the plugin's pages, and no plugin can change: which
 * rules of axe are broken where. A test finds them on pages of Jenkins alone, so that nothing stays here for longer than
 * there; the rare ones need a form or a question of yet another plugin.
 */
export const NOT_OURS = [
  { rules: ["link-name"], selector: ".app-jenkins-logo", what: "the logo, without a name in a narrow window" },
  { rules: ["button-name"], selector: ".jenkins-menu-dropdown-chevron", what: "the menu of the user" },
  { rules: ["button-name"], selector: ".jenkins-breadcrumbs__list-item > button", what: "breadcrumbs that are put away" },
  { rules: ["aria-prohibited-attr"], selector: "#breadcrumbBar", what: "the name of the breadcrumbs" },
  {
    rules: ["aria-allowed-attr", "aria-prohibited-attr"],
    selector: "#breadcrumbBar .dropdown-indicator",
    what: "the menus of breadcrumbs",
  },
  {
    rules: ["button-name", "color-contrast"],
    selector: ".app-builds-container",
    what: "the builds in the side panel",
  },
  { rules: ["link-name"], selector: "a.jenkins-\\!-display-contents", what: "the last build beside the name of a job" },
  { rules: ["color-contrast"], selector: ".jenkins-dialog__contents", what: "what a question means", rare: true },
  { rules: ["color-contrast"], selector: ".jenkins-page-description", what: "what a page of Manage Jenkins is for" },
  { rules: ["tabindex"], selector: ".jenkins-help-button", what: "the help of a field" },
  { rules: ["label"], selector: ".jenkins-checkbox", what: "a checkbox" },
  { rules: ["label"], selector: "textarea.jenkins-input", what: "a field of several lines" },
  { rules: ["label"], selector: "input[autocompleteurl]", what: "a field that completes what is typed", rare: true },
  { rules: ["select-name"], selector: ".credentials-select", what: "the choice of credentials", rare: true },
  { rules: ["color-contrast"], selector: ".jenkins-edited-section-label", what: "that Advanced hides changes", rare: true },
  { rules: ["color-contrast"], selector: ".validation-error-area", what: "what a field has to say", rare: true },
];

/** How people look at pages: a desktop and a telephone, by day and by night. */
const LOOKS = ["light", "dark"].flatMap((colorScheme) =>
  [1280, 380].map((width) => ({ colorScheme, width, name: `${colorScheme}, ${width} px` })),
);

/** One line for every serious or critical violation in a part of a page that is not of Jenkins itself, in any look. */
export async function violations(part) {
  const found = await inspect(part);
  return found
    .filter(({ notOurs }) => notOurs.length === 0)
    .map(({ look, id, help, html }) => `${look}: ${id}: ${help}: ${html}\n`)
    .join("");
}

/** Which of {@link NOT_OURS} there are in a part of a page, as their positions there. */
export async function violationsOfJenkins(part) {
  return new Set((await inspect(part)).flatMap(({ notOurs }) => notOurs));
}

async function inspect(part) {
  const page = part.page();
  const size = page.viewportSize();
  await page.evaluate(axe);
  const found = [];
  for (const { colorScheme, width, name: look } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ ...size, width });
    await page.evaluate(coloursAreThere);
    found.push(...(await part.evaluate(severe, [SEVERE, NOT_OURS])).map((violation) => ({ look, ...violation })));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(size);
  return found;
}

/** Runs in the page: a colour on its way to another one may have too little contrast for a moment. */
async function coloursAreThere() {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}

/** Runs in the page. */
async function severe(element, [impacts, notOurs]) {
  const { violations } = await globalThis.axe.run({ include: [element] }, { resultTypes: ["violations"] });
  const positions = (rule, target) =>
    notOurs.flatMap(({ rules, selector }, position) =>
      rules.includes(rule) && document.querySelector(target)?.closest(selector) ? [position] : [],
    );
  return violations
    .filter(({ impact }) => impacts.includes(impact))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, target }) => ({ id, help, html, notOurs: positions(id, target[0]) })),
    );
}

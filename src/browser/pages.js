/** The pages as a user goes through them, by mouse. */

import { PATIENCE } from "./browser.js";
import { endpoint, source } from "./simulator.js";

const HOSTS_TABLE = ".jenkins-table:has(th:text-is('Outcome'))";

/** *Manage Jenkins » System*, at the section of the plugin. */
export async function openConfiguration(page) {
  await page.goto(".");
  await page.getByRole("link", { name: "Manage Jenkins" }).click();
  await page.getByRole("link", { name: /^System Configure/ }).click();
  await page.waitForLoadState("networkidle"); // a field that can check itself has done so once
  const section = page.locator("section.jenkins-section:has(> #securityspace-dns)");
  await section.scrollIntoViewIfNeeded();
  return section;
}

/** The field with this label. The button of its help has a label that begins likewise. */
export const field = (form, label) => form.getByLabel(label, { exact: true });

/** Opens what lies behind *Advanced*. */
export const openAdvanced = (form) => form.getByRole("button", { name: "Advanced" }).click();

/** The credentials are chosen in a list that the Credentials plugin draws and gives no label. */
export const credentialsOf = (form) => form.locator("select[name='_.credentialsId']");

/** The sources are written in a field that Jenkins draws and gives no label. */
export const sourcesOf = (form) => form.locator("textarea[name='_.sources']");

/** Saves a form and waits until Jenkins shows another page. */
export async function save(page) {
  const form = page.url();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL((url) => url.href !== form);
}

/** Lets Jenkins talk to the simulator, with the credentials as the default ones and everything else as it is at first. */
export async function configure(page, credentialsId) {
  const section = await openConfiguration(page);
  await credentialsOf(section).selectOption(credentialsId);
  await openAdvanced(section);
  await field(section, "Endpoint").fill(endpoint);
  if (await section.locator("input[name='_.allowPlainHttp']").isChecked()) {
    await section.getByText("Allow plain HTTP", { exact: true }).click();
  }
  await field(section, "Method").selectOption("GET");
  await sourcesOf(section).fill(source);
  await field(section, "Sources that have to agree").fill("1");
  await save(page);
}

/** Lets Jenkins follow the colours of the viewer's system. Without the plugin there is nothing to choose. */
export async function followTheViewer(page) {
  await page.goto("manage/appearance");
  const theme = page.getByLabel("Dark (System)");
  if ((await theme.count()) === 0) {
    return false;
  }
  await theme.check({ force: true });
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("Saved").waitFor();
  return true;
}

/** A new freestyle job with the build step, up to its empty form. */
export async function openBuildStep(page, name) {
  await page.goto(".");
  await page.getByRole("link", { name: "New Item" }).click();
  await page.getByLabel("Enter an item name").fill(name);
  await page.getByText("Freestyle project", { exact: true }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await page.getByRole("button", { name: "Add build step" }).click();
  const checked = page.waitForResponse(/SecuritySpaceDnsBuilder\/checkHostnames/); // before, a field does not check itself
  await page.getByRole("button", { name: "Update SecuritySpace DNS" }).click();
  await checked;
  return buildStep(page);
}

/** The form of the build step in the configuration of a job. */
export const buildStep = (page) => page.locator("[descriptorid$=SecuritySpaceDnsBuilder]");

/** Builds the job by mouse, up to the page of the build, and returns the result. */
export async function build(page, name) {
  await page.goto(`job/${name}/`);
  const { nextBuildNumber } = await remote(page, `job/${name}/api/json?tree=nextBuildNumber`);
  await page.getByRole("link", { name: "Build Now" }).click();
  return openBuild(page, name, nextBuildNumber);
}

/** Waits until a build is over, on its page, and returns its result. */
export async function openBuild(page, name, number) {
  const path = `job/${name}/${number}/`;
  const result = await ended(page, path);
  await page.goto(path);
  return result;
}

async function ended(page, path) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await page.waitForTimeout(500)) {
    const { result } = await remote(page, `${path}api/json?tree=result`);
    if (result) {
      return result;
    }
  }
  throw new Error(`${path} did not end.`);
}

async function remote(page, path) {
  const response = await page.request.get(path);
  return response.ok() ? response.json() : {};
}

/** What the page of a build says of each host: its name, the outcome and the message. */
export async function hostsOf(page) {
  const rows = await rowsOf(page.locator(HOSTS_TABLE).first());
  return rows.map(({ Host, Outcome, Message }) => [Host, Outcome, Message]);
}

const TRIGGER = "Update SecuritySpace DNS when the public address changes";

/** The form of the trigger in the configuration of a job. */
export const triggerForm = (page) => page.locator(".optionalBlock-container", { hasText: TRIGGER });

/** Adds the trigger by mouse. By default it looks once a year, so that nothing happens unless it is told to look. */
export async function addTrigger(page, job, schedule = "H H 1 1 *") {
  await page.goto(`job/${job}/configure`);
  await page.getByText(TRIGGER, { exact: true }).click();
  await triggerForm(page).locator("[name='_.cron']").fill(schedule);
  await save(page);
}

/** Loads the page again and again until it shows the part. */
export async function appears(page, part) {
  for (const end = Date.now() + PATIENCE; (await part.count()) === 0; await page.reload()) {
    if (Date.now() > end) {
      throw new Error(`${page.url()} did not show ${part}.`);
    }
    await page.waitForTimeout(500);
  }
}

/** The page of a job with what its trigger decided. */
export const openTriggerLog = (page, job) => page.goto(`job/${job}/securityspace-dns-log/`);

/** The page of all accounts. */
export const openAccounts = (page) => page.goto("manage/securityspace-dns/");

/** The page of a job with its hosts and public addresses. */
export const openJobPage = (page, job) => page.goto(`job/${job}/securityspace-dns/`);

/** The rows of a table, each as what its cells show by the heading of their column. */
export async function rowsOf(table) {
  return table.evaluate((element) => {
    const shown = (cell) => {
      const copy = cell.cloneNode(true);
      copy.querySelectorAll(".jenkins-visually-hidden, svg").forEach((hidden) => hidden.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    const headings = [...element.tHead.rows[0].cells].map(shown);
    return [...element.tBodies[0].rows].map((row) =>
      Object.fromEntries([...row.cells].map((cell, column) => [headings[column], shown(cell)])),
    );
  });
}

/** The card of the account that these credentials belong to, on the page of accounts. */
export const accountCard = (page, credentialsId) => page.locator(".jenkins-card", { hasText: credentialsId });

/** Presses a button that asks back, and says yes. */
export async function confirm(page, button) {
  await button.click();
  await page.getByRole("dialog").locator("[data-id=ok]").click();
}

/** The line of the plugin on the page of a build, with its table. */
export const buildSummary = (page) => page.locator(`tr:has(${HOSTS_TABLE}), .jenkins-card:has(${HOSTS_TABLE})`).last();

/** The snippet generator of a Pipeline, at the form of a step. */
export async function chooseStep(page, job, step) {
  await page.goto(`job/${job}/pipeline-syntax/`);
  await page.locator("select.dropdownList").selectOption({ label: step });
  return page.locator(".dropdownList-container:visible");
}

/** Lets the snippet generator write the step. */
export async function generate(page) {
  await page.getByRole("button", { name: "Generate Pipeline Script" }).click();
  await page.waitForFunction(() => document.querySelector("#prototypeText").value !== "");
  return page.locator("#prototypeText").inputValue();
}

/** The pages as a user goes through them, by mouse. */

import { PATIENCE } from "./browser.js";
import { endpoint, source } from "./simulator.js";

const HOSTS_TABLE = ".jenkins-table:has(th:text-is('Outcome'))";

/** *Manage Jenkins » System*, at the section of the plugin. */
export async function openConfiguration(page) {
  await page.goto(".");
  await page.getByRole("link", { name: "Manage Jenkins" }).click();
  await page.getByRole("link", { name: /^System Configure/ }).click();
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
  await field(section, "Endpoint").fill(endpoint);
  if (await section.locator("input[name='_.allowPlainHttp']").isChecked()) {
    await section.getByText("Allow plain HTTP", { exact: true }).click();
  }
  await field(section, "Method").selectOption("GET");
  await credentialsOf(section).selectOption(credentialsId);
  await openAdvanced(section);
  await sourcesOf(section).fill(source);
  await field(section, "Sources that have to agree").fill("1");
  await save(page);
}

/** A new freestyle job with the build step, up to its empty form. */
export async function openBuildStep(page, name) {
  await page.goto(".");
  await page.getByRole("link", { name: "New Item" }).click();
  await page.getByLabel("Enter an item name").fill(name);
  await page.getByText("Freestyle project", { exact: true }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await page.getByRole("button", { name: "Add build step" }).click();
  await page.getByRole("button", { name: "Update SecuritySpace DNS" }).click();
  return buildStep(page);
}

/** The form of the build step in the configuration of a job. */
export const buildStep = (page) => page.locator("[descriptorid$=SecuritySpaceDnsBuilder]");

/** Builds the job by mouse and waits, on the build's page, until the build is over. */
export async function build(page, name) {
  await page.goto(`job/${name}/`);
  const { nextBuildNumber } = await remote(page, `job/${name}/api/json?tree=nextBuildNumber`);
  await page.getByRole("link", { name: "Build Now" }).click();
  const path = `job/${name}/${nextBuildNumber}/`;
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

/** The rows of the plugin's table on the page of a build, each as the texts of its cells. */
export async function hostsOf(page) {
  const rows = await page.locator(`${HOSTS_TABLE} tbody tr`).all();
  return Promise.all(rows.map((row) => row.locator("td").allInnerTexts()));
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

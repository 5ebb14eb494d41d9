/** Nobody is kept out of any page: by day and by night, on a desktop and on a telephone. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { NOT_OURS, violations, violationsOfJenkins } from "../accessibility.js";
import { openBrowser } from "../browser.js";
import { addCredentials, addPipeline, letTriggerLook, removeCredentials, removeJob, useSimulator } from "../jenkins.js";
import {
  accountCard,
  addTrigger,
  appears,
  build,
  buildStep,
  chooseStep,
  confirm,
  field,
  followTheViewer,
  openAccounts,
  openAdvanced,
  openBuildStep,
  openConfiguration,
  openJobPage,
  openTriggerLog,
  triggerForm,
} from "../pages.js";
import { answerNext, block, newAccount, tellAddress } from "../simulator.js";

const HOSTS = ["www.example.com", "vpn.example.com"];
const name = (what) => `dns-${what}-${randomUUID().slice(0, 8)}`;
const updated = name("updated");
const triggered = name("triggered");
const freestyle = name("freestyle");
let account;
let stopped;
let browser;
let page;

const step = (hosts, { username }, address) =>
  `securitySpaceDnsUpdate hostnames: '${hosts.join()}', credentialsId: '${username}', address: ${address}`;

/** Everything that pages show: success and problems, addresses, a stop, a decision. */
before(async () => {
  account = await newAccount(...HOSTS);
  stopped = await newAccount(HOSTS[0]);
  await Promise.all([tellAddress("93.184.216.34"), useSimulator(), addCredentials(account), addCredentials(stopped)]);
  await addPipeline(updated, step(HOSTS, account, "'93.184.216.' + (34 + currentBuild.number)"));
  await addPipeline(triggered, step(HOSTS.slice(0, 1), stopped, "'93.184.216.34'"));
  browser = await openBrowser();
  page = browser.page;
  await followTheViewer(page);
  await build(page, updated);
  await answerNext("911");
  await build(page, updated);
  await block(stopped.username);
  await addTrigger(page, triggered);
});

after(async () => {
  await browser.close();
  await Promise.allSettled([updated, triggered, freestyle].map(removeJob));
  await Promise.all([account, stopped].map(({ username }) => removeCredentials(username)));
});

const everything = () => page.locator("body");

async function nobodyIsKeptOut(part = everything()) {
  assert.equal(await violations(part), "");
  assert.deepEqual(browser.problems.splice(0), []);
}

test("of a build with every host up to date", async () => {
  await page.goto(`job/${updated}/1/`);
  await nobodyIsKeptOut();
});

test("of a build with problems, and of its updates", async () => {
  await page.goto(`job/${updated}/2/`);
  await nobodyIsKeptOut();
  await page.goto(`job/${updated}/2/securityspace-dns/`);
  await nobodyIsKeptOut();
});

test("of the hosts and addresses of a job", async () => {
  await openJobPage(page, updated);
  await nobodyIsKeptOut();
});

test("of a job that has updated nothing yet, and of a trigger that has not looked yet", async () => {
  await openJobPage(page, triggered);
  await page.getByText("No build of this job has updated a host").waitFor();
  await nobodyIsKeptOut();
  await openTriggerLog(page, triggered);
  await page.getByText("The trigger has not looked yet.").waitFor();
  await nobodyIsKeptOut();
});

test("of what the trigger decided", async () => {
  await letTriggerLook(triggered);
  await openTriggerLog(page, triggered);
  await appears(page, page.getByRole("table", { name: "Decisions" }));
  await nobodyIsKeptOut();
  await page.goto(`job/${triggered}/`);
  await nobodyIsKeptOut();
});

test("of the accounts, of one that is stopped, and of the question before it goes on", async () => {
  await build(page, triggered);
  await page.goto("manage/");
  await nobodyIsKeptOut(page.locator(".jenkins-alert", { hasText: stopped.username }));
  await openAccounts(page);
  await nobodyIsKeptOut();
  await accountCard(page, stopped.username).getByRole("link", { name: "Resume" }).click();
  await nobodyIsKeptOut(page.getByRole("dialog"));
  await page.getByRole("dialog").locator("[data-id=cancel]").click();
});

test("of the accounts before there are any", async () => {
  await openAccounts(page);
  for (const { username } of [account, stopped]) {
    await confirm(page, accountCard(page, username).getByRole("link", { name: "Forget", exact: true }));
    await accountCard(page, username).waitFor({ state: "detached" });
  }
  await nobodyIsKeptOut();
});

test("of the forms", async () => {
  const section = await openConfiguration(page);
  await openAdvanced(section);
  await nobodyIsKeptOut(section);
  const form = await chooseStep(page, updated, "securitySpaceDnsUpdate: Update SecuritySpace DNS");
  await field(form, "Host names").fill(HOSTS[0]);
  await openAdvanced(form);
  await nobodyIsKeptOut(form.first());
  await openBuildStep(page, freestyle);
  await openAdvanced(buildStep(page));
  await nobodyIsKeptOut(buildStep(page));
  await page.goto(`job/${triggered}/configure`);
  await nobodyIsKeptOut(triggerForm(page));
});

test("what Jenkins draws itself is still found on its own pages", async () => {
  const found = new Set();
  for (const path of [`job/${updated}/`, `job/${updated}/configure`, "manage/configureSecurity/"]) {
    await page.goto(path);
    await page.locator(".app-builds-container__item, .jenkins-help-button").first().waitFor();
    (await violationsOfJenkins(everything())).forEach((position) => found.add(position));
  }
  assert.deepEqual(
    NOT_OURS.filter(({ rare }, position) => !rare && !found.has(position)),
    [],
  );
});

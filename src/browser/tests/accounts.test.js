/** An administrator finds out what holds updates back, and lets them go on. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser } from "../browser.js";
import { addCredentials, addPipeline, removeCredentials, removeJob, useSimulator } from "../jenkins.js";
import { accountCard, build, confirm, hostsOf, openAccounts, rowsOf } from "../pages.js";
import { block, newAccount, setPassword, tellAddress, unblock } from "../simulator.js";

const HOST = "www.example.com";
let account;
let browser;
let job;
let page;

before(async () => {
  await useSimulator();
  await tellAddress("93.184.216.34");
  browser = await openBrowser();
  page = browser.page;
});

after(() => browser.close());

beforeEach(async () => {
  account = await newAccount(HOST);
  await addCredentials(account);
  job = `dns-${randomUUID().slice(0, 8)}`;
  await addPipeline(job, `securitySpaceDnsUpdate hostnames: '${HOST}', credentialsId: '${account.username}'`);
});

afterEach(async () => {
  await removeJob(job);
  await removeCredentials(account.username);
  assert.deepEqual(browser.problems.splice(0), []);
});

/** Builds the job and returns its result with the outcome of the host. */
async function update() {
  const result = await build(page, job);
  return [result, (await hostsOf(page))[0][1]];
}

/** From the message under *Manage Jenkins* to the account. */
async function followTheMonitor(message) {
  await page.goto("manage/");
  const alert = page.locator(".jenkins-alert", { hasText: account.username });
  await alert.getByText(message).first().waitFor();
  await alert.getByRole("button", { name: "Look at the accounts" }).click();
  return accountCard(page, account.username);
}

test("an account that was blocked goes on after Resume", async () => {
  await block(account.username);
  assert.deepEqual(await update(), ["FAILURE", "blocked"]);

  await unblock(account.username);
  assert.deepEqual(await update(), ["FAILURE", "deferred"], "nobody has resumed the account");

  const card = await followTheMonitor("SecuritySpace blocked DNS updates");
  await card.getByText("SecuritySpace blocked updates of this account").waitFor();
  assert.equal((await rowsOf(card.getByRole("table")))[0]["Next request allowed"], "after Resume");
  await confirm(page, card.getByRole("link", { name: "Resume" }));
  await card.getByText("SecuritySpace blocked updates of this account").waitFor({ state: "detached" });
  assert.equal((await rowsOf(card.getByRole("table")))[0]["Next request allowed"], "at any time");

  assert.deepEqual(await update(), ["SUCCESS", "updated"]);
  await openAccounts(page);
  assert.match((await rowsOf(card.getByRole("table")))[0]["Confirmed address"], /^93\.184\.216\.34 /);
  await confirm(page, card.getByRole("link", { name: "Forget", exact: true }));
  await card.waitFor({ state: "detached" });
});

test("who does not confirm it resumes nothing, and has the focus back", async () => {
  await block(account.username);
  await update();
  await openAccounts(page);
  const card = accountCard(page, account.username);
  const resume = card.getByRole("link", { name: "Resume" });
  for (const leave of [() => page.getByRole("dialog").locator("[data-id=cancel]").click(), () => page.keyboard.press("Escape")]) {
    await resume.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await leave();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    assert.equal(await resume.evaluate((link) => link === document.activeElement), true, "the focus is lost");
  }
  await openAccounts(page);
  await card.getByText("SecuritySpace blocked updates of this account").waitFor();
  await confirm(page, card.getByRole("link", { name: "Forget", exact: true }));
  await card.waitFor({ state: "detached" });
});

test("a refused password stops the account until there is another one", async () => {
  await setPassword(account.username, "another");
  assert.deepEqual(await update(), ["FAILURE", "badauth"]);
  const card = await followTheMonitor("SecuritySpace refused the user name and password");
  assert.equal((await rowsOf(card.getByRole("table")))[0]["Next request allowed"], "with another password");

  await removeCredentials(account.username);
  await addCredentials({ ...account, password: "another" });
  assert.deepEqual(await update(), ["SUCCESS", "updated"]);
  await openAccounts(page);
  await confirm(page, card.getByRole("link", { name: "Forget", exact: true }));
  await card.waitFor({ state: "detached" });
});

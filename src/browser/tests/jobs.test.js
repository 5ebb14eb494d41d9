/** A user reads on the pages of a job what became of its hosts, and lets the trigger look after them. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser } from "../browser.js";
import { addCredentials, addPipeline, letTriggerLook, removeCredentials, removeJob, useSimulator } from "../jenkins.js";
import { addTrigger, appears, build, hostsOf, openBuild, openJobPage, openTriggerLog, rowsOf } from "../pages.js";
import { answerNext, newAccount, tellAddress } from "../simulator.js";

const HOSTS = ["www.example.com", "vpn.example.com"];
const FIRST = "93.184.216.34";
const SECOND = "93.184.216.35";
let account;
let browser;
let job;
let page;

before(async () => {
  await useSimulator();
  browser = await openBrowser();
  page = browser.page;
});

after(() => browser.close());

beforeEach(async () => {
  account = await newAccount(...HOSTS);
  await addCredentials(account);
  job = `dns-${randomUUID().slice(0, 8)}`;
});

afterEach(async () => {
  await removeJob(job);
  await removeCredentials(account.username);
  assert.deepEqual(browser.problems.splice(0), []);
});

/** A job whose builds get these addresses, one after the other. */
const addJob = (...addresses) =>
  addPipeline(
    job,
    `securitySpaceDnsUpdate hostnames: '${HOSTS.join()}', credentialsId: '${account.username}',
         address: '${addresses.join()}'.split(',')[currentBuild.number - 1]`,
  );

test("a job shows the state of its hosts and the addresses they had", async () => {
  await addJob(FIRST, SECOND, FIRST);
  assert.equal(await build(page, job), "SUCCESS");
  assert.equal(await build(page, job), "SUCCESS");
  await answerNext("911");
  assert.equal(await build(page, job), "UNSTABLE");
  assert.deepEqual(
    (await hostsOf(page)).map(([host, outcome]) => [host, outcome]),
    HOSTS.map((host) => [host, "server-error"]),
  );

  await openJobPage(page, job);
  await page.locator("strong", { hasText: "2 of 2 hosts are not up to date" }).waitFor();
  const hosts = await rowsOf(page.getByRole("table", { name: "Hosts" }));
  assert.deepEqual(
    hosts.map((row) => [row.Host, row.Outcome, row["Confirmed address"].split(" ")[0]]),
    HOSTS.map((host) => [host, "server-error", SECOND]),
  );
  for (const row of hosts) {
    assert.match(row["Confirmed address"], /#2$/);
    assert.match(row["Last update"], /#3$/);
  }
  const addresses = await rowsOf(page.getByRole("table", { name: "Public addresses" }));
  assert.deepEqual(
    addresses.map((row) => [row.Address, row.Until === "in use", row.Builds]),
    [
      [FIRST, true, "1"],
      [SECOND, false, "1"],
      [FIRST, false, "1"],
    ],
  );
  const chart = page.getByRole("img", { name: "Public addresses" });
  assert.deepEqual(await chart.locator("text").allTextContents(), [FIRST, SECOND]);
  assert.equal(await chart.locator(".securityspace-dns-build").count(), 2);
  assert.match(await chart.locator(".securityspace-dns-problem title").textContent(), /^#3, .+: build with a problem$/);

  await page.getByRole("link", { name: "Newest update (#3)" }).click();
  await page.locator("strong", { hasText: "2 of 2 hosts are not up to date" }).waitFor();
  await page.getByRole("link", { name: "History of this job" }).click();
  await page.getByRole("table", { name: "Hosts" }).waitFor();
});

test("the trigger is configured by mouse, and tells what it decided", async () => {
  await tellAddress(FIRST);
  await addPipeline(
    job,
    `node { securitySpaceDnsUpdate hostnames: '${HOSTS[0]}', credentialsId: '${account.username}' }`,
  );
  await addTrigger(page, job);
  await openJobPage(page, job);
  await page.getByText("No build of this job has updated a host").waitFor();
  await page.getByText("The trigger has not looked yet.").waitFor();

  await letTriggerLook(job);
  await page.getByRole("link", { name: "SecuritySpace DNS Log" }).click();
  await appears(page, page.getByRole("cell", { name: "never-updated" }));
  assert.equal(await openBuild(page, job, 1), "SUCCESS");
  assert.deepEqual(await hostsOf(page), [[HOSTS[0], "updated", `The server set the address to ${FIRST}.`]]);
  await page.getByText("Started by SecuritySpace DNS: No build of this job has updated hosts yet").waitFor();

  await letTriggerLook(job);
  await openTriggerLog(page, job);
  await appears(page, page.getByRole("cell", { name: "unchanged", exact: true }));
  const decisions = await rowsOf(page.getByRole("table", { name: "Decisions" }));
  assert.deepEqual(
    decisions.map(({ Decision, Reason }) => [Decision, Reason]),
    [
      ["no build started", "unchanged"],
      ["build started", "never-updated"],
    ],
  );
  assert.match(decisions[0].Explanation, new RegExp(`^The address of .+ is ${FIRST}, which SecuritySpace confirmed for `));

  await openJobPage(page, job);
  await page.locator("section", { hasText: "Trigger" }).getByText("(unchanged)").waitFor();
  await page.getByRole("link", { name: "All decisions" }).click();
  await page.getByRole("table", { name: "Decisions" }).waitFor();
});

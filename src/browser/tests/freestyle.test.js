/** A user makes a freestyle job by mouse, runs it and reads what came of it. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { violations } from "../accessibility.js";
import { openBrowser } from "../browser.js";
import { addCredentials, removeCredentials, removeJob } from "../jenkins.js";
import { build, buildSummary, configure, credentialsOf, field, hostsOf, openAdvanced, openBuildStep, save } from "../pages.js";
import { answerNext, block, newAccount, tellAddress } from "../simulator.js";

const ADDRESS = "93.184.216.34";
let account;
let browser;
let job;
let page;

before(async () => {
  await tellAddress(ADDRESS);
  const anyAccount = await newAccount("www.example.com");
  await addCredentials(anyAccount);
  const { page: admin, close } = await openBrowser();
  await configure(admin, anyAccount.username);
  await close();
});

beforeEach(async () => {
  account = await newAccount("www.example.com", "vpn.example.com");
  await addCredentials(account);
  job = `dns-${randomUUID().slice(0, 8)}`;
  browser = await openBrowser();
  page = browser.page;
});

afterEach(async () => {
  await browser.close();
  await removeJob(job);
  await removeCredentials(account.username);
  assert.deepEqual(browser.problems, []);
});

async function makeJob({ hostnames, failOn, force }) {
  const step = await openBuildStep(page, job);
  await field(step, "Host names").fill(hostnames);
  await credentialsOf(step).selectOption(account.username);
  await openAdvanced(step);
  if (failOn) {
    await field(step, "Fail on").fill(failOn);
  }
  if (force) {
    await step.getByText("Force", { exact: true }).click();
  }
  await save(page);
}

test("hosts are updated, and found current by the next build", async () => {
  await makeJob({ hostnames: "www.example.com, vpn.example.com" });
  assert.equal(await build(page, job), "SUCCESS");
  const message = `The server set the address to ${ADDRESS}.`;
  assert.deepEqual(await hostsOf(page), [
    ["www.example.com", "updated", message],
    ["vpn.example.com", "updated", message],
  ]);
  assert.equal(await violations(buildSummary(page)), "");

  assert.equal(await build(page, job), "SUCCESS");
  assert.deepEqual(
    (await hostsOf(page)).map(([host, outcome]) => [host, outcome]),
    [
      ["www.example.com", "current"],
      ["vpn.example.com", "current"],
    ],
  );
});

test("an address that the server has already is a success", async () => {
  await makeJob({ hostnames: "www.example.com", force: true });
  assert.equal(await build(page, job), "SUCCESS");
  assert.equal(await build(page, job), "SUCCESS");
  const message = `The server has the address ${ADDRESS} already.`;
  assert.deepEqual(await hostsOf(page), [["www.example.com", "unchanged", message]]);
});

test("a failure of the server makes the build unstable", async () => {
  await makeJob({ hostnames: "www.example.com" });
  await answerNext("911");
  assert.equal(await build(page, job), "UNSTABLE");
  assert.equal((await hostsOf(page))[0][1], "server-error");
});

test("a user may fail the build on it", async () => {
  await makeJob({ hostnames: "www.example.com", failOn: "server-error" });
  await answerNext("911");
  assert.equal(await build(page, job), "FAILURE");
  assert.equal((await hostsOf(page))[0][1], "server-error");
});

test("a host of somebody else fails the build, or not", async () => {
  await makeJob({ hostnames: "www.example.net" });
  assert.equal(await build(page, job), "FAILURE");
  assert.equal((await hostsOf(page))[0][1], "nohost");
});

test("a blocked account fails the build", async () => {
  await makeJob({ hostnames: "www.example.com" });
  await block(account.username);
  assert.equal(await build(page, job), "FAILURE");
  assert.equal((await hostsOf(page))[0][1], "blocked");
});

test("what cannot be used is told while it is written", async () => {
  const step = await openBuildStep(page, job);
  await field(step, "Host names").fill("no_host..example");
  await field(step, "Host names").blur();
  await step.getByText('The host name "no_host..example"').waitFor();
  await openAdvanced(step);
  await field(step, "Fail on").fill("updated");
  await field(step, "Fail on").blur();
  await step.getByText('A build cannot fail on "updated"').waitFor();
  await field(step, "Address").fill("192.168.1.1");
  await field(step, "Address").blur();
  await step.getByText("192.168.1.1 is not reachable from the internet").waitFor();
});

test("nobody is kept out of the form", async () => {
  const step = await openBuildStep(page, job);
  await openAdvanced(step);
  assert.equal(await violations(step), "");
});

/** A user lets Jenkins write the step. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser } from "../browser.js";
import { addCredentials, addPipeline, removeCredentials, removeJob } from "../jenkins.js";
import { chooseStep, credentialsOf, field, generate, openAdvanced } from "../pages.js";
import { newAccount } from "../simulator.js";

const job = `dns-${randomUUID().slice(0, 8)}`;
let account;
let browser;
let page;

before(async () => {
  account = await newAccount("www.example.com");
  await addCredentials(account);
  await addPipeline(job, "");
});

after(async () => {
  await removeJob(job);
  await removeCredentials(account.username);
});

beforeEach(async () => {
  browser = await openBrowser();
  page = browser.page;
});

afterEach(async () => {
  await browser.close();
  assert.deepEqual(browser.problems, []);
});

const choose = (step) => chooseStep(page, job, step);

const UPDATE = "securitySpaceDnsUpdate: Update SecuritySpace DNS";

test("host names alone make the shortest step", async () => {
  const form = await choose(UPDATE);
  await field(form, "Host names").fill("www.example.com");
  assert.equal(await generate(page), "securitySpaceDnsUpdate 'www.example.com'");
});

test("only what differs from the default is written", async () => {
  const form = await choose(UPDATE);
  await field(form, "Host names").fill("www.example.com, vpn.example.com");
  await credentialsOf(form).selectOption(account.username);
  await openAdvanced(form);
  await form.getByText("Force", { exact: true }).click();
  assert.equal(
    await generate(page),
    `securitySpaceDnsUpdate credentialsId: '${account.username}', force: true, hostnames: 'www.example.com, vpn.example.com'`,
  );
});

test("the public address needs no arguments", async () => {
  await choose("publicAddress: Find the public address of this agent");
  assert.equal(await generate(page), "publicAddress()");
});

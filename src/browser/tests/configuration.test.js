/** An administrator configures the plugin. */

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { violations } from "../accessibility.js";
import { openBrowser } from "../browser.js";
import { addCredentials, removeCredentials } from "../jenkins.js";
import { configure, credentialsOf, field, openAdvanced, openConfiguration, sourcesOf } from "../pages.js";
import { endpoint, newAccount, setPassword, source } from "../simulator.js";

let account;
let browser;
let page;

before(async () => {
  account = await newAccount("www.example.com");
  await addCredentials(account);
});

after(() => removeCredentials(account.username));

beforeEach(async () => {
  browser = await openBrowser();
  page = browser.page;
});

afterEach(async () => {
  await browser.close();
  assert.deepEqual(browser.problems, []);
});

test("what is configured by mouse is there again", async () => {
  await configure(page, account.username);
  const section = await openConfiguration(page);
  await openAdvanced(section);
  assert.equal(await field(section, "Endpoint").inputValue(), endpoint);
  assert.equal(await credentialsOf(section).inputValue(), account.username);
  assert.equal(await sourcesOf(section).inputValue(), source);
  assert.equal(await field(section, "Sources that have to agree").inputValue(), "1");
});

test("the connection is tested, with credentials that are taken and with others", async () => {
  const refused = await newAccount("www.example.com"); // another one, because a refusal stops it
  await addCredentials(refused);
  const section = await openConfiguration(page);
  await openAdvanced(section);
  await field(section, "Endpoint").fill(endpoint);
  await credentialsOf(section).selectOption(refused.username);
  const button = section.getByRole("button", { name: "Test connection" });
  await button.click();
  await section.getByText(`SecuritySpace accepts ${refused.username}. Nothing was changed.`).waitFor();

  await setPassword(refused.username, "another");
  await button.click();
  await section.getByText(/The server answered with HTTP status \d+: badauth/).waitFor();
  await section.getByRole("link", { name: "See the accounts." }).click();
  await page.getByText("Resume").first().waitFor();
  await removeCredentials(refused.username);
});

test("what cannot be used is told while it is written", async () => {
  const section = await openConfiguration(page);
  await openAdvanced(section);
  await field(section, "Endpoint").fill("http://dns.example.com/");
  await field(section, "Endpoint").blur();
  await section.getByText('The endpoint "http://dns.example.com/" is plain HTTP').waitFor();

  await sourcesOf(section).fill("ftp://example.com/");
  await sourcesOf(section).blur();
  await section.getByText("ftp://example.com/").last().waitFor();
});

test("a mistake is told when it is saved, and nothing is saved", async () => {
  await configure(page, account.username);
  const section = await openConfiguration(page);
  await openAdvanced(section);
  await field(section, "Endpoint").fill("http://dns.example.com/");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText('The endpoint "http://dns.example.com/" is plain HTTP').first().waitFor();
  browser.problems.length = 0; // the refusal is an HTTP error, which the console tells, too

  const again = await openConfiguration(page);
  assert.equal(await field(again, "Endpoint").inputValue(), endpoint);
});

test("the sources are asked as they are written, and each says what it knows", async () => {
  const section = await openConfiguration(page);
  await openAdvanced(section);
  await sourcesOf(section).fill(`${source} dns://127.0.0.1:1/myip.example.com`);
  await field(section, "Sources that have to agree").fill("1");
  await section.getByRole("button", { name: "Find the public address" }).click();
  await section.getByText(/ would be taken\./).waitFor();
  await section.getByRole("cell", { name: source }).waitFor();
});

test("every field has its help", async () => {
  const section = await openConfiguration(page);
  await openAdvanced(section);
  const buttons = section.locator(".jenkins-help-button");
  const count = await buttons.count();
  assert.equal(count, 16);
  for (let i = 0; i < count; i++) {
    await buttons.nth(i).click();
  }
  await section.locator(".help-area:visible .from-plugin").nth(count - 1).waitFor();
});

test("the keyboard is enough", async () => {
  await configure(page, account.username);
  const section = await openConfiguration(page);
  await credentialsOf(section).focus();
  const passed = [];
  while (passed.at(-1) !== "Test connection") {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const { ariaLabel, name, textContent } = document.activeElement;
      return ariaLabel || name || textContent.trim();
    });
    if (name === "Test connection") {
      await page.keyboard.press("Enter");
    }
    passed.push(name);
    assert.ok(passed.length < 20, `the keyboard got to ${passed}`);
  }
  assert.deepEqual(
    passed.filter((name) => name !== "Add"),
    ["Advanced", "Test connection"],
  );
  await section.getByText("Nothing was changed.").waitFor();
});

test("nobody is kept out", async () => {
  const section = await openConfiguration(page);
  await openAdvanced(section);
  assert.equal(await violations(section), "");
});

/** Makes the images of the documentation, light and, where the plugin dark-theme is installed, dark. */

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.js";
import { addCredentials, addPipeline, letTriggerLook, removeCredentials, removeJob, useSimulator } from "./jenkins.js";
import {
  accountCard,
  addTrigger,
  appears,
  build,
  buildStep,
  buildSummary,
  chooseStep,
  configure,
  credentialsOf,
  field,
  followTheViewer,
  generate,
  openAccounts,
  openAdvanced,
  openBuildStep,
  openBuild,
  openConfiguration,
  openJobPage,
  openTriggerLog,
  save,
} from "./pages.js";
import { answerNext, block, heal, newAccount, newSource, tellAddress } from "./simulator.js";

const IMAGES = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const MARGIN = 8;
/** Beside these Jenkins says how long ago the build was: with little room, that decides whether hosts are a table or a list. */
const WIDE = ["build-success", "build-unstable"];
const JOB = "office-dns";
const UNSTABLE_JOB = "lab-dns";
const PIPELINE = "office-dns-pipeline";
const BLOCKED_JOB = "warehouse-dns";
const TRIGGERED_JOB = "home-office-dns";
const CREDENTIALS = "securityspace";
const BLOCKED_CREDENTIALS = "securityspace-warehouse";
/** What the provider gives the agent of the triggered job, one after the other. */
const ADDRESSES = ["93.184.216.34", "93.184.216.61", "93.184.216.97"];

/** The images of pages on which there is nothing yet, and of the configuration before anything in it is changed. */
const EMPTY_PICTURES = {
  async configuration(page) {
    const section = await openConfiguration(page);
    await credentialsOf(section).selectOption(CREDENTIALS);
    await openAdvanced(section);
    return [section];
  },

  async "accounts-empty"(page) {
    await openAccounts(page);
    return [page.locator("#main-panel h1"), page.locator("#main-panel .jenkins-notice")];
  },

  async "job-page-empty"(page) {
    await openJobPage(page, TRIGGERED_JOB);
    return [page.locator("#main-panel h1"), page.locator("#main-panel section").last()];
  },

  async "trigger-log-empty"(page) {
    await openTriggerLog(page, TRIGGERED_JOB);
    return [page.locator("#main-panel h1"), page.locator("#main-panel .jenkins-notice")];
  },
};

/** Every other image, with how its page is brought about; each returns what is to be seen, from its first to its last part. */
const PICTURES = {
  async "test-connection"(page) {
    const section = await openConfiguration(page);
    const button = section.getByRole("button", { name: "Test connection" });
    await button.click();
    await section.getByText("Nothing was changed.").waitFor();
    return [section.locator(".jenkins-form-item:has(select[name='_.credentialsId'])"), button];
  },

  async "build-step"(page) {
    await page.goto(`job/${JOB}/configure`);
    const step = buildStep(page);
    await step.scrollIntoViewIfNeeded();
    await credentialsOf(step).waitFor();
    return [step];
  },

  async "build-success"(page) {
    await page.goto(`job/${JOB}/1/`);
    return [buildSummary(page)];
  },

  async "build-unstable"(page) {
    await page.goto(`job/${UNSTABLE_JOB}/1/`);
    return [buildSummary(page)];
  },

  async "job-page"(page) {
    await openJobPage(page, TRIGGERED_JOB);
    return [page.locator("#main-panel h1"), page.locator("#main-panel section").last()];
  },

  async "trigger-log"(page) {
    await openTriggerLog(page, TRIGGERED_JOB);
    return [page.locator("#main-panel h1"), page.locator("#main-panel table")];
  },

  async accounts(page) {
    await openAccounts(page);
    return [accountCard(page, BLOCKED_CREDENTIALS), accountCard(page, "office.example.com")];
  },

  async "snippet-generator"(page) {
    const form = await chooseStep(page, PIPELINE, "securitySpaceDnsUpdate: Update SecuritySpace DNS");
    await field(form, "Host names").fill("office.example.com");
    await credentialsOf(form).selectOption(CREDENTIALS);
    await generate(page);
    return [form, page.locator("#prototypeText")];
  },
};

/** What was made, as ways to remove it: what was there before is not touched. */
const removals = [heal];

/** What has to be there before the images of empty pages. */
async function prepareEmpty(page) {
  const account = await newAccount("home.example.com", "office.example.com", "vpn.example.com", "lab.example.com");
  await addCredentials({ ...account, id: CREDENTIALS });
  removals.push(() => removeCredentials(CREDENTIALS));
  const step = `securitySpaceDnsUpdate hostnames: 'home.example.com', credentialsId: '${CREDENTIALS}'`;
  await addPipeline(TRIGGERED_JOB, `node { ${step} }`);
  removals.push(() => removeJob(TRIGGERED_JOB));
  await addTrigger(page, TRIGGERED_JOB, "H/10 * * * *");
}

async function prepare(page) {
  await tellAddress(ADDRESSES[0]);
  await configure(page, CREDENTIALS);
  for (const [times, address] of ADDRESSES.entries()) {
    await useSimulator(await newSource(address));
    await look(page, times === 0 ? "never-updated" : "address-changed");
    await openBuild(page, TRIGGERED_JOB, times + 1);
    await look(page, "unchanged");
  }
  await useSimulator();
  await addPipeline(PIPELINE, "");
  removals.push(() => removeJob(PIPELINE));
  await makeAndBuild(page, JOB, "office.example.com, vpn.example.com", CREDENTIALS);
  await answerNext("911");
  await makeAndBuild(page, UNSTABLE_JOB, "lab.example.com", CREDENTIALS);
  const blocked = await newAccount("warehouse.example.com");
  await addCredentials({ ...blocked, id: BLOCKED_CREDENTIALS });
  removals.push(() => removeCredentials(BLOCKED_CREDENTIALS));
  await block(blocked.username);
  await makeAndBuild(page, BLOCKED_JOB, "warehouse.example.com", BLOCKED_CREDENTIALS);
}

async function look(page, reason) {
  await letTriggerLook(TRIGGERED_JOB);
  await openTriggerLog(page, TRIGGERED_JOB);
  await appears(page, page.locator("tbody tr").first().getByText(reason, { exact: true }));
}

async function makeAndBuild(page, job, hostnames, credentials) {
  const step = await openBuildStep(page, job);
  removals.push(() => removeJob(job));
  await field(step, "Host names").fill(hostnames);
  await credentialsOf(step).selectOption(credentials);
  await save(page);
  await build(page, job);
}

/** Whether the command line asks for the image, such as `npm run screenshots -- trigger-log`; without names for all. */
const isWanted = (name) => process.argv.length < 3 || process.argv.includes(name);

async function takePictures(pictures, colorSchemes) {
  for (const colorScheme of colorSchemes) {
    const browser = await openBrowser({ colorScheme });
    try {
      for (const [name, bring] of Object.entries(pictures).filter(([name]) => isWanted(name))) {
        await browser.page.setViewportSize({ width: WIDE.includes(name) ? 1400 : 1280, height: 3000 });
        const seen = await bring(browser.page);
        await uncover(browser.page, seen[0]);
        const clip = around(await Promise.all(seen.map((part) => part.boundingBox())));
        await browser.page.screenshot({ path: `${IMAGES}${name}-${colorScheme}.png`, clip, animations: "disabled" });
        console.log(`${name}-${colorScheme}.png`);
      }
    } finally {
      await browser.close();
    }
    if (browser.problems.length > 0) {
      throw new Error(browser.problems.join("\n"));
    }
  }
}

/** Takes away what lies over a page, and what the mouse is pointed at. */
async function uncover(page, part) {
  await page.mouse.move(0, 0);
  await part.evaluate((element) => {
    document.querySelectorAll("#bottom-sticker, .bottom-sticker-inner").forEach((bar) => bar.remove());
    element.scrollIntoView({ block: "center" });
  });
}

function around(boxes) {
  const x = Math.min(...boxes.map((box) => box.x)) - MARGIN;
  const y = Math.min(...boxes.map((box) => box.y)) - MARGIN;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN;
  return { x, y, width: right - x, height: bottom - y };
}

await mkdir(IMAGES, { recursive: true });
const browser = await openBrowser();
try {
  const { page } = browser;
  const colorSchemes = (await followTheViewer(page)) ? ["light", "dark"] : ["light"];
  await prepareEmpty(page);
  await openAccounts(page);
  if ((await page.locator(".jenkins-card").count()) > 0) {
    console.log("accounts-empty is left as it is, because this Jenkins knows accounts.");
    delete EMPTY_PICTURES["accounts-empty"];
  }
  await takePictures(EMPTY_PICTURES, colorSchemes);
  if (Object.keys(PICTURES).some(isWanted)) {
    await prepare(page);
    await takePictures(PICTURES, colorSchemes);
  }
} finally {
  await browser.close();
  await Promise.allSettled(removals.map((remove) => remove()));
}

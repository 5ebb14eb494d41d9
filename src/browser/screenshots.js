/** Makes the images of the documentation, light and, where the plugin dark-theme is installed, dark. */

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.js";
import { addCredentials, addPipeline, removeCredentials, removeJob } from "./jenkins.js";
import {
  build,
  buildStep,
  buildSummary,
  chooseStep,
  configure,
  credentialsOf,
  field,
  generate,
  openBuildStep,
  openConfiguration,
  save,
} from "./pages.js";
import { answerNext, heal, newAccount, tellAddress } from "./simulator.js";

const IMAGES = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const MARGIN = 8;
const JOB = "office-dns";
const UNSTABLE_JOB = "lab-dns";
const PIPELINE = "office-dns-pipeline";
const CREDENTIALS = "securityspace";

/** Every image, with how its page is brought about; each returns what is to be seen, from its first to its last part. */
const PICTURES = {
  async configuration(page) {
    const section = await openConfiguration(page);
    const endpoint = field(section, "Endpoint");
    // The simulator's endpoint is warned of, maybe only after another one is written.
    await section.locator(".warning").waitFor();
    await endpoint.fill("https://secure1.securityspace.com/dns/dynamic.html");
    await endpoint.blur();
    await section.locator(".warning").waitFor({ state: "hidden" });
    return [section];
  },

  async "test-connection"(page) {
    const section = await openConfiguration(page);
    const button = section.getByRole("button", { name: "Test connection" });
    await button.click();
    await section.getByText("The server takes these credentials.").waitFor();
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
    await page.goto(`job/${JOB}/securityspace-dns/`);
    return [page.locator("#main-panel h1"), page.locator("#main-panel section").last()];
  },

  async accounts(page) {
    await page.goto("manage/securityspace-dns/");
    return [page.locator("#main-panel h1"), page.locator("#main-panel .jenkins-card").last()];
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

async function prepare(page) {
  const account = await newAccount("office.example.com", "vpn.example.com", "lab.example.com");
  await tellAddress("93.184.216.34");
  await addCredentials({ ...account, id: CREDENTIALS });
  removals.push(() => removeCredentials(CREDENTIALS));
  await configure(page, CREDENTIALS);
  await addPipeline(PIPELINE, "");
  removals.push(() => removeJob(PIPELINE));
  await makeAndBuild(page, JOB, "office.example.com, vpn.example.com");
  await answerNext("911");
  await makeAndBuild(page, UNSTABLE_JOB, "lab.example.com");
}

async function makeAndBuild(page, job, hostnames) {
  const step = await openBuildStep(page, job);
  removals.push(() => removeJob(job));
  await field(step, "Host names").fill(hostnames);
  await credentialsOf(step).selectOption(CREDENTIALS);
  await save(page);
  await build(page, job);
}

/** Lets Jenkins follow the colours of the viewer's system. Without the plugin there is nothing to choose. */
async function followTheViewer(page) {
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

async function takePictures(colorScheme) {
  const browser = await openBrowser({ colorScheme, height: 1600 });
  try {
    for (const [name, bring] of Object.entries(PICTURES)) {
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
  await prepare(browser.page);
  await takePictures("light");
  if (await followTheViewer(browser.page)) {
    await takePictures("dark");
  }
} finally {
  await browser.close();
  await Promise.allSettled(removals.map((remove) => remove()));
}

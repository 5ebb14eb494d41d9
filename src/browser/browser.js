/** A browser in which the administrator is logged in, and which takes down whatever goes wrong on a page. */

import { chromium as playwright } from "playwright-core";
import { chromium, jenkinsPassword, jenkinsUrl, jenkinsUser } from "./environment.js";

/** How long Jenkins may take for a page, in milliseconds: a machine that builds something else is slow. */
export const PATIENCE = 120_000;

/** Starts the browser; `problems` fills with errors of the console, of scripts, and of requests. */
export async function openBrowser({ colorScheme = "light", width = 1280, height = 900, locale = "en" } = {}) {
  const browser = await playwright.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--force-color-profile=srgb"],
  });
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion: "reduce",
    baseURL: jenkinsUrl,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const problems = [];
  await staySameOrigin(context);
  takeDown(page, problems);
  await logIn(page);
  return { page, problems, close: () => browser.close() };
}

/** A page of Jenkins has no business elsewhere; a request that tries becomes an error of the console. */
async function staySameOrigin(context) {
  const { origin } = new URL(jenkinsUrl);
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin,
    (route) => route.abort(),
  );
}

function takeDown(page, problems) {
  const note = (what) => problems.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on("pageerror", (error) => note(error.message));
  // Violations of the Content Security Policy are errors of the console, too.
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("response", (response) => {
    const headers = response.headers();
    if (response.request().isNavigationRequest() && headers["content-type"]?.startsWith("text/html")) {
      if (response.status() < 300 && !headers["content-security-policy"]) {
        note(
          "this Jenkins does not enforce a Content Security Policy. mvn hpi:run does; others need" +
            " -Djenkins.security.csp.CspHeader.headerName=Content-Security-Policy",
        );
      }
    }
  });
}

async function logIn(page) {
  await page.goto("login");
  await page.locator("#j_username").fill(jenkinsUser);
  await page.locator("#j_password").fill(jenkinsPassword);
  await page.locator("[name=Submit]").click();
  await page.waitForURL((url) => !/\/(login|j_spring_security_check)$/.test(url.pathname));
}

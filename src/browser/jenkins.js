/** What has to be in Jenkins before a user comes: it is made by the remote API. */

import { jenkinsPassword, jenkinsUrl, jenkinsUser } from "./environment.js";
import { endpoint, source } from "./simulator.js";

const authorization = `Basic ${Buffer.from(`${jenkinsUser}:${jenkinsPassword}`).toString("base64")}`;
let session;

async function crumb() {
  const response = await fetch(new URL("crumbIssuer/api/json", jenkinsUrl), { headers: { authorization } });
  if (!response.ok) {
    throw new Error(`Jenkins at ${jenkinsUrl} answered with HTTP status ${response.status} to ${jenkinsUser}.`);
  }
  const { crumbRequestField, crumb: value } = await response.json();
  const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
  return { authorization, cookie, [crumbRequestField]: value };
}

async function post(path, body, contentType) {
  session ??= await crumb();
  const headers = contentType ? { ...session, "content-type": contentType } : session;
  const response = await fetch(new URL(path, jenkinsUrl), { method: "POST", headers, body, redirect: "manual" });
  if (response.status >= 400) {
    throw new Error(`Jenkins answered with HTTP status ${response.status} to ${path}.`);
  }
  return response.text();
}

const xml = (text) => text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Keeps the account in Jenkins, under its user name unless another id is given. */
export function addCredentials({ username, password, id = username }) {
  const implementation = "com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl";
  return post(
    "credentials/store/system/domain/_/createCredentials",
    `<${implementation}><scope>GLOBAL</scope><id>${xml(id)}</id><description>SecuritySpace</description>` +
      `<username>${xml(username)}</username><password>${xml(password)}</password></${implementation}>`,
    "application/xml",
  );
}

export const removeCredentials = (id) =>
  post(`credentials/store/system/domain/_/credential/${encodeURIComponent(id)}/doDelete`);

export const removeJob = (name) => post(`job/${encodeURIComponent(name)}/doDelete`);

/** Makes a Pipeline whose script runs in the sandbox. */
export const addPipeline = (name, script) =>
  post(
    `createItem?name=${encodeURIComponent(name)}`,
    "<flow-definition><definition class='org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition'>" +
      `<script>${xml(script)}</script><sandbox>true</sandbox></definition></flow-definition>`,
    "application/xml",
  );

/** Runs a Groovy script in Jenkins. */
async function run(script) {
  const told = await post("scriptText", new URLSearchParams({ script }));
  if (told.trim()) {
    throw new Error(`Jenkins answered to ${script}: ${told}`);
  }
}

/** Lets the plugin talk to the simulator, and find the public address at a source. */
export const useSimulator = (sources = source) =>
  run(
    "io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration.get().with {" +
      ` endpoint = '${endpoint}'; method = 'GET'; sources = '${sources}'; agreement = 1; save() }`,
  );

/** Lets the trigger of a job look at once, as it does when its schedule says so. */
export const letTriggerLook = (job) =>
  run(
    `jenkins.model.Jenkins.get().getItemByFullName('${job}').triggers.values()` +
      ".find { it.class.simpleName == 'SecuritySpaceDnsTrigger' }.run()",
  );

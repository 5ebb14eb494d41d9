/** Steers a simulator of SecuritySpace that runs beside Jenkins. */

import { randomUUID } from "node:crypto";
import { simulatorControl } from "./environment.js";

export const endpoint = new URL("/dns/dynamic.html", simulatorControl).href;
/** A source of this run alone: Jenkins shares what a source told for a minute. */
const SOURCE = `browser-${randomUUID().slice(0, 8)}`;
export const source = new URL(`/ip/${SOURCE}`, simulatorControl).href;

async function command(name, parameters = {}) {
  const url = new URL(name, simulatorControl);
  url.search = new URLSearchParams(parameters);
  const response = await fetch(url, { method: "POST" });
  if (!response.ok) {
    throw new Error(`The simulator refused ${name}: ${await response.text()}`);
  }
}

/** An account that nobody used before, so that nothing is known of it in Jenkins. */
export async function newAccount(...hosts) {
  const account = { username: `browser-${randomUUID().slice(0, 8)}`, password: randomUUID() };
  await command("account", { user: account.username, password: account.password, hosts: hosts.join() });
  return account;
}

/** Another source, which tells an address at once. */
export async function newSource(address) {
  const name = `browser-${randomUUID().slice(0, 8)}`;
  await command("echo", { body: address, name });
  return new URL(`/ip/${name}`, simulatorControl).href;
}

/** Lets the source tell an address. */
export const tellAddress = (address) => command("echo", { body: address, name: SOURCE });

/** How the next update is answered, by the names of the simulator's faults. */
export const answerNext = (...faults) => command("fault", { next: faults.join() });

export const block = (user) => command("block", { user });

export const unblock = (user) => command("unblock", { user });

export const setPassword = (user, password) => command("password", { user, password });

export const heal = () => command("fault", { heal: "" });

/** What the environment says: where a Jenkins with the plugin runs, who logs in, and where a simulator is steered. */

function needed(name, meaning) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set. It is ${meaning}.`);
  }
  return value;
}

function root(name, meaning) {
  const url = new URL(needed(name, meaning));
  if (url.username || url.password) {
    throw new Error(`${name} must not hold a user name or a password.`);
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

export const jenkinsUrl = root("JENKINS_URL", "the URL of a Jenkins that may be changed, such as http://localhost:8080/jenkins/");
export const jenkinsUser = needed("JENKINS_USER", "the name of an administrator");
export const jenkinsPassword = needed("JENKINS_PASSWORD", "the administrator's password");
export const simulatorControl = root("SIMULATOR_CONTROL", "what the simulator prints after \"control\"");
export const chromium = process.env.CHROMIUM || "/usr/bin/chromium";

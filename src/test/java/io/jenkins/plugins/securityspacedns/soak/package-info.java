/**
 * A soak: the engine against the simulator, event after event by chance, with a second bookkeeping that holds the engine
 * to its rules after each of them.
 */
package io.jenkins.plugins.securityspacedns.soak;

/**
 * Measures the engine: beside other update clients on the same simulator in the same run, and its innermost parts alone.
 * {@code docs/performance.md} holds what came of it.
 */
package io.jenkins.plugins.securityspacedns.bench;

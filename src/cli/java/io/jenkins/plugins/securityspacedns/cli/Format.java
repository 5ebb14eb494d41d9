package io.jenkins.plugins.securityspacedns.cli;

/** How results are written. */
enum Format {
    /** For people. */
    text,
    /** For programs: one JSON object (RFC 8259) on standard output and nothing else there. */
    json
}

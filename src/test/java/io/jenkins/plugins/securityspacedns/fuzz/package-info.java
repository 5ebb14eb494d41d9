/**
 * Coverage-guided fuzzing. What is fuzzed lies beside the tests of each package, in classes named {@code …Fuzz}; inputs
 * that reach something of their own are kept, and every build tries them again.
 */
package io.jenkins.plugins.securityspacedns.fuzz;

/** What tests share that run on the Jenkins Test Harness. Only {@code pom.xml} compiles it. */
package io.jenkins.plugins.securityspacedns.harness;

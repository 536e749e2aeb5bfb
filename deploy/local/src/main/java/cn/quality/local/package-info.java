/**
 * The whole suite on one machine, for a newcomer and for the end-to-end tests: PostgreSQL, Kafka, Keycloak and the four
 * services, each a process of its own, started side by side and stopped in order.
 *
 * <p>{@link cn.quality.local.Up} is the command line behind {@code deploy/up}; {@link cn.quality.local.Suite} is the
 * same thing as an object, with every {@link cn.quality.local.Part} within reach of a test that wants to stop Kafka or
 * kill a service.
 *
 * <p>What holds throughout: one launcher per data folder, kept by a file lock that dies with the process
 * ({@link cn.quality.local.DataFolder}); everything a killed launcher left behind is known from its process files and
 * ended by the next start, and nothing else is ever ended; children do not hear Ctrl-C, only the launcher does, so that
 * the order of stopping is ours.
 */
@NullMarked
package cn.quality.local;

import org.jspecify.annotations.NullMarked;

/**
 * The real PostgreSQL, Kafka and Keycloak on a JDK alone, for the local run and for tests: no container engine, no
 * installed server, nothing but artifacts of Maven Central.
 *
 * <p>What holds throughout: everything binds to the loopback interface; a port is probed before it is used, because a
 * server that finds its port taken may look started while a stranger answers; what a killed run left behind is stopped
 * by the next start on the same directory; starting on existing data keeps it. Nothing here knows a service of the
 * suite beyond the names of databases ({@link cn.quality.embedded.Databases}) and topics
 * ({@link cn.quality.embedded.Topics}).
 */
@NullMarked
package cn.quality.embedded;

import org.jspecify.annotations.NullMarked;

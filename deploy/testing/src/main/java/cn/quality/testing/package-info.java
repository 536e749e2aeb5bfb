/**
 * What tests of every module share: a real PostgreSQL, a real Kafka and tokens with the claims of the realm.
 *
 * <p>{@code -Dinfra=embedded} (default) starts both on this JDK, {@code containers} runs them on a Docker-compatible
 * engine, {@code auto} takes containers when an engine answers. The tests are the same either way: same databases, same
 * roles, same topics. The parts are started once per JVM, with fresh data, and end with it.
 */
@NullMarked
package cn.quality.testing;

import org.jspecify.annotations.NullMarked;

/**
 * How many requests one caller may send, and how many all together.
 *
 * <p>{@link cn.quality.gateway.limits.Limits} counts the requests of a caller: a system or a user by identity, all others by
 * address. Each class of routes counts for itself; the gateway's own interface
 * ({@link cn.quality.gateway.limits.OwnApi}) is of the class {@code standard}. {@link cn.quality.gateway.limits.Capacity} counts
 * what is under way: above it a request is refused at once, because one that waits makes all others wait.
 *
 * <p>{@link cn.quality.gateway.limits.SlowCallers} counts bodies on their way and responses that wait: a caller's slowness takes
 * nothing from others.
 *
 * <p>Invariants: however many callers there are, the memory they take is bounded; a database that does not answer makes
 * no limit stricter than that of this gateway alone; health and operations are neither counted nor refused.
 */
@NullMarked
package cn.quality.gateway.limits;

import org.jspecify.annotations.NullMarked;

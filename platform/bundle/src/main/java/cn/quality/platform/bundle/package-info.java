/**
 * Results that anybody can recompute. A {@link cn.quality.platform.bundle.Bundle} holds what went in, the rules, every partial
 * result and the result; it is written as canonical JSON (RFC 8785) and named by the SHA-256 of these bytes, so that two people
 * who have the same digest have the same result, and {@code sha256sum} of the downloaded file says so.
 *
 * <p>Numbers of JSON are binary doubles to RFC 8785, which silently changes long decimals. So a bundle holds none: every
 * decimal is a string, exactly as it was written, and 12.50 is not 12.5.
 *
 * <p>A {@link cn.quality.platform.bundle.Verifier} is the second implementation, in plain JavaScript, that the public runs.
 */
@NullMarked
package cn.quality.platform.bundle;

import org.jspecify.annotations.NullMarked;

/**
 * Published figures for other statistical systems, in SDMX (ISO 17369): {@code /sdmx/v1} speaks SDMX 2.1 (REST 1.5),
 * {@code /sdmx/v2} speaks SDMX 3 (REST 2.2). Both read one model, the {@linkplain Component components} of
 * {@code RZ:DSD_QUALITY(1.0.0)}; they differ in how a request is written and in the formats of the answer.
 *
 * <p>Only what was published is told, as it stood at the moment asked for. Nothing of a request is passed over: what is not
 * understood is refused, in the format the client asked for. A message is written while it is read from the database, some
 * series at a time, and reading ends when the client leaves.
 *
 * <p>The protocol has its own addresses, languages and errors, so its requests are not JAX-RS: {@link SdmxEndpoint} is where
 * they arrive.
 */
@NullMarked
package cn.quality.indicator.sdmx;

import org.jspecify.annotations.NullMarked;

/**
 * The topics of the suite. They are listed in one file, {@code topics.txt} of the embedded broker, which makes them; a copy of
 * it is packed into this library. Nothing is sent to a topic, or read from one, that is not listed.
 */
@NullMarked
package cn.quality.platform.topics;

import org.jspecify.annotations.NullMarked;

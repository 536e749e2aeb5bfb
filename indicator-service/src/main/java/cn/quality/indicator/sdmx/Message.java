package cn.quality.indicator.sdmx;

import cn.quality.indicator.sdmx.SdmxRepository.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What stands in the header of a message. It follows from the version of the data, so that the same data are the same bytes.
 *
 * @param locale of names where a message has them in one language
 */
record Message(Version version, Locale locale) {

    String id() {
        return "RZ" + version.number();
    }

    /** When what is told was last changed; the message says nothing that would be newer. */
    Instant prepared() {
        return version.at().truncatedTo(ChronoUnit.SECONDS);
    }
}

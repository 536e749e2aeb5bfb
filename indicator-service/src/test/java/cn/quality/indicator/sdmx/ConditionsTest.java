package cn.quality.indicator.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final Instant CHANGED = Instant.parse("2021-02-03T04:05:06.789Z");
    private static final String DATE = "Wed, 03 Feb 2021 04:05:06 GMT";

    @Test
    void aChangeInTheSameSecondWouldNotShowInADate() {
        var conditions = new Conditions(CHANGED);
        assertThat(conditions.lastModified(CHANGED.plusMillis(100))).isEmpty();
        assertThat(conditions.lastModified(CHANGED.plusMillis(300))).contains(DATE);
    }

    @Test
    void aTagCountsBeforeADate() {
        var conditions = new Conditions(CHANGED);
        assertThat(conditions.hold("\"1\"", null, DATE)).isTrue();
        assertThat(conditions.hold("\"1\"", null, "Wed, 03 Feb 2021 04:05:05 GMT"))
                .isFalse();
        assertThat(conditions.hold("\"1\"", null, "yesterday")).isFalse();
        assertThat(conditions.hold("\"1\"", "\"2\"", DATE)).isFalse();
        assertThat(conditions.hold("\"1\"", "\"2\", W/\"1\"", null)).isTrue();
        assertThat(conditions.hold("\"1\"", "*", null)).isTrue();
        assertThat(conditions.hold("\"1\"", null, null)).isFalse();
    }
}

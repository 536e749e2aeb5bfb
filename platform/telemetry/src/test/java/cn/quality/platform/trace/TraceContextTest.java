package cn.quality.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GIVEN = "00-" + TRACE + "-00f067aa0ba902b7-00";

    @Test
    void whatWasReadIsWrittenAgain() {
        var read = TraceContext.parse(GIVEN, "vendor=1").orElseThrow();
        assertThat(read).isEqualTo(new TraceContext(TRACE, "00f067aa0ba902b7", "00", "vendor=1"));
        assertThat(read.traceparent()).isEqualTo(GIVEN);
        assertThat(read.remoteParent().getTraceId()).isEqualTo(TRACE);
        assertThat(read.remoteParent().isRemote()).isTrue();
        assertThat(read.remoteParent().isSampled()).isFalse();
    }

    @Test
    void aStepBelowKeepsTraceFlagsAndStateAndHasASpanOfItsOwn() {
        var step = TraceContext.below(GIVEN, "vendor=1");
        assertThat(step.traceId()).isEqualTo(TRACE);
        assertThat(step.flags()).isEqualTo("00");
        assertThat(step.state()).isEqualTo("vendor=1");
        assertThat(step.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
            })
    void whatIsNoTraceBeginsANewOneWithoutState(String given) {
        assertThat(TraceContext.parse(given, "vendor=1")).isEmpty();
        var first = TraceContext.below(given, "vendor=1");
        assertThat(first.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(first.traceId()).isNotEqualTo(TRACE);
        assertThat(first.state()).isNull();
    }

    @Test
    void aStateThatIsTooLongIsDropped() {
        assertThat(TraceContext.parse(GIVEN, "v=" + "1".repeat(510))
                        .orElseThrow()
                        .state())
                .hasSize(512);
        assertThat(TraceContext.parse(GIVEN, "v=" + "1".repeat(511))
                        .orElseThrow()
                        .state())
                .isNull();
    }
}

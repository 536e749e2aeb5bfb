package cn.quality.indicator.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.testing.AsyncApi;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is sent is what the schemas say. */
class AssessmentEventTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final List<AssessmentEvent> SAMPLES = List.of(
            new AssessmentEvent.Published(snapshot(1, List.of())),
            new AssessmentEvent.Corrected(snapshot(
                    2, List.of(new ChangeView("371102", "A", "B", new BigDecimal("91"), new BigDecimal("89"))))));

    @Test
    void everyEventHasItsTypeOnTheTopic() {
        assertThat(SAMPLES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(AssessmentEvent.class.getPermittedSubclasses()));
        assertThat(SAMPLES.stream().map(AssessmentEvent::type).collect(Collectors.toSet()))
                .isEqualTo(AsyncApi.typesOn(AssessmentEvent.TOPIC));
    }

    @Test
    void everyEventIsWhatItsSchemaSays() {
        for (var event : SAMPLES) {
            var sent = JSON.valueToTree(event.outbound().data());
            assertThat(AsyncApi.violations(event.type(), sent.toString()))
                    .as(event.type())
                    .isEmpty();
            assertThat(sent.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(() ->
                            AsyncApi.schema(event.type()).get("properties").fieldNames());
        }
    }

    private static AssessmentEvent.Snapshot snapshot(int edition, List<ChangeView> changed) {
        return new AssessmentEvent.Snapshot(
                new UUID(1, 1),
                "government-quality-2013",
                1,
                2025,
                edition,
                "0".repeat(64),
                Instant.parse("2026-09-01T01:00:00Z"),
                List.of(
                        new ResultView("371102", new BigDecimal("91"), "A", 1, 11, 12, List.of("M22"), List.of()),
                        new ResultView("371103", null, null, null, 0, 0, List.of(), List.of())),
                changed);
    }
}

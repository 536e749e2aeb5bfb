package cn.quality.standards.impact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.impact.UpdateNotice.Follower;
import cn.quality.standards.impact.UpdateNotice.Standing;
import cn.quality.standards.schema.Contracts;
import cn.quality.testing.AsyncApi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeEventTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00.123456Z");

    @Test
    void everyEventOfTheSealedTypeIsInTheContractAndKeepsIt() {
        var full = notice("日照示例海洋食品有限公司", "371102", LocalDate.of(2026, 3, 1));
        var samples = List.of(
                notice(null, null, null).event(List.of()),
                full.event(List.of("GB/T 1-2026")),
                full.cleared(Clearing.UPDATED, NOW).event(List.of()));
        assertThat(samples.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(NoticeEvent.class.getPermittedSubclasses()));
        assertThat(samples.stream().map(NoticeEvent::type).collect(Collectors.toSet()))
                .isEqualTo(AsyncApi.typesOn(NoticeEvent.TOPIC));
        samples.forEach(event -> Contracts.check(
                event.outbound().type(), Contracts.tree(event.outbound().data())));
    }

    @Test
    void theSchemaKnowsEveryFieldThatIsSent() {
        var sent = Contracts.tree(notice("日照示例海洋食品有限公司", "371102", LocalDate.of(2026, 3, 1))
                .cleared(Clearing.UPDATED, NOW)
                .event(List.of())
                .snapshot());
        var schema = AsyncApi.schema("cn.quality.standards.impact.cleared.v1").get("properties");
        assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(schema::fieldNames);
    }

    private static UpdateNotice notice(@Nullable String name, @Nullable String region, @Nullable LocalDate since) {
        return UpdateNotice.noted(
                UUID.randomUUID(),
                new Follower(
                        UUID.randomUUID(),
                        "91371199MA3RH00187",
                        name,
                        region,
                        "Q/RZSL 001-2024",
                        "冷冻烤鳗",
                        "GB/T 1-2008"),
                new Standing(UUID.randomUUID(), "GB/T 1-2008", "GB/T 1—2008", "示例", "REPLACED"),
                Effect.OVERDUE,
                since,
                NOW);
    }
}

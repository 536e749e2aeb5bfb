package cn.quality.standards.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.schema.Contracts;
import cn.quality.testing.AsyncApi;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclarationEventTest {

    @Test
    void everyEventOfTheSealedTypeIsInTheContractAndKeepsIt() {
        var samples = List.of(
                new DeclarationEvent.Made(snapshot(null, null, DeclarationState.PUBLIC), 1),
                new DeclarationEvent.Made(snapshot("日照示例海洋食品有限公司", "371102", DeclarationState.PUBLIC), 1),
                new DeclarationEvent.Changed(snapshot("日照示例海洋食品有限公司", "371102", DeclarationState.PUBLIC), 2),
                new DeclarationEvent.Changed(snapshot("日照示例海洋食品有限公司", "371102", DeclarationState.WITHDRAWN), 3),
                new DeclarationEvent.Changed(snapshot("日照示例海洋食品有限公司", "371102", DeclarationState.ABOLISHED), 3));
        assertThat(samples.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(DeclarationEvent.class.getPermittedSubclasses()));
        assertThat(samples.stream().map(DeclarationEvent::type).collect(Collectors.toSet()))
                .isEqualTo(AsyncApi.typesOn(DeclarationEvent.TOPIC));
        samples.forEach(event -> Contracts.check(
                event.outbound().type(), Contracts.tree(event.outbound().data())));
    }

    @Test
    void theSchemaKnowsEveryFieldThatIsSent() {
        var sent = Contracts.tree(snapshot("日照示例海洋食品有限公司", "371102", DeclarationState.PUBLIC));
        var schema = AsyncApi.schema("cn.quality.standards.declaration.made.v1").get("properties");
        assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(schema::fieldNames);
    }

    private static DeclarationSnapshot snapshot(
            @Nullable String name, @Nullable String region, DeclarationState state) {
        return new DeclarationSnapshot(
                UUID.randomUUID(),
                "91371199MA3RH00187",
                name,
                "Q/RZSL 001-2024",
                "冷冻烤鳗",
                true,
                region,
                Instant.parse("2026-03-01T00:00:00.123456Z"),
                state,
                "0".repeat(64));
    }
}

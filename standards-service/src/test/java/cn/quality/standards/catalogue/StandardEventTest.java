package cn.quality.standards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.clock.LegalDates;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.schema.Contracts;
import cn.quality.testing.AsyncApi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardEventTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final StandardNumber NUMBER = StandardNumber.of("GB/T 19001—2008");
    private static final Relation REPLACEMENT = Relation.replacement(StandardNumber.of("GB/T 19001-2016"), NUMBER);

    @Test
    void everyEventOfTheSealedTypeIsInTheContractAndKeepsIt() {
        var full = snapshot(Status.REPLACED, Nature.RECOMMENDED, LocalDate.of(2008, 12, 30));
        var bare = new StandardSnapshot(
                UUID.randomUUID(), "Q/ABC", "题名", Level.ENTERPRISE, null, Status.IN_FORCE, null, null, null, List.of());
        var samples = List.of(
                new StandardEvent.Registered(bare, 1),
                new StandardEvent.Registered(full, 1),
                new StandardEvent.Replaced(full, 2),
                new StandardEvent.Withdrawn(snapshot(Status.ABOLISHED, Nature.GUIDE, LocalDate.of(2000, 1, 1)), 3));
        assertThat(samples.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(StandardEvent.class.getPermittedSubclasses()));
        assertThat(samples.stream().map(StandardEvent::type).collect(Collectors.toSet()))
                .isEqualTo(AsyncApi.typesOn(StandardEvent.TOPIC));
        samples.forEach(event -> Contracts.check(
                event.outbound().type(), Contracts.tree(event.outbound().data())));
    }

    @Test
    void theSchemaKnowsEveryFieldThatIsSent() {
        var sent = Contracts.tree(snapshot(Status.REPLACED, Nature.RECOMMENDED, LocalDate.of(2008, 12, 30)));
        var schema =
                AsyncApi.schema("cn.quality.standards.standard.replaced.v1").get("properties");
        assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(schema::fieldNames);
    }

    @Test
    void sayingTheSameAgainIsNoChange() {
        var standard = new Standard(UUID.randomUUID(), stated(Status.IN_FORCE, Set.of()), NOW);
        assertThat(standard.correct(stated(Status.IN_FORCE, Set.of()), NOW)).isFalse();
    }

    @Test
    void aCorrectionSendsTheEventOfWhatHappenedToTheForceOfTheStandard() {
        var standard = new Standard(UUID.randomUUID(), stated(Status.IN_FORCE, Set.of()), NOW);
        assertThat(standard.registered().sequence()).isEqualTo(1);
        assertThat(corrected(standard, Status.REPLACED, Set.of(REPLACEMENT)))
                .isInstanceOfSatisfying(StandardEvent.Replaced.class, event -> {
                    assertThat(event.sequence()).isEqualTo(2);
                    assertThat(event.snapshot().replacedBy()).containsExactly("GB/T 19001-2016");
                    assertThat(event.snapshot().number()).isEqualTo("GB/T 19001—2008");
                });
        assertThat(corrected(standard, Status.ABOLISHED, Set.of(REPLACEMENT)))
                .isInstanceOf(StandardEvent.Withdrawn.class);
        assertThat(corrected(standard, Status.ABOLISHED, Set.of()))
                .isInstanceOfSatisfying(
                        StandardEvent.Registered.class,
                        event -> assertThat(event.sequence()).isEqualTo(4));
    }

    private static StandardEvent corrected(Standard standard, Status status, Set<Relation> relations) {
        var before = standard.statusOn(LegalDates.on(NOW));
        assertThat(standard.correct(stated(status, relations), NOW)).isTrue();
        return standard.corrected(before);
    }

    private static StandardStatement stated(Status status, Set<Relation> relations) {
        return new StandardStatement(
                NUMBER,
                new StandardFacts(
                        "质量管理体系 要求",
                        null,
                        null,
                        status,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        "source",
                        Certainty.D),
                relations);
    }

    private static StandardSnapshot snapshot(Status status, Nature nature, LocalDate published) {
        return new StandardSnapshot(
                UUID.randomUUID(),
                "GB/T 19001-2008",
                "质量管理体系 要求",
                Level.NATIONAL,
                nature,
                status,
                published,
                published.plusMonths(3),
                published.plusYears(8),
                Stream.of("GB/T 19001-2016").toList());
    }
}

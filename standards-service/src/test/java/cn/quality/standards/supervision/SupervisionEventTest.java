package cn.quality.standards.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.schema.Contracts;
import cn.quality.testing.AsyncApi;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SupervisionEventTest {

    @Test
    void everyEventOfTheSealedTypeIsInTheContractAndKeepsIt() {
        var item = Cases.reached(SupervisionState.PROPOSED);
        var samples = List.of(
                event(item, SupervisionAct.PUBLICISE),
                event(item, SupervisionAct.LIFT),
                event(Cases.reached(SupervisionState.PUBLICISED), SupervisionAct.WITHDRAW));
        assertThat(samples.stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(SupervisionEvent.class.getPermittedSubclasses()));
        assertThat(samples.stream().map(SupervisionEvent::type).collect(Collectors.toSet()))
                .isEqualTo(AsyncApi.typesOn(SupervisionEvent.TOPIC));
        samples.forEach(one -> Contracts.check(
                one.outbound().type(), Contracts.tree(one.outbound().data())));
    }

    @Test
    void theSchemaKnowsEveryFieldThatIsSent() {
        var sent = Contracts.tree(event(Cases.reached(SupervisionState.PROPOSED), SupervisionAct.PUBLICISE)
                .payload());
        var schema = AsyncApi.schema("cn.quality.standards.supervision.publicised.v1")
                .get("properties");
        assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(schema::fieldNames);
    }

    private static SupervisionEvent event(SupervisionCase item, SupervisionAct act) {
        return Cases.act(item, act, Cases.usual(act, Cases.TOO_LATE)).orElseThrow();
    }
}

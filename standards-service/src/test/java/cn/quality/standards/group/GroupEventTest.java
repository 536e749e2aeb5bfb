package cn.quality.standards.group;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.schema.Contracts;
import cn.quality.testing.AsyncApi;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupEventTest {

    @Test
    void everyEventIsInTheContract() {
        assertThat(Arrays.stream(GroupEvent.Kind.values())
                        .map(GroupEvent.Kind::type)
                        .collect(Collectors.toSet()))
                .isEqualTo(AsyncApi.typesOn(GroupEvent.TOPIC));
    }

    /** Of every state that can be public. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PROPOSED", "REJECTED", "REPLACED", "ABOLISHED", "ABANDONED"})
    void anEventKeepsItsContract(GroupState state) {
        var project = Groups.reached(state);
        var now = Groups.by(AllowedGroupMoves.Who.BODY, Groups.AFTER_COMMENTS);
        AllowedGroupMoves.in(state).forEach((act, move) -> {
            if (move.by() == AllowedGroupMoves.Who.BODY
                    && !act.isConfidential()
                    && project.actions(now).contains(act)) {
                var event = Groups.event(Groups.reached(state), act, now);
                var outbound = event.outbound().orElseThrow();
                Contracts.check(outbound.type(), Contracts.tree(outbound.data()));
            }
        });
    }

    /** Nobody outside learns of an order of correction, unless the standard is abolished for it. */
    @Test
    void anOrderOfCorrectionIsNotTold() {
        var now = Groups.by(AllowedGroupMoves.Who.CASE_APPROVER, Groups.AFTER_COMMENTS);
        var project = Groups.reached(GroupState.PUBLISHED);
        assertThat(Groups.event(project, GroupAct.ORDER_CORRECTION, now).outbound())
                .isEmpty();
        assertThat(project.state()).isEqualTo(GroupState.CORRECTING);
        assertThat(project.view().state()).isEqualTo(GroupState.PUBLISHED);
        assertThat(project.view().corrections()).isEmpty();
        assertThat(project.published().state()).isEqualTo(GroupState.PUBLISHED);
        assertThat(project.file().corrections()).hasSize(1);
        var late = Groups.by(AllowedGroupMoves.Who.PUBLISHER, Groups.AFTER_COMMENTS.plusDays(31));
        assertThat(Groups.event(project, GroupAct.ABOLISH_BY_ORDER, late).outbound())
                .isPresent();
        assertThat(project.view().corrections()).hasSize(1);
    }

    @Test
    void theSchemaKnowsEveryFieldThatIsSent() {
        var now = Groups.by(AllowedGroupMoves.Who.BODY, Groups.AFTER_COMMENTS);
        var event = Groups.event(Groups.reached(GroupState.NUMBERED), GroupAct.PUBLISH, now);
        var sent = Contracts.tree(event.outbound().orElseThrow().data());
        var schema = AsyncApi.schema(GroupEvent.Kind.CHANGED.type()).get("properties");
        assertThat(sent.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(schema::fieldNames);
    }
}

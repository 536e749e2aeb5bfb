package cn.quality.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void aTakenPortIsNamedWithTheOptionThatMovesIt() throws Exception {
        try (var stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan = PortPlan.free().with(PartName.KEYCLOAK, stranger.getLocalPort());

            assertThatThrownBy(() -> plan.requireFree(Set.of()))
                    .hasMessageContaining("Port " + stranger.getLocalPort() + ", wanted by Keycloak, is taken")
                    .hasMessageContaining("--port-keycloak N")
                    .hasMessageContaining("--port-offset 1000");
        }
    }

    @Test
    void allTakenPortsAreReportedAtOnce() throws Exception {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan =
                    PortPlan.free().with(PartName.KAFKA, one.getLocalPort()).with(PartName.GATEWAY, two.getLocalPort());

            assertThatThrownBy(() -> plan.requireFree(Set.of()))
                    .hasMessageContaining("--port-kafka")
                    .hasMessageContaining("--port-gateway");
        }
    }

    @Test
    void thePortOfAPartThatIsLeftOutMayBeTakenAlready() throws Exception {
        try (var developers = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan = PortPlan.free().with(PartName.INDICATOR, developers.getLocalPort());

            plan.requireFree(Set.of(PartName.INDICATOR));
            assertThatThrownBy(() -> plan.requireFree(Set.of(PartName.CREDIT)))
                    .hasMessageContaining("--port-indicator");
        }
    }

    @Test
    void onePortForTwoPartsIsRefused() {
        PortPlan free = PortPlan.free();
        PortPlan plan = free.with(PartName.CREDIT, free.of(PartName.STANDARDS));

        assertThatThrownBy(() -> plan.requireFree(Set.of()))
                .hasMessageContaining("given to standards-service and to credit-service")
                .hasMessageNotContaining("is taken");
    }

    @Test
    void freePortsAreDifferentAndFree() {
        PortPlan plan = PortPlan.free();

        plan.requireFree(Set.of());
        assertThat(Arrays.stream(PartName.values()).map(plan::of)).doesNotHaveDuplicates();
    }

    @Test
    void anOffsetMovesEveryPortAndStaysInRange() {
        PortPlan moved = PortPlan.standard().shifted(1000);

        assertThat(moved.of(PartName.GATEWAY)).isEqualTo(9080);
        assertThat(moved.of(PartName.POSTGRES)).isEqualTo(16432);
        assertThatThrownBy(() -> PortPlan.standard().shifted(60_000)).hasMessageContaining("between 1 and 65535");
    }
}

package cn.quality.standards.tbt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.schema.Contracts;
import cn.quality.testing.AsyncApi;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TbtEventTest {

    @Test
    void theEventIsInTheContractAndTheSchemaKnowsEveryField() {
        var notice = new TbtNoticeView(
                UUID.randomUUID(),
                "G/TBT/N/ZZZ/1",
                "JP",
                "示例：水产品标签新规",
                "示例水产品",
                List.of("67.120.30"),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 4, 30),
                LocalDate.of(2026, 9, 1),
                "https://notices.example/1");
        var outbound = TbtEvent.of(notice, 1, List.of(UUID.randomUUID())).outbound();
        assertThat(AsyncApi.typesOn(TbtEvent.TOPIC)).containsExactly(outbound.type());
        var sent = Contracts.tree(outbound.data());
        Contracts.check(outbound.type(), sent);
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        AsyncApi.schema(outbound.type()).get("properties")::fieldNames);
    }
}

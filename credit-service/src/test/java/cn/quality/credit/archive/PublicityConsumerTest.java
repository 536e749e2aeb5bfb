package cn.quality.credit.archive;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the supervision of standards publicises is on file as long as it is publicised, and no longer. */
@CreditTest
class PublicityConsumerTest {

    @Inject
    Jdbc sql;

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void aPublicisedFindingIsOnFileUntilItIsPublicisedNoMore() {
        var uscc = registered();
        var item = UUID.randomUUID();
        publicised(item, uscc, 4);
        publicised(item, uscc, 4);
        soon().untilAsserted(() -> counted(uscc, 1));
        assertThat(sql.query(
                        "select title, details->>'orderNumber' as number, disclosure from archive_record where uscc = ?",
                        row -> row.getString("title") + " " + row.getString("number") + " "
                                + row.getString("disclosure"),
                        uscc))
                .containsExactly("未公开执行的标准，逾期未改正被公示 示例改〔2026〕1号 PUBLIC");

        ended(item, uscc, 5);
        soon().untilAsserted(() -> counted(uscc, null));
        assertThat(reasons(uscc)).containsExactly("null", "认定有误，已撤销");
        assertThat(sql.query(
                        "select type from outbox where topic = 'quality.credit.record' and data::text like ? order by position",
                        row -> row.getString(1),
                        "%" + uscc + "%"))
                .containsExactly("cn.quality.credit.record.recorded.v1", "cn.quality.credit.record.voided.v1");
    }

    /** Of a compacted topic the end may be all that is left; what it ended must not appear behind it. */
    @Test
    void anEndThatComesFirstLeavesNothingToFile() {
        var uscc = registered();
        var item = UUID.randomUUID();
        ended(item, uscc, 5);
        publicised(item, uscc, 4);
        // On the same partition as the two before.
        ended(item, uscc, 6);
        soon().untilAsserted(() -> assertThat(sql.query(
                        "select sequence from publicised_finding where case_id = ?", row -> row.getLong(1), item))
                .containsExactly(6L));
        assertThat(reasons(uscc)).isEmpty();
    }

    /** What the public is told of it. */
    private static void counted(String uscc, @Nullable Integer records) {
        anybody()
                .get("enterprises/" + uscc)
                .then()
                .statusCode(200)
                .body("recordCounts.STANDARDS_CONDUCT", equalTo(records));
    }

    private List<String> reasons(String uscc) {
        return sql.query(
                "select reason from archive_record where uscc = ? and kind = 'STANDARDS_CONDUCT' order by position",
                row -> String.valueOf(row.getString(1)),
                uscc);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static void publicised(UUID item, String uscc, int sequence) {
        send(
                "publicised",
                item,
                sequence,
                Map.ofEntries(
                        Map.entry("caseId", item.toString()),
                        Map.entry("uscc", uscc),
                        Map.entry("enterpriseName", "日照示例试验有限公司"),
                        Map.entry("region", "371102"),
                        Map.entry("subject", "冷冻烤鳗"),
                        Map.entry("breach", "NOT_PUBLISHED"),
                        Map.entry("breachZh", "未公开执行的标准"),
                        Map.entry("basis", "标准化法 2017 art. 27, 38"),
                        Map.entry("facts", "示例"),
                        Map.entry("orderNumber", "示例改〔2026〕1号"),
                        Map.entry("due", "2026-04-09"),
                        Map.entry("announcement", "示例"),
                        Map.entry("publicisedAt", "2026-04-20T02:00:00Z")));
    }

    private static void ended(UUID item, String uscc, int sequence) {
        send(
                "ended",
                item,
                sequence,
                Map.of(
                        "caseId",
                        item.toString(),
                        "uscc",
                        uscc,
                        "state",
                        "WITHDRAWN",
                        "endedAt",
                        "2026-05-01T02:00:00Z"));
    }

    private static void send(String what, UUID item, int sequence, Map<String, Object> data) {
        EventBroker.send(CloudEvent.of(
                "quality.standards.supervision",
                "cn.quality.standards.supervision." + what + ".v1",
                item.toString(),
                sequence,
                data));
    }
}

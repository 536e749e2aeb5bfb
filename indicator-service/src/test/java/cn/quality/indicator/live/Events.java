package cn.quality.indicator.live;

import cn.quality.testing.CloudEvent;
import java.util.UUID;

/** Events as the other services send them. */
final class Events {

    static final String LISTINGS = "quality.credit.listing";
    static final String DECLARATIONS = "quality.standards.declaration";

    private Events() {}

    static CloudEvent listing(String what, UUID id, long sequence, String kind, String state) {
        return event(
                LISTINGS, "cn.quality.credit.listing." + what + ".v1", id, sequence, """
                {"listingId": "%s", "uscc": "91371199MA3RH00187", "enterpriseName": "日照示例海洋食品有限公司", "kind": "%s",
                 "field": "INDUSTRIAL_PRODUCTION", "ground": "示例事由", "legalBasis": "EXAMPLE", "region": "371102",
                 "authority": "日照市市场监督管理局", "documentNumber": "日市监信〔2026〕1号", "state": "%s",
                 "publishedAt": "2026-03-02T01:15:00.123456Z"}""".formatted(id, kind, state));
    }

    static CloudEvent declaration(
            String what, UUID id, long sequence, String uscc, String number, boolean own, String state) {
        return event(DECLARATIONS, "cn.quality.standards.declaration." + what + ".v1", id, sequence, """
                {"declarationId": "%s", "uscc": "%s", "standardNumber": "%s", "standardTitle": "示例标准",
                 "ownStandard": %s, "declaredAt": "2026-03-02T01:15:00Z", "state": "%s"}""".formatted(
                        id, uscc, number, own, state));
    }

    static CloudEvent event(String topic, String type, UUID subject, long sequence, String data) {
        return CloudEvent.of(topic, type, subject.toString(), sequence, data)
                .with("time", "2026-03-02T01:15:%02dZ".formatted(sequence % 60))
                .with("partitionkey", subject.toString())
                .with("actor", "publisher");
    }
}

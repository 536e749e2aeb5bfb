package cn.quality.indicator.live;

import cn.quality.testing.CloudEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events as the other services send them. */
final class Events {

    static final String LISTINGS = "quality.credit.listing";
    static final String DECLARATIONS = "quality.standards.declaration";
    static final String STANDARDS = "quality.standards.standard";
    static final String REGISTRIES = "quality.standards.registry";
    static final String RECORDS = "quality.credit.record";

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

    static CloudEvent standard(UUID id, long sequence, String number, String status) {
        return event(STANDARDS, "cn.quality.standards.standard.registered.v1", id, sequence, """
                {"standardId": "%s", "number": "%s", "titleZh": "示例标准", "level": "%s", "status": "%s",
                 "publishedOn": "2026-02-01", "replacedBy": []}""".formatted(
                        id, number, number.startsWith("T/") ? "GROUP" : "NATIONAL", status));
    }

    /** @param fields as JSON; null for an entry that has left */
    static CloudEvent entry(String what, UUID id, long sequence, String kind, String state, @Nullable String fields) {
        return event(REGISTRIES, "cn.quality.standards.registry." + what + ".v1", id, sequence, """
                {"entryId": "%s", "kind": "%s", "state": "%s"%s}""".formatted(
                        id, kind, state, fields == null ? "" : """
                        , "name": "示例条目", "region": "371102", "enteredOn": "2026-03-02", "fields": {%s}""".formatted(fields)));
    }

    static CloudEvent seat(String what, UUID id, long sequence, String committee, String level) {
        return entry(
                what,
                id,
                sequence,
                "TECH_COMMITTEE",
                "ENTERED",
                "\"committee\": \"%s\", \"level\": \"%s\"".formatted(committee, level));
    }

    /** A result of sampling; what is null is left out. */
    record Sampling(
            @Nullable String productKind,
            boolean passed,
            boolean recheck,
            @Nullable String report,
            @Nullable String recheckOf) {

        static Sampling of(@Nullable String productKind, boolean passed) {
            return new Sampling(productKind, passed, false, null, null);
        }

        private String json() {
            return """
                    {"product": "示例产品", "passed": %s, "recheck": %s%s%s%s}""".formatted(
                            passed,
                            recheck,
                            field("productKind", productKind),
                            field("report", report),
                            field("recheckOf", recheckOf));
        }

        private static String field(String name, @Nullable String value) {
            return value == null ? "" : ", \"%s\": \"%s\"".formatted(name, value);
        }
    }

    /** @param sampling null for a result that is not public, or void */
    static CloudEvent inspection(UUID id, long sequence, String occurredOn, @Nullable Sampling sampling) {
        return event(
                RECORDS,
                "cn.quality.credit.record." + (sequence == 1 ? "recorded" : "corrected") + ".v1",
                id,
                sequence,
                """
                {"recordId": "%s", "currentId": "%s", "uscc": "91371199MA3RH00187", "kind": "SAMPLING_RESULT",
                 "department": "日照市市场监督管理局", "occurredOn": "%s", "disclosure": "%s", "region": "371102"%s}""".formatted(
                                id,
                                id,
                                occurredOn,
                                sampling == null ? "GOVERNMENT" : "PUBLIC",
                                sampling == null ? "" : ", \"sampling\": " + sampling.json()));
    }

    static CloudEvent event(String topic, String type, UUID subject, long sequence, String data) {
        return CloudEvent.of(topic, type, subject.toString(), sequence, data)
                .with("time", "2026-03-02T01:15:%02dZ".formatted(sequence % 60))
                .with("partitionkey", subject.toString())
                .with("actor", "publisher");
    }
}

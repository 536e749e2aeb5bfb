package cn.quality.e2e;

import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Fictional things to act upon. Codes carry the region digits 371199, which no real enterprise can have. */
final class Samples {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    /** One decision makes one entry about an enterprise. */
    private static final AtomicInteger DECISIONS = new AtomicInteger(100);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String OFFICE = "日照市市场监督管理局";

    private Samples() {}

    /** A code nobody has used yet: neither another test nor the seeds, whose organisation codes begin with MA3. */
    static String newCode() {
        return UnifiedSocialCreditCode.complete(
                        "91" + FictionalCodes.REGION + "MA9%05d".formatted(NEXT.getAndIncrement()))
                .value();
    }

    static Map<String, Object> enterprise(String uscc, String name) {
        return Map.of(
                "uscc",
                uscc,
                "name",
                name,
                "region",
                "371102",
                "subjectType",
                "LEGAL_PERSON",
                "industry",
                "C13",
                "fields",
                List.of("INDUSTRIAL_PRODUCTION"),
                "fictional",
                true,
                "source",
                Map.of("department", OFFICE, "recordNumber", "E2E-" + uscc));
    }

    /** Registers an enterprise and returns its code. */
    static String registered(Actors actors, String name) {
        var uscc = newCode();
        actors.system("dept-market-supervision")
                .contentType(ContentType.JSON)
                .body(enterprise(uscc, name))
                .post("/api/credit/v1/enterprises")
                .then()
                .statusCode(201);
        return uscc;
    }

    static void renamed(Actors actors, String uscc, String name) {
        actors.system("dept-market-supervision")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "effectiveFrom",
                        "2026-03-02",
                        "reason",
                        "示例：变更登记",
                        "source",
                        Map.of("department", OFFICE, "recordNumber", "E2E-NAME-" + uscc)))
                .post("/api/credit/v1/enterprises/" + uscc + "/names")
                .then()
                .statusCode(201);
    }

    static Map<String, Object> entry(String uscc, String kind) {
        boolean black = kind.equals("BLACK");
        var entry = new HashMap<String, Object>();
        entry.put("uscc", uscc);
        entry.put("kind", kind);
        entry.put("field", "INDUSTRIAL_PRODUCTION");
        entry.put("ground", "示例：用于端到端测试");
        entry.put("legalBasis", black ? "SD-CREDIT" : "CN-PQL-6");
        if (black) {
            entry.put("severity", "GENERAL");
            entry.put("conductEndedOn", "2025-12-01");
        }
        entry.put(
                "decision",
                Map.of(
                        "documentNumber", "日市监示例〔2026〕%d号".formatted(DECISIONS.incrementAndGet()),
                        "decidedOn", "2026-03-02",
                        "authority", OFFICE,
                        "facts", "示例事实",
                        "measures", "示例措施",
                        "removal", "示例：满三个月可申请修复",
                        "remedies", "示例：六十日内可申请行政复议",
                        "basis", "示例办法第五条",
                        "removalProcedure", "示例：向作出决定的机关提交申请书"));
        return entry;
    }

    /** A draft by a case handler; what it answered. */
    static ValidatableResponse drafted(Actors actors, String login, String uscc, String kind) {
        return actors.person(login)
                .contentType(ContentType.JSON)
                .body(entry(uscc, kind))
                .post("/api/credit/v1/listings")
                .then()
                .statusCode(201);
    }

    /** Takes a draft through all that comes before publication; the ETag to publish it upon. */
    static String prepared(Actors actors, ValidatableResponse draft) {
        String id = draft.extract().path("id");
        var etag = draft.extract().header("ETag");
        etag = act(actors, "case-handler", id, "submission", etag, Map.of());
        if ("RED".equals(draft.extract().path("kind"))) {
            return act(
                    actors,
                    "case-approver",
                    id,
                    "public-notice",
                    etag,
                    Map.of("announcedOn", "2026-03-03", "place", "示例门户网站"));
        }
        etag = act(
                actors,
                "case-approver",
                id,
                "notice",
                etag,
                Map.of("documentNumber", "示例告〔2026〕1号", "servedOn", "2026-02-09", "method", "示例"));
        etag = act(actors, "case-handler", id, "defence", etag, Map.of("statedOn", "2026-02-10", "content", "示例：请求从轻"));
        etag = act(actors, "case-approver", id, "decision", etag, Map.of("defenceAnswer", "示例：已在裁量中考虑"));
        return act(
                actors,
                "case-handler",
                id,
                "service",
                etag,
                Map.of("servedOn", "2026-03-03", "method", "示例", "withRepairNotice", true));
    }

    private static String act(Actors actors, String login, String id, String act, String etag, Map<String, ?> content) {
        return actors.person(login)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(content)
                .post("/api/credit/v1/listings/" + id + "/" + act)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    /** An honour that is announced today; the entry's id. */
    static String announced(Actors actors, String uscc) {
        var draft = drafted(actors, "case-handler", uscc, "RED");
        String id = draft.extract().path("id");
        var etag = act(actors, "case-handler", id, "submission", draft.extract().header("ETag"), Map.of());
        act(
                actors,
                "case-approver",
                id,
                "public-notice",
                etag,
                Map.of("announcedOn", LocalDate.now(CHINA).toString(), "place", "示例门户网站"));
        return id;
    }

    /** Drafted by one person, decided by another, published by a third; the entry's id. */
    static String published(Actors actors, String uscc, String kind) {
        var draft = drafted(actors, "case-handler", uscc, kind);
        String id = draft.extract().path("id");
        act(actors, "publisher", id, "publication", prepared(actors, draft), Map.of());
        return id;
    }

    /** A PDF small enough to read. */
    static byte[] pdf() {
        return """
                %PDF-1.7
                1 0 obj <</Type /Catalog>> endobj
                xref
                0 1
                0000000000 65535 f
                trailer <</Size 1 /Root 1 0 R>>
                startxref
                45
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
    }
}

package cn.quality.credit;

import static cn.quality.testing.QuickPaths.given;

import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The service as its users see it: logins, requests, and the sample data a story begins with. */
public final class Credit {

    public static final String BASE = "/api/credit/v1";
    public static final String DEPARTMENT = "日照市市场监督管理局";

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

    /** All tests share one database, and ask for the same before each of thousands. */
    private static volatile boolean referenceDataStored;

    private static volatile boolean lawStored;

    private Credit() {}

    public static Tokens department() {
        return Tokens.of("data-provider")
                .client("dept-market-supervision")
                .region("371100")
                .department(DEPARTMENT);
    }

    public static Tokens handler() {
        return Tokens.of("case-handler").user("zhang").region("371100");
    }

    public static Tokens publisher() {
        return Tokens.of("publisher").user("li").region("371100");
    }

    public static Tokens approver() {
        return Tokens.of("case-approver").user("wang").region("371100");
    }

    public static Tokens auditor() {
        return Tokens.of("auditor").user("audit");
    }

    /** The enterprise itself, by its own login. */
    public static Tokens enterprise(String uscc) {
        return Tokens.of("enterprise").user("enterprise-" + uscc).uscc(uscc);
    }

    public static Tokens administrator() {
        return Tokens.of("administrator").user("root");
    }

    /** A request without a token. */
    public static RequestSpecification anybody() {
        return given().basePath(BASE).accept("application/json, application/x-ndjson, application/problem+json");
    }

    public static RequestSpecification as(Tokens caller) {
        return anybody().auth().oauth2(caller.sign());
    }

    /** A number nobody had before, for codes and record numbers. */
    public static int next() {
        return NUMBERS.incrementAndGet();
    }

    /** Regions, industries, legal bases and the law, as the administrator keeps them. */
    public static void storeReferenceData() {
        if (referenceDataStored) {
            return;
        }
        for (var region : List.of("371100", "371102", "371103")) {
            as(administrator())
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "code",
                            region,
                            "name",
                            "示例区划" + region,
                            "level",
                            region.endsWith("00") ? "CITY" : "COUNTY",
                            "certainty",
                            "D",
                            "source",
                            "GB/T 2260"))
                    .put("regions/" + region)
                    .then()
                    .statusCode(200);
        }
        storeSeeds("industries", catalogue -> catalogue.path("edition").asText());
        storeBasis("TEST-BOTH", "DEPARTMENT_RULE", List.of("BLACK", "RED"));
        storeBasis("TEST-RED", "LOCAL_POLICY", List.of("RED"));
        storeLaw();
        referenceDataStored = true;
    }

    /** The rule packs and calendars of the seeds: the law as the city would load it, also after {@link #lawChanged}. */
    public static void storeLaw() {
        if (lawStored) {
            return;
        }
        storeSeeds("rule-packs", pack -> pack.path("id").asText());
        storeSeeds("calendars", calendar -> calendar.path("year").asText());
        lawStored = true;
    }

    /** Whoever stores another law calls this, so that {@link #storeLaw} puts back that of the seeds. */
    public static void lawChanged() {
        lawStored = false;
    }

    private static void storeSeeds(String what, Function<JsonNode, String> key) {
        try {
            var items = new ObjectMapper()
                    .readTree(Path.of("..", "seeds", "credit", what + ".json").toFile());
            for (var item : items) {
                as(administrator())
                        .contentType(ContentType.JSON)
                        .body(item.toString())
                        .put(what + "/" + key.apply(item))
                        .then()
                        .statusCode(200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void storeBasis(String code, String level, List<String> supports) {
        storeBasis(code, level, supports, List.of());
    }

    /** @param severities classes that it carries; all, when there is none */
    public static void storeBasis(String code, String level, List<String> supports, List<String> severities) {
        as(administrator())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "code", code,
                        "title", "示例依据",
                        "issuer", "示例机关",
                        "level", level,
                        "supports", supports,
                        "severities", severities,
                        "effectiveFrom", "2021-09-01",
                        "certainty", "U",
                        "source", "示例"))
                .put("legal-bases/" + code)
                .then()
                .statusCode(200);
    }

    /** A fictional enterprise in 东港区, not yet sent. */
    public static Map<String, Object> enterprise(int n) {
        var enterprise = new HashMap<String, Object>();
        enterprise.put("uscc", FictionalCodes.fictional(n));
        enterprise.put("name", "日照示例海洋食品" + n + "有限公司");
        enterprise.put("region", "371102");
        enterprise.put("subjectType", "LEGAL_PERSON");
        enterprise.put("industry", "C13");
        enterprise.put("fields", List.of("INDUSTRIAL_PRODUCTION"));
        enterprise.put("registeredOn", "2020-05-06");
        enterprise.put("address", "日照市东港区示例路1号");
        enterprise.put("fictional", true);
        enterprise.put("source", source("E-" + n));
        return enterprise;
    }

    public static Map<String, Object> source(String number) {
        return Map.of("department", DEPARTMENT, "recordNumber", number);
    }

    /** Registers a new enterprise and answers its code. */
    public static String registered() {
        return registered(Map.of());
    }

    /** Registers a new enterprise that differs from the sample in these fields. */
    public static String registered(Map<String, ?> different) {
        var enterprise = enterprise(next());
        enterprise.putAll(different);
        post(department(), "enterprises", enterprise).then().statusCode(201);
        return String.valueOf(enterprise.get("uscc"));
    }

    public static Map<String, Object> record(String uscc, int n) {
        var record = new HashMap<String, Object>();
        record.put("uscc", uscc);
        record.put("kind", "HONOUR");
        record.put("title", "示例市长质量奖");
        record.put("occurredOn", "2025-11-01");
        record.put("disclosure", "PUBLIC");
        record.put("details", Map.of("award", "MAYOR_QUALITY_AWARD", "level", "CITY", "round", "第一届"));
        record.put("source", source("R-" + n));
        return record;
    }

    /** A proposal with a complete decision. */
    public static Map<String, Object> proposal(String uscc, String kind) {
        var proposal = new HashMap<String, Object>();
        proposal.put("uscc", uscc);
        proposal.put("kind", kind);
        proposal.put("field", "INDUSTRIAL_PRODUCTION");
        proposal.put("ground", "示例事由");
        proposal.put("legalBasis", "TEST-BOTH");
        if (kind.equals("BLACK")) {
            proposal.put("severity", "GENERAL");
            proposal.put("conductEndedOn", "2025-12-01");
        }
        proposal.put(
                "decision",
                Map.of(
                        "documentNumber", "示例〔2026〕" + next() + "号",
                        "decidedOn", "2026-01-05",
                        "authority", DEPARTMENT,
                        "facts", "示例事实",
                        "measures", "示例措施",
                        "removal", "满一年可申请信用修复",
                        "remedies", "六十日内可申请行政复议",
                        "basis", "示例办法第五条",
                        "removalProcedure", "向作出决定的机关提交申请书与整改证明"));
        return proposal;
    }

    /** A part of a proposal's decision. */
    @SuppressWarnings("unchecked") // as it was put together above
    public static <T> T decision(Map<String, ?> proposal, String part) {
        var decision = (Map<String, ?>) Objects.requireNonNull(proposal.get("decision"));
        return (T) Objects.requireNonNull(decision.get(part));
    }

    /** A proposal's decision with another part. */
    @SuppressWarnings("unchecked") // as it was put together above
    public static Map<String, Object> decisionWith(Map<String, ?> proposal, String part, Object value) {
        var decision = new HashMap<>((Map<String, Object>) Objects.requireNonNull(proposal.get("decision")));
        decision.put(part, value);
        return decision;
    }

    /** A fictional code whose last character is another. */
    public static String irregularCode() {
        var code = FictionalCodes.fictional(next());
        int right = UnifiedSocialCreditCode.ALPHABET.indexOf(code.charAt(17));
        return code.substring(0, 17) + UnifiedSocialCreditCode.ALPHABET.charAt((right + 1) % 31);
    }

    public static Response post(Tokens caller, String path, Object body) {
        return as(caller).contentType(ContentType.JSON).body(body).post(path);
    }

    /** Drafts an entry and answers its id. */
    public static String drafted(String uscc, String kind) {
        var draft = post(handler(), "listings", proposal(uscc, kind));
        draft.then().statusCode(201);
        return draft.path("id");
    }

    /** An act on an entry as it is now. */
    public static Response act(Tokens caller, String id, String act, Map<String, ?> body) {
        return as(caller)
                .contentType(ContentType.JSON)
                .header("If-Match", etag(id))
                .body(body)
                .post("listings/" + id + "/" + act);
    }

    /** What the office would send as If-Match now. */
    public static String etag(String id) {
        return as(auditor()).get("listings/" + id).header("ETag");
    }

    /** Takes a fresh draft through all that comes before publication, on papers of last winter. */
    public static void prepare(String id) {
        boolean black = "BLACK".equals(as(auditor()).get("listings/" + id).path("kind"));
        act(handler(), id, "submission", Map.of()).then().statusCode(200);
        if (black) {
            act(
                            approver(),
                            id,
                            "notice",
                            Map.of("documentNumber", "示例告〔2025〕1号", "servedOn", "2025-12-15", "method", "示例直接送达"))
                    .then()
                    .statusCode(200);
            act(handler(), id, "lapse", Map.of()).then().statusCode(200);
            act(approver(), id, "decision", Map.of()).then().statusCode(200);
            act(
                            handler(),
                            id,
                            "service",
                            Map.of("servedOn", "2026-01-07", "method", "示例直接送达", "withRepairNotice", true))
                    .then()
                    .statusCode(200);
        } else {
            act(approver(), id, "public-notice", Map.of("announcedOn", "2026-01-06", "place", "示例门户网站"))
                    .then()
                    .statusCode(200);
        }
    }

    /** Takes a fresh draft the whole way and answers the answer to its publication. */
    public static Response publish(String id) {
        prepare(id);
        return act(publisher(), id, "publication", Map.of("announcement", "示例第一批"));
    }

    /** Drafts and publishes an entry, and answers its id. */
    public static String published(String uscc, String kind) {
        var id = drafted(uscc, kind);
        publish(id).then().statusCode(200);
        return id;
    }

    /** Sends lines as a batch, and answers the answers. */
    public static List<Map<String, Object>> batch(Tokens caller, String path, List<String> lines) {
        var answer = as(caller)
                .header("Content-Type", "application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post(path);
        answer.then().statusCode(200).contentType("application/x-ndjson");
        var answers = new ArrayList<Map<String, Object>>();
        answer.asString()
                .lines()
                .forEach(line ->
                        answers.add(io.restassured.path.json.JsonPath.from(line).getMap("")));
        return answers;
    }
}

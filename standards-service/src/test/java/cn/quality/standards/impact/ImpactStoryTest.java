package cn.quality.standards.impact;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.standards.suite.Http.official;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import cn.quality.standards.schema.Contracts;
import cn.quality.standards.suite.Fictional;
import cn.quality.testing.CloudEvent;
import cn.quality.testing.EventBroker;
import cn.quality.testing.MovedClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A standard ends, and those who follow it are told; over HTTP, with the jobs run by hand. */
@StandardsTest
class ImpactStoryTest {

    @Inject
    ImpactService impact;

    @Inject
    Jdbc sql;

    @AfterEach
    void theClockGoesBack() {
        MovedClock.back();
    }

    @Test
    void whoFollowsAStandardIsToldOnTheDayItEndsAndNotBefore() throws Exception {
        var old = enter(edition("GB 71001-2009"));
        var first = known("日照示例海藻有限公司", "371102");
        var second = known("莒县示例果蔬有限公司", "371122");
        var declared = declare(first, "Q/RZIMP 001-2024", "GB 71001-2009");
        declare(second, "Q/RZIMP 001-2024", "GB 71001-2009");
        declare(second, "Q/RZIMP 002-2024", "GB 71001-2009");
        dependants(old)
                .body("effect", equalTo("NONE"))
                .body("latest", empty())
                .body("counts.standards", equalTo(0))
                .body("counts.declarations", equalTo(3))
                .body("counts.enterprises", equalTo(2));

        var ends = MovedClock.today().plusDays(30);
        var next = enter(with(edition("GB 71001-2019", ends), "replaces", List.of("GB 71001-2009")));
        job(old).body("items.find { it.standard.id == '%s' }.state".formatted(old), equalTo("WAITING"))
                .body("items.find { it.standard.id == '%s' }.dueOn".formatted(old), equalTo(ends.toString()));
        runJobs();
        notices(first).body("items", empty());
        MovedClock.to(ends.minusDays(1));
        runJobs();
        notices(first).body("items", empty());

        MovedClock.to(ends);
        notices(first).body("items", empty());
        runJobs();
        runJobs();
        var notice = notices(first)
                .body("items.effect", contains("OVERDUE"))
                .body("items[0].declaration.id", equalTo(declared))
                .body("items[0].declaration.enterpriseName", equalTo("日照示例海藻有限公司"))
                .body("items[0].followed", equalTo("GB 71001-2009"))
                .body("items[0].standard.status", equalTo("REPLACED"))
                .body("items[0].since", equalTo(ends.toString()))
                .body("items[0].successors.number", contains("GB 71001-2019"))
                .body("items[0]", not(hasKey("clearedAt")))
                .extract()
                .<String>path("items[0].id");
        notices(second).body("items", hasSize(2));
        job(old).body("items.find { it.standard.id == '%s' }.state".formatted(old), equalTo("DONE"))
                .body("items.find { it.standard.id == '%s' }.seen".formatted(old), equalTo(3))
                .body("items.find { it.standard.id == '%s' }.noted".formatted(old), equalTo(3))
                .body("items.find { it.standard.id == '%s' }.dependants.enterprises".formatted(old), equalTo(2));
        dependants(old).body("effect", equalTo("OVERDUE")).body("latest.number", contains("GB 71001-2019"));
        // Of the new edition those depend as well that still follow the old one.
        dependants(next)
                .body("counts.declarations", equalTo(3))
                .body("items.findAll { it.kind == 'DECLARATION' }.through.unique()", contains("GB 71001-2009"));

        await().untilAsserted(() ->
                assertThat(EventBroker.about(NoticeEvent.TOPIC, notice)).hasSize(1));
        var event = EventBroker.about(NoticeEvent.TOPIC, notice).getFirst();
        var data = new ObjectMapper().readTree(event.data());
        Contracts.check(event.type(), data);
        assertThat(data.get("uscc").asText()).isEqualTo(first);
        assertThat(data.get("successors").get(0).asText()).isEqualTo("GB 71001-2019");

        whoMayRead(first, second);
        anEnterpriseThatIsGoneHasNothingToUpdate(second);
    }

    /** A named enterprise's notice is for it and for officials of its region. */
    private static void whoMayRead(String first, String second) {
        refused(anyone().get("update-notices").then(), 401, "unauthenticated");
        refused(
                enterprise(first)
                        .queryParam("uscc", second)
                        .get("update-notices")
                        .then(),
                403,
                "forbidden");
        official("case-handler", "371102")
                .get("update-notices")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .body("items.declaration.uscc", hasItem(first))
                .body("items.declaration.uscc", not(hasItem(second)));
        refused(
                official("case-handler", "371102")
                        .queryParam("region", "371122")
                        .get("update-notices")
                        .then(),
                403,
                "foreign-region");
        official("city-reviewer", "371100")
                .queryParam("effect", "OVERDUE")
                .queryParam("limit", 200)
                .get("update-notices")
                .then()
                .body("items.declaration.uscc", hasItem(second));
    }

    private void anEnterpriseThatIsGoneHasNothingToUpdate(String uscc) {
        enterpriseEvent(uscc, "莒县示例果蔬有限公司", "371122", "closed", "CLOSED", 9);
        await().untilAsserted(() ->
                anyone().queryParam("uscc", uscc).get("declarations").then().body("items", empty()));
        runJobs();
        notices(uscc).body("items", empty());
        official("auditor", "371100")
                .queryParam("uscc", uscc)
                .queryParam("cleared", true)
                .get("update-notices")
                .then()
                .body("items.clearedAs", contains("DECLARATION_ENDED", "DECLARATION_ENDED"));
    }

    /** While the old edition may still be used, nothing is overdue. */
    @Test
    void inATransitionNothingIsOverdue() {
        var ends = MovedClock.today().plusDays(60);
        enter(with(edition("GB 71002-2009"), "abolishedOn", ends.toString()));
        var uscc = Fictional.uscc();
        declare(uscc, "Q/RZIMP 003-2024", "GB 71002-2009");
        enter(with(edition("GB 71002-2019", MovedClock.today()), "replaces", List.of("GB 71002-2009")));
        runJobs();
        notices(uscc).body("items", empty());
        MovedClock.to(ends);
        runJobs();
        notices(uscc).body("items.followed", contains("GB 71002-2009"));
    }

    @Test
    void replacedInPartIsAHintAndNothingIsOverdue() {
        var old = enter(edition("GB 71003-2009"));
        var uscc = Fictional.uscc();
        declare(uscc, "Q/RZIMP 004-2024", "GB 71003-2009");
        enter(with(edition("GB 71004-2019"), "replacesInPart", List.of("GB 71003-2009")));
        runJobs();
        notices(uscc)
                .body("items.effect", contains("HINT"))
                .body("items[0].standard.status", equalTo("IN_FORCE"))
                .body("items[0].since", nullValue());
        dependants(old).body("effect", equalTo("HINT"));
        official("auditor", "371100")
                .queryParam("uscc", uscc)
                .queryParam("effect", "OVERDUE")
                .get("update-notices")
                .then()
                .body("items", empty());

        // What is then replaced as a whole is overdue, and hinted at no more.
        enter(with(edition("GB 71003-2019"), "replaces", List.of("GB 71003-2009")));
        runJobs();
        notices(uscc).body("items.effect", contains("OVERDUE"));
    }

    /** Mandatory before 2017, recommended since, the same edition: nobody has to do anything. */
    @Test
    void aNewNumberOfTheSameEditionOutdatesNobody() {
        var former = List.of(Map.of("number", "GB 71005-2000", "until", "2017-03-23"));
        var id = enter(with(edition("GB/T 71005-2000"), "formerNumbers", former));
        var uscc = Fictional.uscc();
        declare(uscc, "Q/RZIMP 005-2024", "GB 71005-2000");
        enter(with(with(edition("GB/T 71005-2000"), "formerNumbers", former), "source", "测试：更正"));
        runJobs();
        notices(uscc).body("items", empty());
        dependants(id)
                .body("effect", equalTo("NONE"))
                .body("items.findAll { it.kind == 'DECLARATION' }.through", contains("GB 71005-2000"));

        // Once the edition is replaced, its former number is followed no less.
        enter(with(edition("GB/T 71005-2020"), "replaces", List.of("GB/T 71005-2000")));
        runJobs();
        notices(uscc).body("items.followed", contains("GB 71005-2000"));
    }

    /** C says it replaces A and B, and B had already replaced A: affected once, and no circle. */
    @Test
    void whoIsAffectedIsCountedOnce() {
        var a = enter(edition("GB 71006-1999"));
        var uscc = Fictional.uscc();
        var declared = declare(uscc, "Q/RZIMP 006-2024", "GB 71006-1999");
        enter(with(edition("GB 71006-2009"), "replaces", List.of("GB 71006-1999")));
        var c = enter(with(edition("GB 71006-2019"), "replaces", List.of("GB 71006-1999", "GB 71006-2009")));
        dependants(c)
                .body("items.kind", contains("DECLARATION", "PRODUCT", "ENTERPRISE"))
                .body("items[0].declaration.id", equalTo(declared))
                .body("items[0].direct", equalTo(true))
                .body("counts.declarations", equalTo(1))
                .body("counts.products", equalTo(1))
                .body("counts.enterprises", equalTo(1));
        dependants(a).body("latest.number", contains("GB 71006-2019"));
        runJobs();
        notices(uscc)
                .body("items.declaration.id", contains(declared))
                .body("items[0].successors.number", contains("GB 71006-2019"));
    }

    /** A dated citation is of that edition; an undated one means the edition in force, so it moves by itself and is never outdated. */
    @Test
    void whoCitesItDependsOnItAndSoDoesWhoFollowsThat() {
        var old = enter(edition("GB 71011-2009"));
        enter(with(edition("GB 71012-2010"), "cites", List.of("GB 71011-2009")));
        enter(with(edition("GB 71013-2010"), "cites", List.of("GB 71011")));
        var uscc = Fictional.uscc();
        var declared = declare(uscc, "Q/RZIMP 013-2024", "GB 71012-2010");
        dependants(old)
                .body("counts.standards", equalTo(2))
                .body("counts.declarations", equalTo(1))
                .body(
                        "items.findAll { it.kind == 'STANDARD' }.collect { it.standard.number + ' ' + it.through + ' ' + it.direct }",
                        contains("GB 71012-2010 GB 71011-2009 true", "GB 71013-2010 GB 71011 true"))
                .body(
                        "items.findAll { it.kind == 'DECLARATION' }.collect { it.declaration.id + ' ' + it.through + ' ' + it.direct }",
                        contains(declared + " GB 71012-2010 false"));

        var next = enter(with(edition("GB 71011-2019"), "replaces", List.of("GB 71011-2009")));
        dependants(old).body("items.findAll { it.kind == 'STANDARD' }.standard.number", contains("GB 71012-2010"));
        dependants(next).body("items.findAll { it.kind == 'STANDARD' }.through", contains("GB 71011-2009", "GB 71011"));
        runJobs();
        // It follows a standard in force; which edition that one cites is not its matter.
        notices(uscc).body("items", empty());
        job(old).body("items.find { it.standard.id == '%s' }.dependants.standards".formatted(old), equalTo(1))
                .body("items.find { it.standard.id == '%s' }.noted".formatted(old), equalTo(0));
    }

    @Test
    void aProductDeclaredTwiceIsOneProductAndPagesGoOnWhereTheyStopped() {
        var id = enter(edition("GB 71007-2009"));
        var uscc = Fictional.uscc();
        declare(uscc, "Q/RZIMP 007-2024", "GB 71007-2009");
        declare(uscc, "Q/RZIMP 008-2024", "GB 71007-2009");
        var all = dependants(id)
                .body("counts.declarations", equalTo(2))
                .body("counts.products", equalTo(1))
                .extract()
                .<List<Map<String, Object>>>path("items");
        var paged = new ArrayList<Map<String, Object>>();
        var after = "";
        do {
            var page = anyone().queryParam("limit", 1)
                    .queryParam("after", after)
                    .get("standards/" + id + "/dependants")
                    .then()
                    .statusCode(200)
                    .body("counts.declarations", equalTo(2))
                    .extract();
            paged.addAll(page.<List<Map<String, Object>>>path("items"));
            after = page.path("next");
        } while (after != null);
        assertThat(paged).isEqualTo(all).hasSize(4);
        anyone().queryParam("kind", "ENTERPRISE")
                .get("standards/" + id + "/dependants")
                .then()
                .body("items.kind", contains("ENTERPRISE"))
                .body("items[0].enterprise.uscc", equalTo(uscc));
        refused(
                anyone().queryParam("kind", "PEOPLE")
                        .get("standards/" + id + "/dependants")
                        .then(),
                400,
                "invalid-argument");
        refused(anyone().get("standards/" + uuid() + "/dependants").then(), 404, "not-found");
    }

    /** A wrong statement that is corrected leaves nobody with a notice. */
    @Test
    void whatWasStatedByMistakeIsTakenBack() {
        enter(edition("GB 71008-2009"));
        var uscc = Fictional.uscc();
        declare(uscc, "Q/RZIMP 009-2024", "GB 71008-2009");
        enter(with(edition("GB 71008-2009"), "status", "ABOLISHED"));
        runJobs();
        var notice = notices(uscc)
                .body("items.effect", contains("OVERDUE"))
                .body("items[0].since", nullValue())
                .extract()
                .<String>path("items[0].id");
        enter(edition("GB 71008-2009"));
        runJobs();
        notices(uscc).body("items", empty());
        await().untilAsserted(() -> assertThat(EventBroker.about(NoticeEvent.TOPIC, notice))
                .extracting(CloudEvent::type)
                .containsExactly("cn.quality.standards.impact.noted.v1", "cn.quality.standards.impact.cleared.v1"));
        assertThat(sql.query("select act from decision_log where subject_id = ?", row -> row.getString(1), notice))
                .containsExactly("impact.clear");
    }

    /** The job of a process that died goes on behind the last declaration it had looked at. */
    @Test
    void aJobGoesOnWhereADeadProcessStopped() {
        var id = enter(edition("GB 71009-2009"));
        var uscc = Fictional.uscc();
        declare(uscc, "Q/RZIMP 010-2024", "GB 71009-2009");
        var seen = declare(uscc, "Q/RZIMP 011-2024", "GB 71009-2009");
        var unseen = declare(uscc, "Q/RZIMP 012-2024", "GB 71009-2009");
        enter(with(edition("GB 71009-2009"), "status", "ABOLISHED"));
        sql.update("""
                update impact_job set state = 'RUNNING', effect = 'OVERDUE', standards = 0, declarations = 3, products = 1,
                  enterprises = 1, started_at = now(), seen = 2, passed = ?::uuid where standard_id = ?::uuid""", seen, id);
        runJobs();
        notices(uscc).body("items.declaration.id", contains(unseen));
        job(id).body("items.find { it.standard.id == '%s' }.seen".formatted(id), equalTo(3))
                .body("items.find { it.standard.id == '%s' }.noted".formatted(id), equalTo(1));

        // What such a process has not written at all is found by looking for it.
        impact.lookForMissed();
        runJobs();
        notices(uscc).body("items", hasSize(3));
        impact.lookForMissed();
        assertThat(impact.tellNext()).isFalse();
    }

    @Test
    void nobodyDependsOnItNothingIsScheduled() {
        var id = enter(edition("GB 71010-2009"));
        enter(with(edition("GB 71010-2019"), "replaces", List.of("GB 71010-2009")));
        assertThat(sql.query("select 1 from impact_job where standard_id = ?::uuid", row -> row.getInt(1), id))
                .isEmpty();
    }

    private void runJobs() {
        while (impact.tellNext()) {
            // until there is none
        }
        while (impact.clear()) {
            // until there is none
        }
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private static String enter(Map<String, Object> body) {
        return administrator().body(body).post("standards").then().extract().path("id");
    }

    private static Map<String, Object> edition(String number) {
        return edition(number, LocalDate.of(2009, 6, 1));
    }

    private static Map<String, Object> edition(String number, LocalDate implemented) {
        var body = new HashMap<>(standard(number, "影响试验", "NATIONAL", "IN_FORCE"));
        body.put("publishedOn", "2009-01-01");
        body.put("implementedOn", implemented.toString());
        return body;
    }

    private static String declare(String uscc, String number, String... executes) {
        return enterprise(uscc)
                .body(declaration(number, executes))
                .post("declarations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse dependants(String id) {
        return anyone().get("standards/" + id + "/dependants").then().statusCode(200);
    }

    private static ValidatableResponse notices(String uscc) {
        return enterprise(uscc).get("update-notices").then().statusCode(200);
    }

    private static ValidatableResponse job(String standard) {
        return official("auditor", "371100")
                .queryParam("limit", 200)
                .get("impact-jobs")
                .then()
                .statusCode(200)
                .body("items.standard.id", hasItem(standard));
    }

    /** A registered enterprise, once its event has come. */
    private static String known(String name, String region) {
        var uscc = Fictional.uscc();
        enterpriseEvent(uscc, name, region, "registered", "ACTIVE", 1);
        await().untilAsserted(() -> anyone().get("enterprises/" + uscc).then().body("name", equalTo(name)));
        return uscc;
    }

    private static void enterpriseEvent(
            String uscc, String name, String region, String act, String status, long sequence) {
        EventBroker.send(CloudEvent.of(
                "quality.credit.enterprise",
                "cn.quality.credit.enterprise." + act + ".v1",
                uscc,
                sequence,
                Map.of("uscc", uscc, "name", name, "region", region, "status", status, "subjectType", "LEGAL_PERSON")));
    }
}

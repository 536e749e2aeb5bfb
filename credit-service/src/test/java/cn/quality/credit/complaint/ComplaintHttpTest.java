package cn.quality.credit.complaint;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.registered;
import static cn.quality.credit.complaint.Complaints.form;
import static cn.quality.credit.complaint.Complaints.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.credit.complaint.Complaints.Mine;
import cn.quality.credit.evidence.Samples;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.RolesInTheTable;
import cn.quality.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may file, follow, see and do what; and what comes of everything that is wrong. */
@CreditTest
class ComplaintHttpTest {

    private static final List<String> HANDLERS_ACTS = List.of(
            "acceptance",
            "refusal",
            "transfer",
            "handling",
            "appraisal",
            "appraisal-end",
            "mediation-end",
            "check",
            "case-opening",
            "case-declining",
            "takeover",
            "subject",
            "release",
            "answer",
            "closing");
    private static final List<String> APPROVERS_ACTS = List.of("extension", "confirmation", "return");

    @Inject
    Jdbc sql;

    @Inject
    MaintenanceService maintenance;

    @BeforeEach
    void ground() {
        Complaints.storeGround();
    }

    @AfterEach
    void backToNow() {
        MovedClock.back();
    }

    // --- filing

    @Test
    void aReceiptTellsTheSecretOnceAndTheOffice() {
        Complaints.file(form("REPORT"))
                .then()
                .statusCode(201)
                .header("Location", not(equalTo(null)))
                .body("receipt", matchesPattern("RZ\\d{8}-\\d{6,}-\\d"))
                .body("secret", matchesPattern("([0-9A-Z]{4}-){4}[0-9A-Z]{4}"))
                .body("office", equalTo(Complaints.COUNTY_OFFICE))
                .body("due", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLAINT, contact.address contact.name contact.phone happenedOn wish",
        "RECALL, contact.name contact.phone recall",
        "MAJOR_ACCIDENT, accident contact.name contact.phone",
        "PRODUCT_INJURY, happenedOn injury",
    })
    void eachKindNamesWhatItNeeds(String kind, String missing) {
        var form = form(kind);
        List.of("contact", "wish", "happenedOn", "recall", "accident", "injury").forEach(form::remove);

        var answer = Complaints.file(form);

        answer.then().statusCode(400).body("code", equalTo("invalid-argument"));
        assertThat(answer.<List<String>>path("violations.field")).containsExactly(missing.split(" ", -1));
    }

    @Test
    void aReportMayComeWithoutAName() {
        var form = form("REPORT");
        form.remove("contact");

        Complaints.file(form).then().statusCode(201);
    }

    @Test
    void whatIsWrongInAFormIsNamed() {
        var form = form("REPORT");
        form.put("narrative", "太短");
        form.put("contact", Map.of("phone", "abc", "email", "nobody"));
        Complaints.file(form)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("narrative", "contact.phone", "contact.email"));

        var misplaced = form("COMPLAINT");
        misplaced.put("injury", Map.of("severity", "SLIGHT", "product", "示例"));
        misplaced.put("happenedOn", MovedClock.today().plusDays(1).toString());
        misplaced.remove("enterpriseName");
        Complaints.file(misplaced)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("injury", "happenedOn", "enterpriseName"));

        var unknown = form("REPORT");
        unknown.put("region", "379999");
        Complaints.file(unknown).then().statusCode(422).body("code", equalTo("unknown-region"));
        unknown.put("region", "371102");
        unknown.put("uscc", "91371199MA3RH00188");
        Complaints.file(unknown).then().statusCode(400).body("code", equalTo("invalid-uscc"));
        unknown.put("narrative", "长".repeat(600_000));
        Complaints.file(unknown).then().statusCode(413);
    }

    /** Whether an enterprise is on file is no concern of who complains: the office finds out which one it is. */
    @Test
    void aCodeThatIsNotOnFileIsTakenAndTheOfficeIdentifies() {
        var form = form("COMPLAINT");
        var code = FictionalCodes.fictional(Credit.next());
        form.put("uscc", code);
        form.remove("enterpriseName");

        var mine = Mine.filed(form);
        mine.desk().then().body("uscc", nullValue()).body("enterpriseName", equalTo("未登记企业（" + code + "）"));
        var registered = registered();
        mine.by(handler(), "subject", Map.of("uscc", registered))
                .then()
                .statusCode(200)
                .body("uscc", equalTo(registered));
    }

    /** It stands on the certificate, so whoever complains of the enterprise has nothing else to copy. */
    @Test
    void aCodeThatDoesNotCheckIsTakenWhereItIsOnFile() {
        var form = form("COMPLAINT");
        var code = Credit.irregularCode();
        form.put("uscc", code);
        Complaints.file(form).then().statusCode(400).body("code", equalTo("invalid-uscc"));

        var enterprise = Credit.enterprise(Credit.next());
        enterprise.put("uscc", code);
        enterprise.put("irregularReason", "示例：证照原件所载即为此代码");
        Credit.post(Credit.department(), "enterprises", enterprise).then().statusCode(201);
        Mine.filed(form).desk().then().body("uscc", equalTo(code));
    }

    @Test
    void aCodeThatIsNotOnFileIsKeptBesideTheName() {
        var form = form("REPORT");
        var code = FictionalCodes.fictional(Credit.next());
        form.put("uscc", code);

        Mine.filed(form)
                .desk()
                .then()
                .body("uscc", nullValue())
                .body("enterpriseName", equalTo("日照示例海鲜店（" + code + "）"));
    }

    @Test
    void nobodyFilesWithAName() {
        as(Tokens.of("enterprise").user("boss").uscc(registered()))
                .contentType(ContentType.JSON)
                .body(form("REPORT"))
                .post("complaints")
                .then()
                .statusCode(400)
                .body("code", equalTo("token-not-wanted"));
    }

    @Test
    void theSameKeyGivesTheSameReceiptAndANewSecretUntilOneIsUsed() {
        var key = UUID.randomUUID().toString();
        var form = form("COMPLAINT");
        var first = keyed(key, form);
        first.then().statusCode(201);
        String receipt = first.path("receipt");

        var again = keyed(key, form);
        again.then().statusCode(200).body("receipt", equalTo(receipt)).body("secret", notNullValue());
        assertThat(again.<String>path("secret")).isNotEqualTo(first.path("secret"));
        new Mine(receipt, first.path("secret")).follow().then().statusCode(404);
        new Mine(receipt, again.path("secret")).follow().then().statusCode(200);

        keyed(key, form)
                .then()
                .statusCode(200)
                .body("receipt", equalTo(receipt))
                .body("secret", nullValue());
        form.put("wish", "换货");
        keyed(key, form).then().statusCode(409).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void theSameWordsOfTheSamePersonWithinADayAreADuplicate() {
        var form = form("COMPLAINT");
        var mine = Mine.filed(form);
        Complaints.file(form).then().statusCode(409).body("code", equalTo("duplicate-complaint"));

        var others = new HashMap<>(form);
        others.put("contact", Map.of("name", "示例他人", "phone", "13700000000", "address", "示例路2号"));
        Mine.filed(others).desk().then().body("sameTextAs", equalTo(mine.receipt()));

        MovedClock.forward(Duration.ofHours(25));
        Complaints.file(form).then().statusCode(201);
    }

    /** Whom nobody knows cannot be the same person twice. */
    @Test
    void twoReportsWithoutANameAreTwoPersonsHoweverAlikeTheirWords() {
        var form = form("REPORT");
        for (var nobody : new Object[] {null, Map.of()}) {
            if (nobody == null) {
                form.remove("contact");
            } else {
                form.put("contact", nobody);
            }
            form.put("narrative", "示例第" + Credit.next() + "号：无名举报，店内有异味");
            var first = Mine.filed(form);
            var second = Mine.filed(form);

            assertThat(second.receipt()).isNotEqualTo(first.receipt());
            second.desk().then().body("sameTextAs", equalTo(first.receipt()));
        }
    }

    @Test
    void twoOfTheSameAtOnceAreOne() throws Exception {
        var form = form("COMPLAINT");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(IntStream.range(0, 4)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> Complaints.file(form).statusCode())
                    .toList());
            var codes = Stream.<Integer>builder();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes.build()).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void aComplaintGoesToTheOfficeOfItsRegionAndField() {
        var form = form("REPORT");
        form.put("field", "CONSTRUCTION");
        Mine.filed(form).desk().then().body("office.name", equalTo("日照市住房和城乡建设局"));
        var elsewhere = form("REPORT");
        elsewhere.put("region", "371103");
        Mine.filed(elsewhere).desk().then().body("office.name", equalTo(Complaints.CITY_OFFICE));
    }

    // --- following

    @ParameterizedTest
    @ValueSource(strings = {"AAAA-AAAA-AAAA-AAAA-AAAA", "x"})
    void aWrongSecretAndAnUnknownNumberAreAnsweredAlike(String secret) {
        var mine = new Mine(Mine.filed("REPORT").receipt(), secret);
        var nobodys = new Mine(
                Receipt.of("RZ", LocalDate.of(2020, 1, 1), Credit.next()).value(), secret);

        for (var one : List.of(mine, nobodys)) {
            one.follow().then().statusCode(404).body("detail", equalTo("回执编号与查询密码不符"));
            one.post("additions", Map.of("words", "示例")).then().statusCode(404);
            one.withdraw().then().statusCode(404);
        }
        anybody().get("complaints/" + mine.receipt()).then().statusCode(401);
        anybody().get("complaints/" + nobodys.receipt()).then().statusCode(401);
    }

    @Test
    void aSlipInTheNumberIsToldApart() {
        var receipt = Mine.filed("REPORT").receipt();
        char last = receipt.charAt(receipt.length() - 1);
        var slip = receipt.substring(0, receipt.length() - 1) + (last == '9' ? '0' : (char) (last + 1));

        anybody()
                .header("Complaint-Secret", "x")
                .get("complaints/" + slip)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-receipt"));
    }

    /** The guesser is shut out, from every receipt; the complainant, who comes from elsewhere, never. */
    @Test
    void whoTriesTooManySecretsIsShutOutAndNobodyElse() {
        var mine = Mine.filed("REPORT");
        var another = Mine.filed("REPORT");
        for (int i = 0; i < 10; i++) {
            guess(i % 2 == 0 ? mine : another, "198.51.100.7").then().statusCode(404);
        }

        guess(mine, "198.51.100.7")
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-attempts"))
                .header("Retry-After", matchesPattern("8[89][0-9]|900"));
        // Not even with a right secret.
        Complaints.from("198.51.100.7")
                .header("Complaint-Secret", another.secret())
                .get("complaints/" + another.receipt())
                .then()
                .statusCode(429);
        mine.follow().then().statusCode(200);
        guess(mine, "198.51.100.8").then().statusCode(404);

        MovedClock.forward(Duration.ofMinutes(10));
        guess(mine, "198.51.100.7").then().statusCode(429).header("Retry-After", matchesPattern("2[89][0-9]|300"));
        MovedClock.forward(Duration.ofMinutes(6));
        guess(mine, "198.51.100.7").then().statusCode(404);
    }

    /** Who has one IPv6 address has a network of them. */
    @Test
    void anotherAddressOfTheSameNetworkIsTheSameGuesser() {
        var mine = Mine.filed("REPORT");
        for (int i = 0; i < 10; i++) {
            guess(mine, "2001:db8:1:2::" + i).then().statusCode(404);
        }

        guess(mine, "2001:db8:1:2:ffff::1").then().statusCode(429);
        guess(mine, "2001:db8:1:3::1").then().statusCode(404);
        assertThat(sql.query("select guesser from complaint_attempt", row -> row.getString(1)))
                .allMatch(guesser -> guesser.matches("[0-9a-f]{64}"));
    }

    private static Response guess(Mine whose, String address) {
        return Complaints.from(address).header("Complaint-Secret", "wrong").get("complaints/" + whose.receipt());
    }

    @Test
    void anAnonymousWriteLeavesNoNameInTheDecisionLog() {
        var mine = Mine.filed("COMPLAINT");
        mine.post("additions", Map.of("words", "我是示例投诉人，补充电话13900007777"))
                .then()
                .statusCode(200);

        assertThat(sql.query(
                        "select actor || '/' || act || '/' || reason from decision_log where subject_id = ? order by number",
                        row -> row.getString(1),
                        mine.receipt()))
                .containsExactly("system/complaint.file/", "system/complaint.add/");
    }

    // --- secrecy

    @Test
    void theDatabaseAloneDoesNotTellTheComplainant() {
        var mine = Mine.filed("COMPLAINT");
        mine.post("additions", Map.of("words", "补充：我的身份证号371102199001011234"))
                .then()
                .statusCode(200);

        var everything = Stream.of(
                        "select c::text from complaint c where receipt = ?",
                        "select s.sealed from complaint_sealed s join complaint c on c.id = s.complaint_id where receipt = ?",
                        "select a::text from complaint_act a join complaint c on c.id = a.complaint_id where receipt = ?",
                        "select d::text from decision_log d where subject_id = ?",
                        "select o.data::text from outbox o join complaint c on o.subject = c.id::text where receipt = ?")
                .flatMap(query -> sql.query(query, row -> row.getString(1), mine.receipt()).stream())
                .toList();
        assertThat(everything)
                .hasSizeGreaterThan(5)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(Complaints.PHONE, "13900005678", "示例投诉人", "示例路1号", "sample@example.com")
                        .doesNotContain("371102199001011234", mine.secret()));
        assertThat(sql.query("select key || fingerprint from idempotency", row -> row.getString(1)))
                .noneMatch(text -> text.contains(Complaints.PHONE));
        // The office reads it blotted, the assigned handler as it was written.
        mine.desk().then().body("narrative", matchesPattern("示例第\\d+号：购买的干贝有异味，店员电话＊＊＊，商家拒绝退货"));
        mine.then(handler(), "acceptance");
        look(mine, handler(), "电话核实")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .body("filed.contact.name", equalTo("示例投诉人"))
                .body("filed.narrative", matchesPattern(".*13900005678.*"))
                .body("additions[0].words", matchesPattern(".*371102199001011234"));
    }

    @Test
    void sealedPartsThatChangePlacesDoNotOpen() {
        var one = Mine.filed("COMPLAINT").then(handler(), "acceptance");
        var other = Mine.filed("COMPLAINT").then(handler(), "acceptance");
        sql.update("""
                update complaint_sealed s set sealed = t.sealed from complaint_sealed t, complaint c, complaint d
                where s.complaint_id = c.id and c.receipt = ? and t.complaint_id = d.id and d.receipt = ?""", one.receipt(), other.receipt());

        look(one, handler(), "核实").then().statusCode(500).body("code", equalTo("seal-broken"));
        look(other, handler(), "核实").then().statusCode(200);
    }

    @Test
    void aLookNeedsAPurpose() {
        var mine = Mine.filed("COMPLAINT").then(handler(), "acceptance");

        as(handler())
                .get("complaints/" + mine.receipt() + "/complainant")
                .then()
                .statusCode(400);
        look(mine, handler(), " ").then().statusCode(400);
        look(mine, Complaints.auditor(), "审计").then().statusCode(403);
        look(mine, Complaints.approver(), "复核").then().statusCode(403);
        as(Complaints.auditor())
                .get("complaint-looks?receipt=" + mine.receipt())
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void afterTheRetentionNobodyIsLeft() {
        // Moved back in the database: no rule pack was in force when its retention began.
        var mine = Mine.filed("COMPLAINT");
        String sha256 = evidence(mine.receipt(), mine.secret(), "小票.pdf", Samples.pdf("小票 " + mine.receipt()))
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
        assertThat(Samples.place(sha256)).exists();
        mine.then(handler(), "acceptance")
                .then(handler(), "handling")
                .answered("SETTLED")
                .then(handler(), "closing");
        var young = Mine.filed("COMPLAINT");
        young.withdraw().then().statusCode(200);
        sql.update("update complaint set ended_at = ended_at - interval '4 years' where receipt = ?", mine.receipt());

        while (maintenance.anonymise() > 0) {
            // until nothing is left
        }

        assertThat(sql.query(
                        "select s.id from complaint_sealed s join complaint c on c.id = s.complaint_id where receipt = ?",
                        row -> row.getString(1),
                        mine.receipt()))
                .isEmpty();
        anybody()
                .header("Complaint-Secret", mine.secret())
                .get("complaints/" + mine.receipt() + "/evidence")
                .then()
                .body("items.size()", equalTo(0));
        mine.desk()
                .then()
                .body("narrative", equalTo("（保存期满，已匿名）"))
                .body("wish", nullValue())
                .body("finding", equalTo("SETTLED"))
                .body("acts.words", everyItem(equalTo("")));
        look(mine, handler(), "核实").then().statusCode(404);
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(Samples.place(sha256)));
        young.desk().then().body("narrative", not(equalTo("（保存期满，已匿名）")));
        assertThat(maintenance.anonymise()).isZero();
    }

    // --- evidence

    @Test
    void evidenceComesWithTheSecretAndIsForTheAssignedHandler() {
        var mine = Mine.filed("COMPLAINT");
        var file = evidence(mine.receipt(), mine.secret(), "小票.png", PNG);
        file.then().statusCode(201).body("mediaType", equalTo("image/png"));
        String id = file.path("id");
        evidence(mine.receipt(), "wrong", "小票.png", PNG).then().statusCode(404);
        evidence(mine.receipt(), mine.secret(), "小票.pdf", PNG).then().statusCode(415);
        evidence(mine.receipt(), mine.secret(), "小票.exe", PNG).then().statusCode(415);

        var path = "complaints/" + mine.receipt() + "/evidence";
        anybody()
                .header("Complaint-Secret", mine.secret())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        as(handler()).get(path).then().statusCode(403);
        anybody().get(path).then().statusCode(401);
        mine.then(handler(), "acceptance");
        as(handler()).get(path).then().body("items.fileName", equalTo(List.of("小票.png")));
        assertThat(as(handler())
                        .accept("image/png, application/problem+json")
                        .get(path + "/" + id)
                        .asByteArray())
                .isEqualTo(PNG);
        as(handler())
                .accept("image/png, application/problem+json")
                .get(path + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(Complaints.auditor())
                .get("complaint-looks?receipt=" + mine.receipt())
                .then()
                .body("items.purpose", hasItem("证据 " + id));
        // Not by the common door, whoever asks.
        for (var other : List.of(Complaints.auditor(), handler(), Complaints.otherHandler())) {
            as(other).get("evidence/" + id).then().statusCode(404);
        }
        mine.then(handler(), "handling").answered("SETTLED").then(handler(), "closing");
        evidence(mine.receipt(), mine.secret(), "再来.png", PNG).then().statusCode(409);
    }

    // --- the office

    @Test
    void whoMayDoWhat() {
        var mine = Mine.filed("COMPLAINT");
        for (var role : RolesInTheTable.ROLES) {
            var caller = Tokens.of(role).user("someone-" + role).region("371102");
            for (var act : HANDLERS_ACTS) {
                denied(act(mine, caller, act), role.equals("case-handler"), role + " " + act);
            }
            for (var act : APPROVERS_ACTS) {
                denied(act(mine, caller, act), role.equals("case-approver"), role + " " + act);
            }
            denied(
                    as(caller).get("complaints"),
                    List.of("case-handler", "case-approver", "auditor").contains(role),
                    role + " list");
            denied(as(caller).get("complaint-looks"), role.equals("auditor"), role + " looks");
            denied(
                    as(caller).get("complaints/" + mine.receipt() + "/complainant?purpose=x"),
                    role.equals("case-handler"),
                    role + " complainant");
        }
        for (var act :
                Stream.concat(HANDLERS_ACTS.stream(), APPROVERS_ACTS.stream()).toList()) {
            anybody()
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("complaints/" + mine.receipt() + "/" + act)
                    .then()
                    .statusCode(401);
        }
        anybody().get("complaints").then().statusCode(401);
        assertThat(mine.state()).isEqualTo("RECEIVED");
    }

    @Test
    void anActNeedsTheVersionAndIsDoneOnce() {
        var mine = Mine.filed("COMPLAINT");
        var key = UUID.randomUUID().toString();
        var request = Map.of("words", "示例");
        var path = "complaints/" + mine.receipt() + "/acceptance";
        as(handler())
                .contentType(ContentType.JSON)
                .body(request)
                .post(path)
                .then()
                .statusCode(428);
        as(handler())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"v77\"")
                .body(request)
                .post(path)
                .then()
                .statusCode(412);
        var etag = mine.etag();
        for (int i = 0; i < 2; i++) {
            as(handler())
                    .contentType(ContentType.JSON)
                    .header("If-Match", etag)
                    .header("Idempotency-Key", key)
                    .body(request)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACCEPTED"));
        }
        mine.by(handler(), "acceptance")
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"))
                .body("detail", matchesPattern(".*已受理.*不能受理.*开始处理.*"));
        as(handler())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"v0\"")
                .body(request)
                .post("complaints/"
                        + Receipt.of("RZ", LocalDate.of(2020, 1, 1), 5).value() + "/acceptance")
                .then()
                .statusCode(404);
    }

    @Test
    void theListIsOfOnesOwnRegionAndPaged() {
        var mine = Mine.filed("RECALL").then(handler(), "check");
        var city = form("RECALL");
        city.put("region", "371103");
        var theirs = Mine.filed(city);

        assertThat(receipts(handler(), "kind=RECALL&limit=200"))
                .contains(mine.receipt())
                .doesNotContain(theirs.receipt());
        assertThat(receipts(Complaints.cityHandler(), "kind=RECALL&limit=200"))
                .contains(mine.receipt(), theirs.receipt());
        assertThat(receipts(handler(), "mine=true&state=CHECKING&limit=200")).contains(mine.receipt());
        assertThat(receipts(Complaints.otherHandler(), "mine=true&limit=200")).doesNotContain(mine.receipt());
        as(handler()).get("complaints?region=371100").then().statusCode(403);
        as(handler()).get("complaints?limit=201").then().statusCode(400);
        var first = as(handler()).get("complaints?kind=RECALL&limit=1");
        Mine.filed("RECALL");
        String next = as(handler()).get("complaints?kind=RECALL&limit=1").path("next");
        assertThat(receipts(handler(), "kind=RECALL&limit=200&after=" + next))
                .doesNotContain(first.<String>path("items[0].receipt"));
    }

    // --- around

    @Test
    void routesAreKeptInVersionsByTheAdministrator() {
        Complaints.route("371103", "SERVICES", "示例" + Credit.next(), "371103")
                .then()
                .statusCode(200);
        var name = "示例" + Credit.next();
        var changed = Complaints.route("371103", "SERVICES", name, "371103");
        changed.then().statusCode(200);
        Complaints.route("371103", "SERVICES", name, "371103").then().header("ETag", equalTo(changed.header("ETag")));
        anybody().get("complaint-routes").then().statusCode(200).body("items.office", hasItem(name));
        Complaints.route("371103", "NOTHING", name, "371103").then().statusCode(400);
        Complaints.route("379999", "ANY", name, "371103").then().statusCode(422);
        as(handler())
                .contentType(ContentType.JSON)
                .body("{}")
                .put("complaint-routes/371103/ANY")
                .then()
                .statusCode(403);
        as(Credit.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "region", "371102", "field", "ANY", "office", "x", "officeRegion", "371102", "source", "x"))
                .put("complaint-routes/371103/ANY")
                .then()
                .statusCode(400);
        Complaints.route("371103", "SERVICES", Complaints.CITY_OFFICE, "371100")
                .then()
                .statusCode(200);
    }

    @Test
    void statisticsHoldBackSmallNumbers() {
        MovedClock.to(LocalDate.of(2026, 7, 8));
        var cell = "items.find { it.region == '371103' && it.field == 'CIRCULATION' && it.kind == 'COMPLAINT' }.";
        for (int i = 1; i <= 6; i++) {
            var form = form("COMPLAINT");
            form.put("region", "371103");
            form.put("field", "CIRCULATION");
            var mine = Mine.filed(form);
            if (i == 4) {
                anybody()
                        .get("complaint-statistics?region=371103&from=2026-07&to=2026-07")
                        .then()
                        .statusCode(200)
                        .body(cell + "suppressed", equalTo(true))
                        .body(cell + "filed", nullValue());
            }
            if (i <= 5) {
                if (i == 1) {
                    MovedClock.to(LocalDate.of(2026, 7, 30));
                }
                mine.then(Complaints.cityHandler(), "acceptance").then(Complaints.cityHandler(), "handling");
                mine.by(Complaints.cityHandler(), "answer", Complaints.answer("SETTLED"))
                        .then()
                        .statusCode(200);
                mine.then(Complaints.cityHandler(), "closing");
                mine.post("satisfaction", Map.of("stars", i)).then().statusCode(200);
            }
        }

        anybody()
                .get("complaint-statistics?region=371103&from=2026-07&to=2026-07")
                .then()
                .body(cell + "suppressed", equalTo(false))
                .body(cell + "filed", equalTo(6))
                .body(cell + "ended", equalTo(5))
                .body(cell + "inTimeShare", equalTo(0.8f))
                .body(cell + "satisfaction", equalTo(3.0f))
                .body(cell + "substantiated", nullValue());
        anybody().get("complaint-statistics?from=2026-07&to=2026-06").then().statusCode(400);
        anybody().get("complaint-statistics?from=2026-13").then().statusCode(400);
        anybody().get("complaint-statistics?region=x").then().statusCode(400);
    }

    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static Response evidence(String receipt, String secret, String name, byte[] content) {
        return anybody()
                .header("Complaint-Secret", secret)
                .header("Content-Type", "application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post("complaints/" + receipt + "/evidence");
    }

    private static Response keyed(String key, Map<String, ?> form) {
        return anybody()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(form)
                .post("complaints");
    }

    private static Response look(Mine mine, Tokens who, String purpose) {
        return as(who).queryParam("purpose", purpose).get("complaints/" + mine.receipt() + "/complainant");
    }

    /** With a version that is never current, so that whoever is let in is refused for that and changes nothing. */
    private static Response act(Mine mine, Tokens caller, String act) {
        Map<String, Object> body =
                switch (act) {
                    case "transfer" -> Map.of("office", Complaints.CITY_OFFICE, "reason", "示例");
                    case "subject" -> Map.of("uscc", "91371199MA3RH00187");
                    case "answer" -> Complaints.answer("SETTLED");
                    default -> Map.of("words", "示例");
                };
        return as(caller)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"v999\"")
                .body(body)
                .post("complaints/" + mine.receipt() + "/" + act);
    }

    private static void denied(Response answer, boolean allowed, String what) {
        var refusedByRole = answer.statusCode() == 403 && "forbidden".equals(answer.path("code"));
        assertThat(refusedByRole).as(what + " " + answer.statusCode()).isEqualTo(!allowed);
    }

    private static List<String> receipts(Tokens who, String query) {
        return as(who).get("complaints?" + query).path("items.receipt");
    }
}

package cn.quality.standards.catalogue;

import static cn.quality.standards.suite.Bodies.declaration;
import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.standards.suite.Http.enterprise;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.standards.StandardsTest;
import cn.quality.standards.suite.Fictional;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that users of comparable catalogues reported, with the right answer here. */
@StandardsTest
class ReportedFaultsTest {

    private static ValidatableResponse state(Map<String, Object> body) {
        return administrator().body(body).post("standards").then();
    }

    /** w3c/png#581, iho-ohi/S-102-Product-Specification#65: the year or the type of document is wrong. */
    @ParameterizedTest
    @CsvSource({"ISO/IEC 95948:2004, ISO/IEC 95948:2003", "ISO 99103:2015, ISO/TS 99103:2015"})
    void aNumberWithAWrongYearOrTypeIsUnknownAndNamesWhatMayBeMeant(String right, String wrong) {
        state(standard(right, "候选试验", "INTERNATIONAL", "IN_FORCE"));
        anyone().queryParam("number", wrong)
                .get("numbers")
                .then()
                .statusCode(200)
                .body("standard", nullValue())
                .body("candidates.number", hasItem(right));
        refused(
                        enterprise(Fictional.uscc())
                                .body(declaration("Q/RZFAULT 001-2024", wrong))
                                .post("declarations")
                                .then(),
                        422,
                        "unusable-standard")
                .body("violations.find { it.code == 'unknown-standard' }.message", containsString(right));
    }

    /** relaton/relaton-gb: T/ is a group's standard; its T does not mean "recommended", and it is never mandatory. */
    @Test
    void aGroupStandardHasNoNature() {
        var body = standard("T/GZAEPI 9001—2018", "团体标准试验", "GROUP", "IN_FORCE");
        refused(state(with(body, "nature", "MANDATORY")), 400, "invalid-argument")
                .body("violations[0].field", equalTo("nature"));
        state(body).statusCode(201).body("level", equalTo("GROUP")).body("nature", nullValue());
    }

    /** ietf-tools/datatracker#6955: C says that it replaces A and B, and B replaced A already. */
    @Test
    void bothStatementsAreKeptAndTheWayIsOne() {
        var a = state(standard("GB/T 78201-2001", "链试验", "NATIONAL", "IN_FORCE"))
                .extract()
                .<String>path("id");
        state(with(standard("GB/T 78201-2008", "链试验", "NATIONAL", "IN_FORCE"), "replaces", List.of("GB/T 78201-2001")));
        var c = state(with(
                        standard("GB/T 78201-2016", "链试验", "NATIONAL", "IN_FORCE"),
                        "replaces",
                        List.of("GB/T 78201-2001", "GB/T 78201-2008")))
                .statusCode(201)
                .extract()
                .<String>path("id");
        anyone().get("standards/" + c).then().body("replaces.number", contains("GB/T 78201-2001", "GB/T 78201-2008"));
        anyone().get("standards/" + a)
                .then()
                .body("succession", equalTo("COMPLETE"))
                .body("latest.number", contains("GB/T 78201-2016"));
        anyone().get("standards/" + a + "/state").then().body("replacedBy.number", contains("GB/T 78201-2008"));
    }
}

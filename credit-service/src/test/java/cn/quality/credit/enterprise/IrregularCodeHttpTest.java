package cn.quality.credit.enterprise;

import static cn.quality.credit.Credit.anybody;
import static cn.quality.credit.Credit.as;
import static cn.quality.credit.Credit.department;
import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.Credit.irregularCode;
import static cn.quality.credit.Credit.next;
import static cn.quality.credit.Credit.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.platform.identifiers.FictionalCodes;
import cn.quality.testing.Tokens;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A certificate carries a code that does not check, and the office registers it as it stands. */
@CreditTest
class IrregularCodeHttpTest {

    private static final String REASON = "示例：证照原件所载即为此代码";

    @BeforeEach
    void referenceData() {
        Credit.storeReferenceData();
    }

    @Test
    void anOfficeRegistersItWithTheReasonAndWhoeverLooksItUpIsWarned() {
        var code = irregularCode();

        register(code, REASON)
                .then()
                .statusCode(201)
                .body("uscc", equalTo(code))
                .body("irregular", equalTo(true));

        as(department())
                .get("enterprises/" + code + "/history")
                .then()
                .statusCode(200)
                .body("irregularReason", equalTo(REASON));
        anybody()
                .get("enterprises/" + code)
                .then()
                .statusCode(200)
                .body("warnings.code", equalTo(List.of("irregular-code")))
                .body("warnings[0].text.zh", containsString("未通过校验"))
                .body("warnings[0].text.en", containsString("does not check"))
                .body("irregularReason", nullValue());
        anybody()
                .get("enterprises/" + code + "/status")
                .then()
                .statusCode(200)
                .body("warnings.code", equalTo(List.of("irregular-code")));
        post(
                        Tokens.of("screening-client").client("bank-of-irregular-codes"),
                        "screenings",
                        Map.of("purpose", "审查", "subjects", List.of(Map.of("uscc", code))))
                .then()
                .statusCode(201)
                .body("results[0].band", equalTo("MATCH"))
                .body("results[0].invalid", nullValue())
                .body("results[0].notes.code", equalTo(List.of("irregular-code")));
    }

    @Test
    void recordsAndEntriesAreFiledUnderIt() {
        var code = irregularCode();
        register(code, REASON).then().statusCode(201);

        post(department(), "records", Credit.record(code, next())).then().statusCode(201);
        Credit.published(code, "RED");

        anybody().get("enterprises/" + code).then().body("listings", hasSize(1)).body("honours", hasSize(1));
    }

    /** A list is filtered by the codes under which an enterprise is found. */
    @Test
    void listsAreFilteredByIt() {
        var code = irregularCode();
        register(code, REASON).then().statusCode(201);
        var entry = Credit.published(code, "RED");

        anybody()
                .get("listings?uscc=" + code.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(entry)));
        anybody()
                .get("listings/fraud-decisions?uscc=" + code)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void withoutTheReasonItIsAMistakeAndNobodyIsFoundUnderIt() {
        var code = irregularCode();

        refused(register(code, null), "invalid-uscc", "check-character");
        refused(register(code, " "), "invalid-uscc", "check-character");
        refused(anybody().get("enterprises/" + code), "invalid-uscc", "check-character");
        refused(anybody().get("enterprises/" + code + "/status"), "invalid-uscc", "check-character");
        refused(anybody().get("listings?uscc=" + code), "invalid-uscc", "check-character");
        refused(anybody().get("listings/fraud-decisions?uscc=" + code), "invalid-uscc", "check-character");
        refused(as(department()).get("enterprises/" + code + "/history"), "invalid-uscc", "check-character");
        refused(post(department(), "records", Credit.record(code, next())), "invalid-uscc", "check-character");
        refused(post(Credit.handler(), "listings", Credit.proposal(code, "RED")), "invalid-uscc", "check-character");
    }

    @Test
    void theReasonIsForSuchCodesAloneAndMakesNoCodeOfWhatIsNone() {
        refused(register(FictionalCodes.fictional(next()), REASON), "invalid-argument", "not-irregular");
        refused(register("91371199MA3RH0018", REASON), "invalid-uscc", "length");
        refused(register("94371199MA3RH00187", REASON), "invalid-uscc", "authority");
    }

    private static Response register(String code, @Nullable String reason) {
        var enterprise = enterprise(next());
        enterprise.put("uscc", code);
        if (reason != null) {
            enterprise.put("irregularReason", reason);
        }
        return post(department(), "enterprises", enterprise);
    }

    private static void refused(Response answer, String type, String violation) {
        answer.then().statusCode(400).body("code", equalTo(type)).body("violations[0].code", equalTo(violation));
    }
}

package cn.quality.standards.catalogue;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.quality.standards.StandardsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StandardsTest
class CitationTest {

    private static String enter(Map<String, Object> body) {
        return administrator()
                .body(body)
                .post("standards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void asText() {
        var bare = enter(standard("GB/T 79101.1-2016", "著录试验 第1部分：总则", "NATIONAL", "IN_FORCE"));
        anyone().get("standards/" + bare + "/citation")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .header("ETag", notNullValue())
                .body(equalTo("著录试验 第1部分：总则: GB/T 79101.1—2016[S]. 2016."));
        var full = enter(with(
                with(standard("GB/T 79102-2016", "著录试验", "NATIONAL", "IN_FORCE"), "technicalCommittee", "全国示例标准化技术委员会"),
                "publishedOn",
                "2017-01-05"));
        anyone().get("standards/" + full + "/citation")
                .then()
                .body(equalTo("全国示例标准化技术委员会. 著录试验: GB/T 79102—2016[S]. 2017."));
        var foreign = enter(standard("ISO 97910:2015", "Citation test", "INTERNATIONAL", "IN_FORCE"));
        anyone().get("standards/" + foreign + "/citation")
                .then()
                .body(equalTo("Citation test: ISO 97910:2015[S]. 2015."));
    }

    @Test
    void asCslJson() {
        var dated =
                enter(with(standard("GB/T 79103-2016", "著录试验", "NATIONAL", "IN_FORCE"), "publishedOn", "2016-12-30"));
        anyone().accept(Citation.CSL_JSON)
                .get("standards/" + dated + "/citation")
                .then()
                .statusCode(200)
                .contentType(containsString(Citation.CSL_JSON))
                .body("type", equalTo("standard"))
                .body("number", equalTo("GB/T 79103-2016"))
                .body("issued.'date-parts'", equalTo(List.of(List.of(2016, 12, 30))))
                .body("author", nullValue());
        refused(
                anyone().accept("text/html")
                        .get("standards/" + dated + "/citation")
                        .then(),
                406,
                "not-acceptable");
    }
}

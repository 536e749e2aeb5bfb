package cn.quality.standards.exchange;

import static cn.quality.standards.suite.Bodies.standard;
import static cn.quality.standards.suite.Bodies.with;
import static cn.quality.standards.suite.Http.administrator;
import static cn.quality.standards.suite.Http.anyone;
import static cn.quality.testing.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.quality.standards.StandardsTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Relaton out and in again: what is undated stays undated. */
@StandardsTest
class RelatonTest {

    /** The elements of a bibitem that are written here, in the order of the grammar; those marked may be several. */
    private static final List<String> ORDER = List.of(
            "title*",
            "docidentifier*",
            "docnumber",
            "date*",
            "contributor*",
            "note*",
            "language*",
            "script*",
            "abstract*",
            "status",
            "relation*",
            "classification*");

    private static final Set<String> RELATIONS = Set.of(
            "obsoletes", "obsoletedBy", "splitInto", "mergedInto", "updates", "updatedBy", "adoptedFrom", "cites");

    private static String enter(Map<String, Object> body) {
        return administrator()
                .body(body)
                .post("standards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> full() {
        var body = new HashMap<>(standard("GB/T 78601-2016", "往返试验 <要求> & “引用”", "NATIONAL", "IN_FORCE"));
        body.put("titleEn", "Round trip");
        body.put("publishedOn", "2016-12-30");
        body.put("implementedOn", "2017-07-01");
        body.put("firstPublishedOn", "1988-12-10");
        body.put("reviewedOn", "2022-07-01");
        body.put("ics", "03.120.10");
        body.put("ccs", "A00");
        body.put("department", "示例主管部门");
        body.put("technicalCommittee", "示例标准化技术委员会");
        body.put("draftingUnits", List.of("示例研究院", "示例大学"));
        body.put("scope", "本标准规定了示例。");
        body.put("replaces", List.of("GB/T 78601-2008"));
        body.put("replacesInPart", List.of("GB/T 78602-2001"));
        body.put("adopts", List.of(Map.of("number", "ISO 97601:2015", "degree", "MOD")));
        body.put("cites", List.of("GB/T 78603", "GB/T 78604-2010"));
        return body;
    }

    private static ValidatableResponse in(byte[] yaml) {
        return administrator()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/yaml", ContentType.BINARY)))
                .contentType("application/yaml")
                .body(yaml)
                .post("standards/imports/relaton")
                .then();
    }

    private static byte[] out(String id, String form) {
        return anyone().accept(form)
                .get("standards/" + id + "/relaton")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void whatGoesOutAsYamlComesBackTheSame() {
        var body = full();
        var id = enter(body);
        var before = anyone().get("standards/" + id).then().extract().asString();
        var yaml = out(id, "application/yaml");
        assertThat(new String(yaml, StandardCharsets.UTF_8))
                .contains("content: GB/T 78603\n", "content: GB/T 78604-2010\n");

        in(yaml).statusCode(200).body("outcome", equalTo("UNCHANGED")).body("id", equalTo(id));

        administrator()
                .body(with(with(body, "cites", List.of()), "scope", "别的范围。"))
                .post("standards")
                .then()
                .statusCode(200)
                .body("cites", empty());
        in(yaml).statusCode(200).body("outcome", equalTo("CORRECTED"));
        anyone().get("standards/" + id)
                .then()
                .body(equalTo(before))
                .body("cites.number", containsInAnyOrder("GB/T 78603", "GB/T 78604-2010"))
                .body("cites.find { it.number == 'GB/T 78603' }.dated", equalTo(false));
        anyone().queryParam("on", "2020-01-01")
                .get("standards/" + id + "/normative-references")
                .then()
                .body("items.find { it.number == 'GB/T 78603' }.editions", empty());
        // An edition that appears later is an answer of its own, and no year gets into the reference.
        enter(with(standard("GB/T 78603-2012", "后到的版本", "NATIONAL", "IN_FORCE"), "implementedOn", "2013-01-01"));
        anyone().queryParam("on", "2020-01-01")
                .get("standards/" + id + "/normative-references")
                .then()
                .body("items.find { it.number == 'GB/T 78603' }.editions.number", contains("GB/T 78603-2012"));
        assertThat(new String(out(id, "application/yaml"), StandardCharsets.UTF_8))
                .isEqualTo(new String(yaml, StandardCharsets.UTF_8));
    }

    @Test
    void theXmlFollowsTheGrammar() throws Exception {
        var number = "GB/T 78605-2016";
        var id = enter(with(with(full(), "number", number), "replaces", List.of("GB/T 78605-2008")));
        enter(with(standard(number + "/XG1-2018", "修改单", "NATIONAL", "IN_FORCE"), "implementedOn", "2018-01-01"));
        for (var part : List.of("GB/T 78606.1-2020", "GB/T 78606.2-2020")) {
            enter(with(standard(part, "拆分后", "NATIONAL", "IN_FORCE"), "replaces", List.of(number)));
        }
        var factory = DocumentBuilderFactory.newDefaultInstance();
        var bibitem = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(out(id, "application/xml")))
                .getDocumentElement();

        assertThat(bibitem.getTagName()).isEqualTo("bibitem");
        assertThat(bibitem.getAttribute("type")).isEqualTo("standard");
        assertThat(bibitem.getAttribute("id")).matches("[\\p{L}_][\\p{L}\\p{N}._-]*");
        checkOrder(bibitem);
        assertThat(children(bibitem, "title").getFirst().getTextContent()).isEqualTo("往返试验 <要求> & “引用”");
        for (var date : children(bibitem, "date")) {
            assertThat(children(date, "on").getFirst().getTextContent()).matches("\\d{4}-\\d{2}-\\d{2}");
        }
        var relations = children(bibitem, "relation");
        assertThat(relations.stream().map(one -> one.getAttribute("type")))
                .isSubsetOf(RELATIONS)
                .contains("obsoletes", "splitInto", "updates", "updatedBy", "adoptedFrom", "cites");
        for (var relation : relations) {
            var inside = children(relation, "bibitem");
            assertThat(inside).hasSize(1);
            checkOrder(inside.getFirst());
        }
        assertThat(relations.stream()
                        .filter(one -> one.getAttribute("type").equals("cites"))
                        .map(one -> one.getTextContent().strip()))
                .containsExactly("GB/T 78603", "GB/T 78604-2010");
    }

    private static void checkOrder(Element bibitem) {
        int place = 0;
        for (var child : children(bibitem, "")) {
            while (place < ORDER.size() && !ORDER.get(place).replace("*", "").equals(child.getTagName())) {
                place++;
            }
            assertThat(place).as("%s in its place", child.getTagName()).isLessThan(ORDER.size());
            place += ORDER.get(place).endsWith("*") ? 0 : 1;
        }
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name.isEmpty() || name.equals(element.getTagName()))) {
                found.add(element);
            }
        }
        return found;
    }

    @Test
    void saysWhatIsWrongWithARecord() {
        refused(in("a: [".getBytes(StandardCharsets.UTF_8)), 400, "malformed-yaml");
        refused(in("- 1".getBytes(StandardCharsets.UTF_8)), 400, "malformed-yaml");
        refused(in("title: x".getBytes(StandardCharsets.UTF_8)), 400, "invalid-argument");
        var laughs = "a: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n".getBytes(StandardCharsets.UTF_8);
        assertThat(in(laughs).extract().statusCode()).isBetween(400, 499);
    }
}

package cn.quality.gateway.portal;

import static cn.quality.testing.QuickPaths.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.quality.gateway.OutsideWorld;
import cn.quality.gateway.edge.PageLocale;
import cn.quality.gateway.portal.Pages.NoticeForm;
import cn.quality.gateway.portal.ServiceResponses.AnnouncedHonour;
import cn.quality.gateway.portal.ServiceResponses.NoticeObjection;
import cn.quality.gateway.portal.ServiceResponses.Page;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on honours under public notice while no service answers them. With the services they are tested end to end. */
@QuarkusTest
@WithTestResource(OutsideWorld.class)
class PublicNoticesTest {

    private static final String RECEIPT = "7b0c8a52-51c7-4d0e-9a3b-1f5f6c1f7b0a";
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final PageLocale ZH = PageLocale.at(PublicNotices.ROOT, "/public-notices");
    private static final PageLocale EN = PageLocale.at(PublicNotices.ROOT, "/public-notices/en");

    private static final AnnouncedHonour HONOUR = new AnnouncedHonour(
            "01a221da-8cd4-77be-b16d-947aba9e9956",
            "91371199MA3RH00187",
            "日照示例海洋食品有限公司",
            "INDUSTRIAL_PRODUCTION",
            "示例：质量管理先进",
            "CN-PQL-6",
            "371102",
            "日照市市场监督管理局",
            null,
            LocalDate.of(2026, 11, 2),
            "示例门户网站",
            LocalDate.of(2026, 11, 9),
            true);

    @Test
    void whatIsAnnouncedIsListedInBothLanguages() {
        var page = new Page<>(List.of(HONOUR), "more");

        assertThat(rendered(Pages.publicNotices(ZH, page, false, NoticeForm.following(""), Catalogues.NONE), ZH))
                .contains("lang=\"zh-CN\"", "红榜公示", "日照示例海洋食品有限公司", "虚构数据", "2026年11月9日")
                .contains("href=\"/public-notices/" + HONOUR.id(), "href=\"/public-notices?after=more\"")
                .contains("type=\"application/atom+xml\"");
        assertThat(rendered(Pages.publicNotices(EN, page, false, NoticeForm.following(""), Catalogues.NONE), EN))
                .contains(
                        "<html lang=\"en\">", "Honours under public notice", "日照示例海洋食品有限公司", "fictional", "2026-11-09")
                .contains("href=\"/public-notices/en/" + HONOUR.id(), "href=\"/public-notices/en?after=more\"");
    }

    @Test
    void thatNothingIsAnnouncedIsSaid() {
        var page = new Page<AnnouncedHonour>(List.of(), null);

        assertThat(rendered(Pages.publicNotices(ZH, page, false, NoticeForm.following(""), Catalogues.NONE), ZH))
                .contains("目前没有公示中的企业");
        assertThat(rendered(Pages.publicNotices(EN, page, false, NoticeForm.following(""), Catalogues.NONE), EN))
                .contains("No enterprise is under public notice");
    }

    /** WCAG 2.2, 3.3.1: the field is named, linked to, and says itself what is wrong. */
    @Test
    void aMistakeIsSaidAtItsField() {
        var form = NoticeForm.objecting(HONOUR.id(), "示例异议", "key-of-the-form");

        assertThat(rendered(Pages.publicNotice(ZH, HONOUR, form, Catalogues.NONE), ZH))
                .contains("value=\"key-of-the-form\"", "action=\"/public-notices/objections\"")
                .doesNotContain("role=\"alert\"", "aria-invalid", "错误：");
        assertThat(rendered(Pages.publicNotice(ZH, HONOUR, form.mistaken("请填写异议内容"), Catalogues.NONE), ZH))
                .contains("<title>错误：", "role=\"alert\"", "<a href=\"#objection\">请填写异议内容</a>")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"objection-hint objection-mistake\"")
                .contains("id=\"objection-mistake\">请填写异议内容", "示例异议</textarea>", "value=\"key-of-the-form\"");
        assertThat(rendered(
                        Pages.publicNotices(
                                EN,
                                new Page<>(List.of(), null),
                                false,
                                NoticeForm.following("x").mistaken("There is no such receipt"),
                                Catalogues.NONE),
                        EN))
                .contains("<title>Error: ", "<a href=\"#receipt\">There is no such receipt</a>")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"receipt-mistake\"");
    }

    @Test
    void whoeverIsTooLateKeepsWhatWasWritten() {
        var form = NoticeForm.objecting(HONOUR.id(), "示例异议", "key")
                .refused("公示期已满")
                .closed();

        assertThat(rendered(Pages.publicNotice(ZH, null, form, Catalogues.NONE), ZH))
                .contains("公示期已满", "您填写的内容", "示例异议")
                .doesNotContain("<textarea");
    }

    @ParameterizedTest
    @CsvSource({
        "UPHELD, 异议成立, Upheld",
        "DISMISSED, 异议不成立, Dismissed",
        "LAPSED, 因公示终止不再办理, Lapsed",
        ", 办理中, Not yet answered"
    })
    void whereAnObjectionStandsIsSaid(String outcome, String zh, String en) {
        var objection = new NoticeObjection(
                null, HONOUR.id(), Instant.parse("2026-11-03T01:00:00Z"), outcome, "示例答复", Instant.EPOCH);

        assertThat(rendered(Pages.publicNoticeObjection(ZH, objection), ZH)).contains(zh, "2026年11月3日", "示例答复");
        assertThat(rendered(Pages.publicNoticeObjection(EN, objection), EN)).contains(en, "2026-11-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public-notices/receipt", "/public-notices/en/receipt"})
    void theReceiptIsShownOnce(String page) {
        var shown = given().cookie("objection-receipt", RECEIPT).get(page);

        shown.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("objection-receipt=;"),
                                containsString("Max-Age=0"),
                                containsString("Path=" + page),
                                containsString("HTTPOnly"),
                                containsString("SameSite=Strict")))
                .body(containsString(RECEIPT));
        given().get(page)
                .then()
                .statusCode(200)
                .body(not(containsString(RECEIPT)), not(containsString("role=\"status\"")));
        given().cookie("objection-receipt", "<b>nothing of ours</b>")
                .get(page)
                .then()
                .body(not(containsString("nothing of ours")));
    }

    /** Sent again it is not raised twice: the key stays. */
    @Test
    void anObjectionThatMayNotHaveArrivedStaysInTheForm() {
        form().formParams("listingId", HONOUR.id(), "key", "key-of-the-form", "content", "示例异议")
                .post("/public-notices/objections")
                .then()
                .statusCode(503)
                .body(containsString("不会重复提出"))
                .body(containsString("示例异议</textarea>"))
                .body(containsString("value=\"key-of-the-form\""))
                .body(containsString("value=\"" + HONOUR.id() + "\""));
        form().formParams("listingId", HONOUR.id(), "key", "key-of-the-form", "content", "示例异议")
                .post("/public-notices/en/objections")
                .then()
                .statusCode(503)
                .header("Content-Language", equalTo("en"))
                .body(containsString("it will not be raised twice"));
    }

    @Test
    void aReceiptIsAskedForAtItsField() {
        form().formParams("receipt", " ")
                .post("/public-notices/progress")
                .then()
                .statusCode(400)
                .body(containsString("<a href=\"#receipt\">请填写提出异议时得到的回执</a>"));
        form().formParams("receipt", "回执\r\nX-Injected: 1")
                .post("/public-notices/progress")
                .then()
                .statusCode(400);
    }

    @Test
    void whatOnlyTakesFormsLeadsBackToTheList() {
        given().redirects()
                .follow(false)
                .get("/public-notices/en/objections")
                .then()
                .statusCode(303)
                .header("Location", "/public-notices/en");
        given().contentType("application/json")
                .body("{}")
                .post("/public-notices/objections")
                .then()
                .statusCode(415);
        given().delete("/public-notices").then().statusCode(405).header("Allow", containsString("POST"));
    }

    @Test
    void searchEnginesAreKeptOff() {
        given().get("/public-notices").then().header("X-Robots-Tag", containsString("noindex"));
        given().get("/robots.txt").then().body(containsString("Disallow: /public-notices"));
    }

    private static RequestSpecification form() {
        return given().accept("text/html").contentType("application/x-www-form-urlencoded; charset=utf-8");
    }

    /** A label or a link to an id that is there twice leads to the first. */
    private static String rendered(TemplateInstance page, PageLocale locale) {
        var html = page.data("header", new PageHeader(null, "/login", locale)).render();
        assertThat(ID.matcher(html).results().map(id -> id.group(1))).doesNotHaveDuplicates();
        return html;
    }
}

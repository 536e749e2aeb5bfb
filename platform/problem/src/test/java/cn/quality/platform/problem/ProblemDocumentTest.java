package cn.quality.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemDocumentTest {

    private static final Problem PAST = new Problem(ProblemTypes.UNPROCESSABLE, new Text("日期有误", "The date is wrong"))
            .with("on", "past", new Text("日期已过", "The date has passed"));

    @Test
    void theDocumentIsWrittenInTheLanguageOfItsReader() {
        assertThat(ProblemDocument.of(PAST, Locale.ENGLISH, "/notes", "4bf9"))
                .containsExactly(
                        entry("type", "urn:problem:unprocessable"),
                        entry("title", "Unprocessable"),
                        entry("status", 422),
                        entry("detail", "The date is wrong"),
                        entry("instance", "/notes"),
                        entry("code", "unprocessable"),
                        entry("traceId", "4bf9"),
                        entry(
                                "violations",
                                List.of(Map.of("field", "on", "code", "past", "message", "The date has passed"))));
        assertThat(ProblemDocument.of(PAST, Locale.SIMPLIFIED_CHINESE, "/notes", "4bf9"))
                .contains(entry("detail", "日期有误"), entry("title", "请求内容无法处理"));
    }

    @Test
    void withoutViolationsNoneAreNamed() {
        var missing = new Problem(ProblemTypes.NOT_FOUND, new Text("没有", "Nothing here"));
        assertThat(ProblemDocument.of(missing, Locale.ENGLISH, "/", "0")).doesNotContainKey("violations");
    }

    @Test
    void englishIsForThoseWhoPreferItToChinese() {
        for (var english :
                new String[] {"en", "fr, EN-gb, zh", "zh;q=0.8,en;q=0.801", "zh;q=0, en;q=0.001", "en-GB,zh;q=0.5"}) {
            assertThat(Text.preferred(english)).as(english).isEqualTo(Locale.ENGLISH);
        }
        for (var chinese : new String[] {"zh, en", "fr", "fr, zh-CN;q=0.8, en;q=0.1", "", "*", "english", "en;q=0"}) {
            assertThat(Text.preferred(chinese)).as(chinese).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        }
        assertThat(Text.preferred(null)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void whateverTheHeaderHoldsThereIsALanguage() {
        for (var broken :
                new String[] {";", "-", ",", ";;,;", "en;q", "en;q=x", "en;q=2", "en;q=0.1234", "\"", "en;a=\"", "-en"
                }) {
            assertThat(Text.preferred(broken)).as(broken).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        }
    }

    @Test
    void everyStatusHasATypeOfThatStatusOrTheGeneralOne() {
        for (var status :
                List.of(400, 401, 403, 404, 405, 406, 408, 409, 413, 414, 415, 422, 429, 431, 500, 502, 503, 504)) {
            assertThat(ProblemTypes.ofStatus(status).status()).isEqualTo(status);
        }
        assertThat(ProblemTypes.ofStatus(418)).isEqualTo(ProblemTypes.BAD_REQUEST);
        assertThat(ProblemTypes.ofStatus(507)).isEqualTo(ProblemTypes.INTERNAL);
    }
}

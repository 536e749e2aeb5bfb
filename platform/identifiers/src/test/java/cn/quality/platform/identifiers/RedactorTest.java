package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    /** Far more than any text may have, so that work beyond linear would take an hour. */
    private static final int VERY_LONG = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "138 0000 0000",
                "138-0000-0000",
                "138—0000—0000",
                "１３８００００００００",
                "١٣٨٠٠٠٠٠٠٠٠",
                "+8613800138000",
                "+86 138 0013 8000",
                "(+86)13800138000",
                "008613800138001",
                "8613800138001",
                "13800138002",
                "1\u200b3800138002",
                "0633-8888888",
                "（0633）8771234",
                "(0633) 8771 234",
                "06338771234",
                "+86 633 8771234",
                "371102199001011234",
                "37110219900101123X",
                "110105 19491231 002x",
                "110105491231001",
                "371102900101123",
                "sample@example.com",
                "Sample.Name+shop@mail.example.com.cn",
                "sample＠example．com",
                "6222021234567890123",
                "6222 0212 3456 7890 123",
                "sample@example.com13800138000",
            })
    void whatPointsToAPersonIsReplaced(String data) {
        assertThat(Redactor.redact("店员电话是" + data + "，请联系")).isEqualTo("店员电话是＊＊＊，请联系");
        assertThat(Redactor.redact(data)).isEqualTo("＊＊＊");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91371199MA3RH00187",
                "914403001922038216",
                "2026年11月24日",
                "2026-03-02至2027-03-01",
                "批号20261124000123",
                "20260302-15-001234",
                "1200件",
                "GB 7718-2011",
                "GB/T 19001-2016、GB 4806.7-2023",
                "RZ20261124-000123-7",
                "SC10637110200123",
                "共计 13,800,138,000.00 元",
                "净含量½千克，@示例店，a@b，@example.com，sample@example.c"
            })
    void whatPointsToNobodyStays(String data) {
        assertThat(Redactor.redact(data)).isEqualTo(data);
    }

    @Test
    void numbersSideBySideAreReplacedEach() {
        assertThat(Redactor.redact("甲13800138000，乙13800138001；丙 0633-8781234 13800138002"))
                .isEqualTo("甲＊＊＊，乙＊＊＊；丙 ＊＊＊ ＊＊＊");
    }

    @Test
    void wordsOfAPersonAreReplacedToo() {
        var own = Redactor.redacting(List.of("示例投诉人", "示例路1号"));

        assertThat(own.apply("我是示例投诉人，住示例路1号，电话13800138000")).isEqualTo("我是＊＊＊，住＊＊＊，电话＊＊＊");
        assertThat(Redactor.redacting(List.of()).apply("我是示例投诉人")).isEqualTo("我是示例投诉人");
    }

    /** Texts are composed of what numbers are made of, so that borders, gaps and overlaps of every kind come up. */
    @Property(tries = 20_000)
    void nothingIsFoundInARedactedText(@ForAll("texts") String text) {
        var redacted = Redactor.redact(text);

        assertThat(PersonalData.in(redacted)).as("%s → %s", text, redacted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.",
                "a@",
                "a@a.",
                "@a.aa",
                "1",
                "1 ",
                "1 3 8 ",
                "13800138000 ",
                "1-",
                "1.",
                "11010519491231002X",
                "(0633)",
                "电话0633",
                "+86 ",
                "62",
                "⑬",
                "\u200b",
            })
    void theWorkGrowsNoFasterThanTheText(String part) {
        var text = part.repeat(VERY_LONG / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Redactor.redact(text);
            PersonalData.in(text);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "13800138000",
                        "138",
                        "0013",
                        "8000",
                        "86",
                        "+86",
                        "0086",
                        "110105",
                        "19491231",
                        "002",
                        "X",
                        "x",
                        "11010519491231002X",
                        "110105491231001",
                        "0633",
                        "(0633)",
                        "（",
                        "）",
                        "010",
                        "8781234",
                        "8781",
                        "6222",
                        "6222021001116245702",
                        "4111111111111111",
                        "电话",
                        "tel",
                        "元",
                        "吨",
                        ".",
                        "·",
                        "-",
                        "－",
                        " ",
                        "　",
                        "\u200b",
                        "—",
                        "，",
                        "A",
                        "@",
                        "a.com",
                        "sample@example.com",
                        "½",
                        "⑬",
                        "⒈",
                        "８",
                        "1",
                        "0",
                        "5",
                        "2026")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}

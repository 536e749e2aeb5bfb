package cn.quality.standards.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersInTextTest {

    @Test
    void findsEveryNumberWithItsPlace() {
        var text = "本产品符合ＧＢ／Ｔ 19001—2016、gb 18401-2010 B类及T/CAS 290-2017的要求，"
                + "检验按 GB 5009.5—2016 第一法，参照ISO 9001:2015 and IEC 60335-1:2020+AMD1:2023; "
                + "企业标准Q/RZSL 001-2024，地方标准 DB37/T 1997.1—2019。防火执行GB 50016-2014（2018年版）。";

        var found = StandardNumber.numbersIn(text);

        assertThat(found)
                .extracting(one -> one.number().canonical())
                .containsExactly(
                        "GB/T 19001-2016",
                        "GB 18401-2010",
                        "T/CAS 290-2017",
                        "GB 5009.5-2016",
                        "ISO 9001:2015",
                        "IEC 60335-1:2020+AMD 1:2023",
                        "Q/RZSL 001-2024",
                        "DB37/T 1997.1-2019",
                        "GB 50016-2014");
        assertThat(found)
                .extracting(one -> text.substring(one.start(), one.end()))
                .startsWith("ＧＢ／Ｔ 19001—2016", "gb 18401-2010", "T/CAS 290-2017")
                .endsWith("GB 50016-2014（2018年版）");
        assertThat(found)
                .allSatisfy(
                        one -> assertThat(one.number().original()).isEqualTo(text.substring(one.start(), one.end())));
    }

    @Test
    void aDoubleNumberIsOneAndAReferenceMayBeUndated() {
        assertThat(numbers("GB/T 19001-2016/ISO 9001:2015 质量管理体系")).containsExactly("GB/T 19001-2016");
        assertThat(numbers("按GB/T 19001或 GB 19517-2009 第1号修改单执行")).containsExactly("GB/T 19001", "GB 19517-2009/XG1");
        assertThat(numbers("GB/T 19001-2016\nGB/T 24001-2016,GB/T 45001-2020."))
                .containsExactly("GB/T 19001-2016", "GB/T 24001-2016", "GB/T 45001-2020");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "质量管理体系 要求",
                "This is 2015 and as 10 of us know",
                "a disk of 500 TB 10 mm",
                "XX/T 1001-2020",
                "ABGB 1234-2010",
                "GB/T 19001-20165",
                "GB/T 19001-2016A",
                "DB81-2020",
                "Q/日照",
                "T/CAS",
            })
    void seesNoneWhereThereIsNone(String text) {
        assertThat(numbers(text)).isEmpty();
    }

    private static List<String> numbers(String text) {
        return StandardNumber.numbersIn(text).stream()
                .map(found -> found.number().canonical())
                .toList();
    }

    /** A number of ISO has a colon before its year: what a dash leads to is no part called 2015, whatever follows. */
    @ParameterizedTest
    @ValueSource(strings = {"ISO1-2016.1", "as in ISO 9001-2015.", "as in ISO 9001-2015"})
    void aYearBehindADashIsNoPart(String text) {
        assertThat(StandardNumber.numbersIn(text)).isEmpty();
    }

    @Test
    void aDotThatEndsASentenceIsNoPartOfANumber() {
        assertThat(StandardNumber.numbersIn("tested after ASTM E8-2016. Then"))
                .singleElement()
                .satisfies(found -> assertThat(found.number().dated()).isTrue());
    }
}

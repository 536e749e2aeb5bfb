package cn.quality.standards.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB 18401-2010             | NATIONAL      | MANDATORY   | GB 18401-2010
            GB/T 19001—2016           | NATIONAL      | RECOMMENDED | GB/T 19001-2016
            gb/t19001-2016            | NATIONAL      | RECOMMENDED | GB/T 19001-2016
            GB/T 19001——2016        | NATIONAL      | RECOMMENDED | GB/T 19001-2016
            GB/T 2423.10–2019    | NATIONAL      | RECOMMENDED | GB/T 2423.10-2019
            GB/Z 18620.1-2002         | NATIONAL      | GUIDE       | GB/Z 18620.1-2002
            GBZ 2.1-2019              | NATIONAL      | MANDATORY   | GBZ 2.1-2019
            JB/T 5000.1-2018          | INDUSTRY      | RECOMMENDED | JB/T 5000.1-2018
            YY/T 0287-2017            | INDUSTRY      | RECOMMENDED | YY/T 0287-2017
            JGJ 46-2005               | INDUSTRY      |             | JGJ 46-2005
            DB/T 81-2020              | INDUSTRY      | RECOMMENDED | DB/T 81-2020
            DB 81-2020                | INDUSTRY      |             | DB 81-2020
            DB37/T 1997.1—2019        | LOCAL         | RECOMMENDED | DB37/T 1997.1-2019
            DB 37/ 2376-2019          | LOCAL         |             | DB37 2376-2019
            DB37 2376-2019            | LOCAL         |             | DB37 2376-2019
            DB3711/T 5-2021           | LOCAL         | RECOMMENDED | DB3711/T 5-2021
            T/CAS 1.1-2017            | GROUP         |             | T/CAS 1.1-2017
            T/ZZB0001-2018            | GROUP         |             | T/ZZB 0001-2018
            T/31SCTA 001-2020         | GROUP         |             | T/31SCTA 001-2020
            ISO 9001:2015             | INTERNATIONAL |             | ISO 9001:2015
            ISO9001:2015             | INTERNATIONAL |             | ISO 9001:2015
            IEC 60335-1:2020          | INTERNATIONAL |             | IEC 60335-1:2020
            ISO/IEC 27001:2022        | INTERNATIONAL |             | ISO/IEC 27001:2022
            ISO/TS 22163:2017         | INTERNATIONAL |             | ISO/TS 22163:2017
            ISO/IEC Guide 51:2014     | INTERNATIONAL |             | ISO/IEC GUIDE 51:2014
            ISO 9001:2015/Amd1:2024   | INTERNATIONAL |             | ISO 9001:2015/AMD 1:2024
            """)
    void readsEveryPatternOfItsLevel(String text, Level level, Nature nature, String canonical) {
        var number = StandardNumber.of(text);
        assertThat(number.level()).isEqualTo(level);
        assertThat(number.nature().orElse(null)).isEqualTo(nature);
        assertThat(number.canonical()).isEqualTo(canonical);
        assertThat(number.original()).isEqualTo(text);
        assertThat(number.confidence()).isEqualTo(Confidence.HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB 19517-2009/XG1-2014",
                "GB 19517-2009XG1-2014",
                "GB 19517—2009/XG1",
                "GB 19517-2009 第1号修改单",
                "GB 19517-2009第一号修改单"
            })
    void anAmendmentIsKnownByItsOrdinalHoweverItIsSpelled(String text) {
        assertThat(StandardNumber.of(text)).isEqualTo(StandardNumber.of("GB 19517-2009/XG1"));
        assertThat(StandardNumber.of(text)).isNotEqualTo(StandardNumber.of("GB 19517-2009"));
    }

    /** The ordinal, in whichever digits, and no other: the second amendment is not the first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB 19517-2009/XG 02-2016    | GB 19517-2009/XG2
            GB 19517-2009 第二号修改单  | GB 19517-2009/XG2
            GB 19517-2009 第十号修改单  | GB 19517-2009/XG10
            GB 19517-2009 第12号修改单  | GB 19517-2009/XG12
            GB/T 19001-2016 第3号修改单 | GB/T 19001-2016/XG3
            """)
    void anAmendmentKeepsItsOrdinal(String text, String canonical) {
        assertThat(StandardNumber.of(text)).hasToString(canonical);
    }

    @Test
    void aDoubleNumberIsItsNationalHalfAndNamesTheOther() {
        var number = StandardNumber.of("GB/T 19001—2016/ISO 9001:2015");
        assertThat(number).isEqualTo(StandardNumber.of("GB/T 19001-2016"));
        assertThat(number.identicalTo()).contains(StandardNumber.of("ISO 9001:2015"));
        assertThat(number.original()).isEqualTo("GB/T 19001—2016/ISO 9001:2015");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q/RZSL 001-2024         | HIGH   | Q/RZSL 001-2024
            Q/RZSL001—2024          | HIGH   | Q/RZSL 001-2024
            Q/371100RZ 12.3-2020    | HIGH   | Q/371100RZ 12.3-2020
            Q/RZSP 0001S-2008       | MEDIUM | Q/RZSP 0001S-2008
            Q/RZSP0001S-2008        | MEDIUM | Q/RZSP 0001S-2008
            Q/ABC/J 001-2018        | MEDIUM | Q/ABC/J 001-2018
            Q/ABC/J001-2018         | MEDIUM | Q/ABC/J 001-2018
            Q/0113 RZSP 001-2023    | MEDIUM | Q/0113 RZSP 001-2023
            Q/ABC 001-08            | MEDIUM | Q/ABC 001-08
            Q/日照海洋 第12号        | LOW    | Q/日照海洋 第12号
            Q/ABC                   | LOW    | Q/ABC
            """)
    void keepsFreeVariantsOfEnterpriseNumbersWithTheirConfidence(String text, Confidence confidence, String canonical) {
        var number = StandardNumber.of(text);
        assertThat(number.level()).isEqualTo(Level.ENTERPRISE);
        assertThat(number.confidence()).isEqualTo(confidence);
        assertThat(number.canonical()).isEqualTo(canonical);
        assertThat(number.original()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''                            | blank
            XYZW 12-2020                  | prefix
            GBT 19001-2016                | prefix
            19001-2016                    | prefix
            GB/X 19001-2016               | suffix
            GB/T 19001                    | year
            GB/T 3100-93                  | year
            GB/T 19001-1016               | year
            GB/T 19001:2016               | year-separator
            GB/T A1-2016                  | serial
            GB/T 0190-2016                | serial
            GB/T 19001-2016 要求          | tail
            GB/T 19001-2016/ISO 9001-2015 | adopted-year-separator
            GB/T 19001-2016/ISO 9001      | adopted-year
            DB371/T 12-2020               | region
            DB371102/T 12-2020            | region
            DB81-2020                     | region
            T/协会 1-2020                 | group-code
            T/123 1-2020                  | group-code
            T/CAS 1-20                    | year
            T/CAS 1-2020 x                | tail
            Q/                            | enterprise-code
            Q/--                          | enterprise-code
            ISO 9001-2015                 | year-separator
            ISO 9001                      | year
            ISO A:2015                    | serial
            GB/T 19001-2016;              | characters
            T/CAS                         | serial year
            T/ZZB0001                     | year
            """)
    void refusesWithTheReason(String text, String codes) {
        assertThat(codes(text)).containsExactly(codes.split(" ", -1));
    }

    @Test
    void refusesControlCharactersEvenWhereABlankMayBe() {
        assertThat(codes("GB/T\u000019001-2016")).containsExactly("characters");
        assertThat(codes("GB/T\n19001-2016")).containsExactly("characters");
    }

    @Test
    void tellsEveryFlawAtOnce() {
        assertThat(codes("DB371/X A-20")).containsExactly("region", "suffix", "serial", "year");
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(codes("Q/" + "A".repeat(98))).as("100 characters").isEmpty();
        assertThat(codes("Q/" + "A".repeat(99))).containsExactly("too-long");
    }

    /** As keys of maps and sets too. */
    @Test
    void spellingsOfOneStandardAreOneKey() {
        var spellings = Stream.of("GB/T 19001-2016", "gb/t19001—2016", "GB/T 19001-2016/ISO 9001:2015")
                .map(StandardNumber::of)
                .collect(Collectors.toSet());

        assertThat(spellings).extracting(StandardNumber::canonical).containsExactly("GB/T 19001-2016");
        assertThat(StandardNumber.of("GB/T 19001-2016").hashCode())
                .isNotEqualTo(StandardNumber.of("GB/T 19001-2008").hashCode());
        assertThat(StandardNumber.of("GB/T 19001-2016")).isNotEqualTo("GB/T 19001-2016");
        assertThat(StandardNumber.of("GB/T 19001-2016").identicalTo()).isEmpty();
    }

    @Test
    void inABodyEveryFlawIsNotedUnderItsField() {
        var flaws = new Flaws();

        assertThat(StandardNumber.of("GB/T 19001-2016", "replaces", flaws))
                .contains(StandardNumber.of("GB/T 19001-2016"));
        assertThat(flaws.none()).isTrue();

        assertThat(StandardNumber.of("GB/X A-20", "replaces", flaws)).isEmpty();
        assertThat(StandardNumber.of(null, "adopts", flaws)).isEmpty();
        assertThatThrownBy(flaws::refuseIfAny).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(StandardNumber.INVALID);
            assertThat(problem.violations())
                    .extracting(violation -> violation.field() + " " + violation.code())
                    .containsExactly("replaces suffix", "replaces serial", "replaces year", "adopts blank");
        });
    }

    @Test
    void theProblemNamesTheTextAndCarriesTheViolations() {
        assertThatThrownBy(() -> StandardNumber.of("GB/T 19001")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(StandardNumber.INVALID);
            assertThat(problem.detail().zh()).contains("GB/T 19001");
            assertThat(problem.violations()).hasSize(1).first().satisfies(violation -> {
                assertThat(violation.field()).isEqualTo("number");
                assertThat(violation.code()).isEqualTo("year");
            });
        });
    }

    private static List<String> codes(String text) {
        return StandardNumber.read(text) instanceof Reading.Misread(var flaws)
                ? flaws.stream().map(StandardNumber.Flaw::code).toList()
                : List.of();
    }
}

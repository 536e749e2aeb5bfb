package cn.quality.standards.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber.Reading;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            IEC 60335-1:2020+AMD1:2023 CSV | INTERNATIONAL |        | IEC 60335-1:2020+AMD 1:2023
            IEC 60335-1:2010+AMD1:2013+AMD2:2016 | INTERNATIONAL |  | IEC 60335-1:2010+AMD 1:2013+AMD 2:2016
            ISO/IEC 15948:2004/Cor 1:2006 | INTERNATIONAL |         | ISO/IEC 15948:2004/COR 1:2006
            ITU-T G.711:1988          | INTERNATIONAL |             | ITU-T G.711:1988
            CXS 192-1995              | INTERNATIONAL |             | CXS 192-1995
            OIML R 76-1:2006          | INTERNATIONAL |             | OIML R 76-1:2006
            JTG F80/1-2017            | INDUSTRY      |             | JTG F80/1-2017
            JTGF80/1—2017             | INDUSTRY      |             | JTG F80/1-2017
            JTG/T F20-2015            | INDUSTRY      | RECOMMENDED | JTG/T F20-2015
            JTG/T 3650-02-2019        | INDUSTRY      | RECOMMENDED | JTG/T 3650-02-2019
            JTS/T 242-2020            | INDUSTRY      | RECOMMENDED | JTS/T 242-2020
            CJJ 169-2012              | INDUSTRY      |             | CJJ 169-2012
            NB/T 47013.1-2015         | INDUSTRY      | RECOMMENDED | NB/T 47013.1-2015
            HG/T 20592～20635-2009    | INDUSTRY      | RECOMMENDED | HG/T 20592~20635-2009
            QJ 1001A-1998             | INDUSTRY      |             | QJ 1001A-1998
            JJG 196-2006              | METROLOGY     |             | JJG 196-2006
            JJF 1001—2011             | METROLOGY     |             | JJF 1001-2011
            JJG（交通） 070-2010      | METROLOGY     |             | JJG(交通) 070-2010
            GJB 9001C-2017            | MILITARY      |             | GJB 9001C-2017
            GJB/Z 299C-2006           | MILITARY      | GUIDE       | GJB/Z 299C-2006
            GJB 150.1A-2009           | MILITARY      |             | GJB 150.1A-2009
            GBJ 16-87                 | NATIONAL      | MANDATORY   | GBJ 16-1987
            GB 3102.11—93             | NATIONAL      | MANDATORY   | GB 3102.11-1993
            CECS 102:2002             | GROUP         |             | CECS 102:2002
            T/CECS-CBIMU 1-2017       | GROUP         |             | T/CECS-CBIMU 1-2017
            DBJ/T 14-037-2017         | LOCAL         | RECOMMENDED | DBJ/T 14-037-2017
            DBJ50/T-164-2021          | LOCAL         | RECOMMENDED | DBJ50/T 164-2021
            DBJ50-164-2013            | LOCAL         |             | DBJ 50-164-2013
            DBS 37/001-2014           | LOCAL         | MANDATORY   | DBS37 001-2014
            EN 60335-1:2012+A11:2014  | FOREIGN       |             | EN 60335-1:2012+A11:2014
            BS EN ISO 9001:2015       | FOREIGN       |             | BS EN ISO 9001:2015
            DIN EN ISO 9001:2015-11   | FOREIGN       |             | DIN EN ISO 9001:2015-11
            ASTM D638-22              | FOREIGN       |             | ASTM D638-2022
            ASTM E8/E8M-22            | FOREIGN       |             | ASTM E8/E8M-2022
            ASTM A370-20e1            | FOREIGN       |             | ASTM A370-2020E1
            JIS B0001:2019            | FOREIGN       |             | JIS B 0001:2019
            UL 94-2013                | FOREIGN       |             | UL 94-2013
            UL 60950-1-2007           | FOREIGN       |             | UL 60950-1-2007
            API SPEC 5L-2018          | FOREIGN       |             | API SPEC 5L-2018
            AS/NZS 4360:2004          | FOREIGN       |             | AS/NZS 4360:2004
            GOST R 52931-2008         | FOREIGN       |             | GOST R 52931-2008
            """)
    void readsEveryPatternOfItsLevel(String text, Level level, Nature nature, String canonical) {
        var number = StandardNumber.of(text);
        assertThat(number.level()).isEqualTo(level);
        assertThat(number.nature().orElse(null)).isEqualTo(nature);
        assertThat(number.canonical()).isEqualTo(canonical);
        assertThat(number.original()).isEqualTo(text);
        assertThat(number.confidence()).isEqualTo(Confidence.HIGH);
    }

    /** Four kinds of dashes are in every text, seven more in somebody's; the key is one. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "‐", "‑", "–", "—", "―", "－", "−", "——"})
    void everyDashIsADash(String dash) {
        assertThat(StandardNumber.of("GB/T 15834" + dash + "2011")).hasToString("GB/T 15834-2011");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GBT19001-2016   | GB/T 19001-2016
            gbt 19001-2016  | GB/T 19001-2016
            GBZT 210-2008   | GBZ/T 210-2008
            DB37T 1997-2019 | DB37/T 1997-2019
            EN 71-2011      | EN 71:2011
            CECS 102-2002   | CECS 102:2002
            """)
    void whatIsWrittenCarelesslyIsReadWithLessConfidence(String text, String canonical) {
        assertThat(StandardNumber.of(text)).hasToString(canonical);
        assertThat(StandardNumber.of(text).confidence()).isEqualTo(Confidence.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GB/T 2423.10-2019       | GB/T   | 2423  | 10  | - | 2019
            JTG F80/1-2017          | JTG    | F80   | -   | 1 | 2017
            GJB 9001C-2017          | GJB    | 9001C | -   | - | 2017
            IEC 61000-4-30:2015     | IEC    | 61000 | 4-30 | - | 2015
            T/CAS 1.1-2017          | T/CAS  | 1     | 1   | - | 2017
            DB3711/T 5-2021         | DB3711/T | 5   | -   | - | 2021
            GB/T 19001              | GB/T   | 19001 | -   | - | -
            Q/RZSL 001-2024         | Q/RZSL | 001   | -   | - | 2024
            """)
    void aNumberIsMadeOfParts(
            String text,
            String prefix,
            String serial,
            @Nullable String part,
            @Nullable String volume,
            @Nullable Integer year) {
        assertThat(StandardNumber.reference(text).parts())
                .isEqualTo(new StandardNumber.Parts(prefix, serial, part, volume, year, null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GB 50016-2014(2018年版)", "GB 50016—2014（2018 年版）", "GB 50016-2014(2018)", "GB 50016-2014 (2018版)"
            })
    void aRevisionMarkLeavesTheNumberAsItIs(String text) {
        assertThat(StandardNumber.of(text)).hasToString("GB 50016-2014");
        assertThat(StandardNumber.of(text).parts().revision()).isEqualTo(2018);
    }

    @Test
    void supplementsAreNumbersOfTheirOwnThatNameTheirEdition() {
        var amendment = StandardNumber.of("GB 19517-2009/XG1-2014");
        assertThat(amendment.edition()).isEqualTo("GB 19517-2009");
        assertThat(amendment.supplements()).isTrue();
        assertThat(amendment.parts().supplements())
                .containsExactly(new Supplement(Supplement.Kind.AMENDMENT, 1, 2014, false));
        assertThat(StandardNumber.of("GB 19517-2009第1号勘误").parts().supplements())
                .containsExactly(new Supplement(Supplement.Kind.CORRIGENDUM, 1, null, false));

        var consolidated = StandardNumber.of("IEC 60335-1:2020+AMD1:2023");
        assertThat(consolidated.supplements())
                .as("an edition, not the amendment")
                .isFalse();
        assertThat(consolidated.edition()).isEqualTo("IEC 60335-1:2020+AMD 1:2023");
        assertThat(consolidated.parts().supplements())
                .containsExactly(new Supplement(Supplement.Kind.AMENDMENT, 1, 2023, true));
        assertThat(consolidated).isNotEqualTo(StandardNumber.of("IEC 60335-1:2020"));
        assertThat(consolidated).isNotEqualTo(StandardNumber.of("IEC 60335-1:2020/AMD 1:2023"));
    }

    @Test
    void anUndatedNumberIsNoEdition() {
        var undated = StandardNumber.reference("gb/t19001");
        assertThat(undated).hasToString("GB/T 19001").isEqualTo(StandardNumber.reference("GB/T 19001"));
        assertThat(undated.dated()).isFalse();
        assertThat(StandardNumber.of("GB/T 19001-2016").undated()).isEqualTo("GB/T 19001");
        assertThat(StandardNumber.of("ISO/IEC 27001:2022").undated()).isEqualTo("ISO/IEC 27001");
        assertThat(StandardNumber.of("GB/T 18186-2000").family())
                .isEqualTo(StandardNumber.of("GB 18186-2000").family());
        assertThatThrownBy(() -> StandardNumber.of("GB/T 19001")).isInstanceOf(Problem.class);
    }

    /** The place is counted in the text as it was sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ISO 19108;2002|10|year-separator
              ISO 19108;2002|12|year-separator
            GB/T  19001—16|13|year
            GB/X 19001-2016|4|suffix
            ＧＢ／Ｔ A1-2016|6|serial
            UV 94-2013|1|prefix
            GB/T 19001|11|year
            GB/T 19001-2016 要求|16|tail
            """)
    void aFlawNamesItsPlace(String text, int position, String code) {
        assertThat(StandardNumber.readEdition(text))
                .isInstanceOfSatisfying(
                        Reading.Misread.class,
                        misread -> assertThat(misread.flaws())
                                .extracting(flaw -> flaw.position() + " " + flaw.code())
                                .containsExactly(position + " " + code));
    }

    @Test
    void theMessageSaysWhereAndWhatWasExpected() {
        assertThatThrownBy(() -> StandardNumber.of("ISO 19108;2002")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type().status()).isEqualTo(422);
            var message = problem.violations().getFirst().message();
            assertThat(message.zh()).startsWith("第 10 个字符处：").contains("应为“:”");
            assertThat(message.en()).startsWith("at character 10: “:” is expected");
        });
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
        assertThat(number.adopted())
                .contains(new StandardNumber.Adopted(StandardNumber.of("ISO 9001:2015"), AdoptionDegree.IDT));
        assertThat(number.original()).isEqualTo("GB/T 19001—2016/ISO 9001:2015");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB/T 19001-2000 idt ISO 9001:2000     | IDT
            GB/T 19001—2000（ISO 9001:2000，IDT） | IDT
            GB/T 19001-2000 eqv ISO 9001:2000     | MOD
            GB/T 19001-2000 (ISO 9001:2000, NEQ)  | NEQ
            """)
    void theDegreeOfAnAdoptionIsStatedToo(String text, AdoptionDegree degree) {
        assertThat(StandardNumber.of(text)).hasToString("GB/T 19001-2000");
        assertThat(StandardNumber.of(text).adopted())
                .contains(new StandardNumber.Adopted(StandardNumber.of("ISO 9001:2000"), degree));
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
            UV 94-2013                    | prefix
            19001-2016                    | prefix
            GB/X 19001-2016               | suffix
            GB/T 19001                    | year
            GB/T 3100-43                  | year
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
            ISO 19108;2002                | year-separator
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
        assertThat(StandardNumber.of("GB/T 19001-2016").adopted()).isEmpty();
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
        return StandardNumber.readEdition(text) instanceof Reading.Misread(var flaws)
                ? flaws.stream().map(StandardNumber.Flaw::code).toList()
                : List.of();
    }
}

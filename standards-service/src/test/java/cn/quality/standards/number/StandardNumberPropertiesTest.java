package cn.quality.standards.number;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.standards.number.StandardNumber.Reading;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class StandardNumberPropertiesTest {

    @Property
    void theCanonicalKeyReadsAsItself(@ForAll("numbers") String text) {
        var number = StandardNumber.of(text);
        var again = StandardNumber.of(number.canonical());
        assertThat(again.canonical()).isEqualTo(number.canonical()).isEqualTo(text);
        assertThat(again.level()).isEqualTo(number.level());
        assertThat(again.nature()).isEqualTo(number.nature());
    }

    @Property
    void dashesBlanksWidthAndCaseDoNotMatter(
            @ForAll("numbers") String text, @ForAll("dashes") String dash, @ForAll("habits") Habit habit) {
        var spelled = habit.spell(text.replace("-", dash));
        assertThat(StandardNumber.of(spelled)).isEqualTo(StandardNumber.of(text));
        assertThat(StandardNumber.of(spelled).original()).isEqualTo(spelled.strip());
    }

    @Property
    void differentNumbersAreDifferent(@ForAll("numbers") String one, @ForAll("numbers") String other) {
        assertThat(StandardNumber.of(one).equals(StandardNumber.of(other))).isEqualTo(one.equals(other));
    }

    @Property
    void anyTextIsReadOrRefusedWithReasonsAndReadingIsStable(@ForAll @StringLength(max = 110) String text) {
        assertThat(stable(text)).isTrue();
    }

    @Property
    void enterpriseTextsAreStableToo(@ForAll("enterpriseTexts") String text) {
        assertThat(stable(text)).isTrue();
    }

    @Property
    void aNumberIsFoundInAnyTextAsItIsRead(
            @ForAll("numbers") String number,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String after) {
        var text = before + number + after;
        assertThat(StandardNumber.numbersIn(text)).anySatisfy(found -> {
            assertThat(found.number().canonical()).isEqualTo(number);
            assertThat(text.substring(found.start(), found.end())).isEqualTo(number);
        });
    }

    @Property
    void whatIsFoundLiesInTheTextInOrderAndReadsAsItself(@ForAll("hostile") String text) {
        int free = 0;
        for (var found : StandardNumber.numbersIn(text)) {
            assertThat(found.start()).isGreaterThanOrEqualTo(free).isLessThan(found.end());
            free = found.end();
            assertThat(StandardNumber.reference(text.substring(found.start(), found.end())))
                    .isEqualTo(found.number());
        }
        assertThat(free).isLessThanOrEqualTo(text.length());
    }

    /** Each place is read over a bounded stretch: a long hostile text takes as long as its pieces together. */
    @Property(tries = 20)
    void aLongTextHoldsTheNumbersOfItsPieces(@ForAll("hostile") String piece) {
        int times = 1 + 400_000 / (piece.length() + 1);
        int once = StandardNumber.numbersIn(piece + "。").size();
        assertThat(StandardNumber.numbersIn((piece + "。").repeat(times))).hasSize(once * times);
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of("", "，", " 按", "（", "）。", "标准 ", "\n", "；");
    }

    /** What the grammar is made of, in any order. */
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "GB",
                        "/T",
                        "T/",
                        "Q/",
                        "DB",
                        "DB37",
                        "DBJ",
                        "ISO",
                        "/",
                        "EN ",
                        "JTG",
                        "A",
                        "1",
                        "19001",
                        ".1",
                        "-",
                        "-2016",
                        ":2015",
                        "(",
                        "2018年版",
                        ")",
                        " ",
                        "/XG1",
                        "+AMD1:2020",
                        "第1号修改单",
                        "/ISO 1:2000",
                        "～",
                        "　",
                        "标")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    private static boolean stable(String text) {
        return switch (StandardNumber.read(text)) {
            case Reading.Misread(var flaws) -> !flaws.isEmpty();
            case Reading.Read(var number) ->
                StandardNumber.reference(number.canonical()).canonical().equals(number.canonical());
        };
    }

    enum Habit {
        PLAIN {
            @Override
            String spell(String text) {
                return text;
            }
        },
        LOWER_CASE {
            @Override
            String spell(String text) {
                return text.toLowerCase(java.util.Locale.ROOT);
            }
        },
        FULL_WIDTH {
            @Override
            String spell(String text) {
                return text.codePoints()
                        .map(c -> c > ' ' && c <= '~' ? c + 0xFEE0 : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        },
        SPACIOUS {
            @Override
            String spell(String text) {
                return "  " + text.replace(" ", " \u3000").replace("/", " / ") + " ";
            }
        };

        abstract String spell(String text);
    }

    @Provide
    Arbitrary<Habit> habits() {
        return Arbitraries.of(Habit.class);
    }

    @Provide
    Arbitrary<String> dashes() {
        return Arbitraries.of("-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2015", "\u2212", "\u2014\u2014", " - ");
    }

    @Provide
    Arbitrary<String> enterpriseTexts() {
        return Arbitraries.strings()
                .withChars("ABC019/ .-—第：日照（）")
                .ofMaxLength(20)
                .map(text -> "Q/" + text);
    }

    @Provide
    Arbitrary<String> numbers() {
        var serial = Arbitraries.integers().between(1, 99_999).map(String::valueOf);
        var part = Arbitraries.oneOf(
                Arbitraries.just(""), Arbitraries.integers().between(1, 40).map(p -> "." + p));
        var year = Arbitraries.integers().between(1950, 2049).map(y -> "-" + y);
        var edition = Combinators.combine(serial, part, year).as((s, p, y) -> s + p + y);
        var national = prefixed(Arbitraries.of("GB", "GB/T", "GB/Z", "GBZ", "GBZ/T"), edition);
        var industry = prefixed(Arbitraries.of("JB/T", "HG/T", "NY/T", "YY", "DB/T", "DB", "JGJ/T"), edition);
        var region = Arbitraries.of("37", "3711", "11", "4403");
        var local = prefixed(
                Combinators.combine(region, Arbitraries.of("", "/T", "/Z")).as((r, t) -> "DB" + r + t), edition);
        var code = Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(2).ofMaxLength(6);
        var group = prefixed(code.map(c -> "T/" + c), edition);
        var enterprise = prefixed(code.map(c -> "Q/" + c), edition);
        var international = Combinators.combine(
                        Arbitraries.of("ISO", "IEC", "ISO/IEC", "ISO/TS", "IEC TR"),
                        serial,
                        Arbitraries.of("", "-1", "-2-3"),
                        year)
                .as((body, s, p, y) -> body + " " + s + p + ":" + y.substring(1));
        var amended = Combinators.combine(national, Arbitraries.integers().between(1, 10))
                .as((n, ordinal) -> n + "/XG" + ordinal);
        var consolidated = Combinators.combine(
                        international, Arbitraries.integers().between(1, 9), year)
                .as((n, ordinal, y) -> n + "+AMD " + ordinal + ":" + y.substring(1));
        var metrology = prefixed(Arbitraries.of("JJG", "JJF", "JJG(鲁)"), edition);
        var letter = Combinators.combine(Arbitraries.of("GJB", "GJB/Z", "QJ"), serial, Arbitraries.of("A", "C"), year)
                .as((p, s, l, y) -> p + " " + s + l + y);
        var transport = Combinators.combine(
                        Arbitraries.of("JTG F", "JTG/T ", "JTS "), serial, Arbitraries.of("", "/1", "/2"), year)
                .as((p, s, v, y) -> p + s + v + y);
        var foreign = Combinators.combine(
                        Arbitraries.of("EN ", "BS EN ISO ", "DIN EN ", "JIS B ", "AS/NZS "),
                        serial,
                        Arbitraries.of("", "-1"),
                        year)
                .as((b, s, p, y) -> b + s + p + ":" + y.substring(1));
        var american = Combinators.combine(Arbitraries.of("UL ", "ASTM D", "IEEE "), serial, year)
                .as((b, s, y) -> b + s + y);
        return Arbitraries.oneOf(
                national,
                industry,
                local,
                group,
                enterprise,
                international,
                amended,
                consolidated,
                metrology,
                letter,
                transport,
                foreign,
                american);
    }

    private static Arbitrary<String> prefixed(Arbitrary<String> prefix, Arbitrary<String> edition) {
        return Combinators.combine(prefix, edition).as((p, e) -> p + " " + e);
    }
}

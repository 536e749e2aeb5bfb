package cn.quality.platform.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 8785 §3.2.2 with the numbers left out, for a bundle has none. */
    @Test
    void writesTheExampleOfTheStandard() throws JsonProcessingException {
        var example = JSON.readTree("""
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}
                """);

        assertThat(text(example))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785 §3.2.3: names are sorted by UTF-16 code units, so an emoji stands before U+FB33. */
    @Test
    void sortsNamesAsTheStandardDoes() throws JsonProcessingException {
        var example = JSON.readTree("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                 "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """);

        assertThat(text(example))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void keepsDecimalsAsTheyWereWritten() {
        assertThat(text(Map.of("value", new BigDecimal("12.50")))).isEqualTo("{\"value\":\"12.50\"}");
        assertThat(text(List.of(new BigDecimal("1E+3"), 7, 8L, new BigDecimal("0.1000000000000000055511"))))
                .isEqualTo("[\"1000\",\"7\",\"8\",\"0.1000000000000000055511\"]");
    }

    @Test
    void refusesNumbers() throws JsonProcessingException {
        var sent = JSON.readTree("{\"areas\": [{\"value\": 12.5}]}");

        assertThatThrownBy(() -> CanonicalJson.of(sent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.areas[0].value");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("value", 12.5))).hasMessageContaining("$.value");
        assertThatThrownBy(() -> CanonicalJson.of(List.of(Double.NaN))).hasMessageContaining("$[0]");
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("name", "\ud83d")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.name");
    }

    @Property
    void doesNotDependOnTheOrderOfMembers(@ForAll @Size(max = 20) Map<String, Boolean> members, @ForAll long seed) {
        var names = new ArrayList<>(
                members.keySet().stream().filter(CanonicalJsonTest::isText).toList());
        var one = new LinkedHashMap<String, Object>();
        names.forEach(name -> one.put(name, members.get(name)));
        Collections.shuffle(names, new Random(seed));
        var other = new LinkedHashMap<String, Object>();
        names.forEach(name -> other.put(name, members.get(name)));

        assertThat(CanonicalJson.of(one)).isEqualTo(CanonicalJson.of(other));
    }

    @Property
    void isReadBackAsItWas(@ForAll List<String> texts) throws JsonProcessingException {
        var whole = texts.stream().filter(CanonicalJsonTest::isText).toList();

        assertThat(JSON.readValue(text(whole), String[].class)).containsExactlyElementsOf(whole);
    }

    @Property
    void tellsEveryTwoWaysOfWritingADecimalApart(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(12) BigDecimal value) {
        var longer = value.setScale(value.scale() + 1);

        assertThat(text(List.of(value)))
                .isEqualTo("[\"" + value.toPlainString() + "\"]")
                .isNotEqualTo(text(List.of(longer)));
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static String text(Object value) {
        return new String(CanonicalJson.of(value), UTF_8);
    }
}

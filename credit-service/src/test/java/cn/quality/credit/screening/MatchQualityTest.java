package cn.quality.credit.screening;

import static cn.quality.credit.Credit.post;
import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.credit.Credit;
import cn.quality.credit.CreditTest;
import cn.quality.testing.Tokens;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many names with a slip find their enterprise, and how many that are nobody's find one: the small form of
 * {@code deploy/bench/match-quality.sh}. The names follow from a seed.
 */
@CreditTest
class MatchQualityTest {

    private static final int SAMPLE = 250;
    private static final int STRANGERS = 500;
    private static final List<String> LINES = List.of(
            "食品", "水产", "花生制品", "速冻食品", "茶业", "纺织", "板材", "家居", "纸制品", "新材料", "橡塑", "混凝土", "紧固件", "智能装备", "汽车零部件",
            "电子科技", "茶叶种植", "海洋渔业", "市政工程", "装饰工程", "商贸", "进出口", "五金", "物流", "餐饮", "渔家饭店", "检测技术");
    private static final List<String> FORMS = List.of("有限公司", "有限公司", "有限责任公司", "股份有限公司", "经营部", "专业合作社");

    /** The common characters of GB 2312 (its level 1, rows 16 to 55). */
    private static final String CHARACTERS = common();

    /** Registered once for all tests: code by name. */
    private static final Map<String, String> REGISTER = new LinkedHashMap<>();

    private final Random random = new Random(20_261_128);

    @BeforeEach
    void register() {
        Credit.storeReferenceData();
        synchronized (REGISTER) {
            while (REGISTER.size() < SAMPLE) {
                var name = made(random);
                if (!REGISTER.containsKey(name)) {
                    REGISTER.put(name, Credit.registered(Map.of("name", name)));
                }
            }
        }
    }

    @Test
    void oneWrongCharacterOfTheBrandFindsItsEnterprise() {
        var random = new Random(1);
        assertThat(recall(name -> {
                    int at = 4 + random.nextInt(2);
                    return name.substring(0, at) + character(random) + name.substring(at + 1);
                }))
                .isGreaterThanOrEqualTo(0.975);
    }

    @Test
    void twoSwappedCharactersOfTheBrandFindTheirEnterprise() {
        assertThat(recall(name -> name.substring(0, 4) + name.charAt(5) + name.charAt(4) + name.substring(6)))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theRegionMayBeWrittenInAnyWay() {
        for (var prefix : List.of("日照市", "山东省日照市", "山东日照", "山东省日照", "日照市日照", "山东省", "")) {
            assertThat(recall(name -> prefix + name.substring(2))).as(prefix).isEqualTo(1.0);
        }
        assertThat(recall(name -> name.substring(2) + "（日照）")).isEqualTo(1.0);
    }

    @Test
    void aNameThatIsNobodysIsSeldomForReview() {
        var random = new Random(2);
        var strangers = IntStream.range(0, STRANGERS)
                .mapToObj(i -> made(random))
                .filter(name -> !REGISTER.containsKey(name))
                .toList();

        List<String> bands = screened(strangers, "band");

        assertThat(bands).doesNotContain("MATCH");
        assertThat(bands.stream().filter("REVIEW"::equals).count() / (double) strangers.size())
                .isLessThanOrEqualTo(0.03);
    }

    /** The share of the register that is among the candidates of its names, each written in another way. */
    private static double recall(UnaryOperator<String> written) {
        var names = List.copyOf(REGISTER.keySet());
        List<List<String>> codes = screened(names.stream().map(written).toList(), "candidates.uscc");
        long right = IntStream.range(0, names.size())
                .filter(i -> codes.get(i).contains(REGISTER.get(names.get(i))))
                .count();
        return right / (double) names.size();
    }

    /** A field of each result. */
    private static <T> List<T> screened(List<String> names, String field) {
        var fields = new ArrayList<T>();
        for (int from = 0; from < names.size(); from += 250) {
            var subjects = names.subList(from, Math.min(names.size(), from + 250)).stream()
                    .map(name -> Map.of("name", name))
                    .toList();
            List<T> batch = post(
                            Tokens.of("screening-client").client("match-quality"),
                            "screenings",
                            Map.of("purpose", "示例", "subjects", subjects))
                    .path("results." + field);
            fields.addAll(batch);
        }
        return fields;
    }

    private static String made(Random random) {
        return "日照示例" + character(random) + character(random) + LINES.get(random.nextInt(LINES.size()))
                + FORMS.get(random.nextInt(FORMS.size()));
    }

    private static char character(Random random) {
        return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }

    private static String common() {
        return IntStream.rangeClosed(16, 55)
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(1, 94)
                        .mapToObj(cell -> new byte[] {(byte) (0xA0 + row), (byte) (0xA0 + cell)}))
                .map(bytes -> new String(bytes, Charset.forName("GB2312")))
                .filter(text -> Character.isIdeographic(text.codePointAt(0)))
                // Numbers are no brands.
                .filter(text -> "一二三四五六七八九十百千零".indexOf(text) < 0)
                .collect(Collectors.joining());
    }
}

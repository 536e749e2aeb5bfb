package cn.quality.platform.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {

    private static final String[] SEPARATORS = {"", " ", "-", "－", "·", "　", ".", "—", "\u200b"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "身份证号11010519491231002X。               | RESIDENT_ID",
                "身份证１１０１０５１９４９１２３１００２Ｘ        | RESIDENT_ID",
                "110105 19491231 002x                      | RESIDENT_ID",
                "老证号码 110105491231001                   | RESIDENT_ID",
                "联系人电话13800138000                      | MOBILE_PHONE",
                "2026-03-02 138-0013-8000 报送              | MOBILE_PHONE",
                "+86 138 0013 8000                         | MOBILE_PHONE",
                "tel:8613800138000                         | MOBILE_PHONE",
                "请拨打0633-8781234                         | LANDLINE_PHONE",
                "(0633) 8781 234                           | LANDLINE_PHONE",
                "电话:06338781234                          | LANDLINE_PHONE",
                "账号6222 0210 0111 6245 702               | BANK_CARD",
                "卡号:6222021001116245702                  | BANK_CARD",
                "91371199MA3RH00187                        | -",
                "914403001922038216                        | -",
                "91110000802100433B                        | -",
                "GB/T 19001-2016、GB 18401-2010             | -",
                "Q/RZSL 0002-2026                          | -",
                "日市监处罚〔2026〕37110215号                 | -",
                "2026-03-02至2027-03-01                    | -",
                "20260302-15-001234                        | -",
                "批号 20260302138001                        | -",
                "CCC证书2020011606297865                    | -",
                "SC10637110200123                          | -",
                "注册号371100018012345                       | -",
                "罚款13800138000元                          | -",
                "共计 13,800,138,000.00 元                  | -",
                "110105194912310021                        | -",
                "6222021001116245703                       | -",
                "RZ-0633-2026001                           | -",
                "第一届                                      | -",
            })
    void namesWhatPointsToAPerson(String text, @Nullable PersonalData expected) {
        assertThat(PersonalData.in(text).orElse(null)).isEqualTo(expected);
    }

    @Property
    void noSeparatorHidesAResidentNumber(
            @ForAll("residents") String number,
            @ForAll("separators") String separator,
            @ForAll @IntRange(min = 1, max = 17) int at) {
        assertThat(PersonalData.in("当事人" + parted(number, separator, at) + "，男"))
                .contains(PersonalData.RESIDENT_ID);
        assertThat(PersonalData.in("当事人" + wide(parted(number, separator, at)) + "，男"))
                .contains(PersonalData.RESIDENT_ID);
    }

    @Property
    void noSeparatorHidesAMobileNumber(
            @ForAll("mobiles") String number,
            @ForAll("separators") String separator,
            @ForAll @IntRange(min = 1, max = 10) int at) {
        assertThat(PersonalData.in("请联系" + parted(number, separator, at) + "处理"))
                .contains(PersonalData.MOBILE_PHONE);
        assertThat(PersonalData.in(wide(number))).contains(PersonalData.MOBILE_PHONE);
        assertThat(PersonalData.in(String.join(separator.isEmpty() ? "-" : separator, number.split("", -1))))
                .contains(PersonalData.MOBILE_PHONE);
    }

    @Property
    void cardsAreFound(@ForAll("cards") String number) {
        assertThat(PersonalData.in("账号" + number)).contains(PersonalData.BANK_CARD);
        assertThat(PersonalData.in(number.replaceAll("(.{4})(?=.)", "$1 "))).contains(PersonalData.BANK_CARD);
    }

    @Property
    void aWrongCheckCharacterIsNoResidentNumber(@ForAll("residents") String number) {
        char check = number.charAt(17);
        var wrong = number.substring(0, 17) + (check == '1' ? '2' : '1');
        assertThat(PersonalData.in(wrong)).isNotEqualTo(java.util.Optional.of(PersonalData.RESIDENT_ID));
    }

    @Property
    void codesOfEnterprisesPass(@ForAll @IntRange(min = 0, max = 900_000) int n) {
        var code = FictionalCodes.fictional(n);
        assertThat(PersonalData.in(code)).isEmpty();
        assertThat(PersonalData.in("企业" + code.toLowerCase(Locale.ROOT) + "的产品"))
                .isEmpty();
    }

    @Property
    void numbersOfBusinessPass(
            @ForAll @IntRange(min = 1990, max = 2060) int year,
            @ForAll @IntRange(min = 1, max = 99_999) int number,
            @ForAll("days") LocalDate day) {
        for (var text : new String[] {
            "GB/T %d-%d".formatted(number, year),
            "GB %d.%d-%d、GB %d-%d".formatted(number, number % 30 + 1, year, number % 1_000 + 1, year),
            "T/SDAS %d-%d".formatted(number, year),
            "鲁日市监处罚〔%d〕%d号".formatted(year, number),
            "%s至%s".formatted(day, day.plusYears(3)),
            "%tF %<tF".formatted(day),
            "%tY%<tm%<td%05d".formatted(day, number),
            "%tY%<tm%<td-%05d".formatted(day, number),
            "批号SL%06d 生产日期%s".formatted(number, day),
            "罚款%d元、没收%d.50元".formatted(number * 100_000L, number),
            "RZ-%d-%06d".formatted(year, number)
        }) {
            assertThat(PersonalData.in(text)).as(text).isEmpty();
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1995, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(SEPARATORS);
    }

    @Provide
    Arbitrary<String> mobiles() {
        return Combinators.combine(
                        Arbitraries.of("13", "14", "15", "16", "17", "18", "19"),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((start, rest) -> start + "%09d".formatted(rest));
    }

    @Provide
    Arbitrary<String> residents() {
        return Combinators.combine(
                        Arbitraries.of("110105", "371102", "371121", "650102", "440300"),
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(1920, 1, 1).toEpochDay(),
                                        LocalDate.of(2026, 1, 1).toEpochDay())
                                .map(LocalDate::ofEpochDay),
                        Arbitraries.integers().between(0, 999))
                .as((region, born, serial) -> {
                    var first = region + "%tY%<tm%<td".formatted(born) + "%03d".formatted(serial);
                    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
                    int sum = 0;
                    for (int i = 0; i < 17; i++) {
                        sum += weights[i] * (first.charAt(i) - '0');
                    }
                    return first + "10X98765432".charAt(sum % 11);
                });
    }

    @Provide
    Arbitrary<String> cards() {
        return Combinators.combine(
                        Arbitraries.of("622202", "621700", "601382", "622848"),
                        Arbitraries.longs().between(0, 999_999_999_999L))
                .as((start, rest) -> {
                    var first = start + "%012d".formatted(rest);
                    for (int check = 0; check < 10; check++) {
                        int sum = 0;
                        var number = first + check;
                        for (int i = 0; i < number.length(); i++) {
                            int digit = number.charAt(number.length() - 1 - i) - '0';
                            sum += i % 2 == 0 ? digit : (digit * 2) / 10 + (digit * 2) % 10;
                        }
                        if (sum % 10 == 0) {
                            return number;
                        }
                    }
                    throw new IllegalStateException("one check digit always fits");
                });
    }

    private static String parted(String number, String separator, int at) {
        return number.substring(0, at) + separator + number.substring(at);
    }

    private static String wide(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

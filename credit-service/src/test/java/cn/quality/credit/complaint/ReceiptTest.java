package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.problem.Problem;
import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    /** Ten random digits: who has a receipt of the same minute knows nothing of the next. */
    @Test
    void aFreshOneCannotBeGuessed() {
        var receipts = IntStream.range(0, 200)
                .mapToObj(i -> Receipt.fresh("RZ", DAY).value())
                .toList();

        assertThat(receipts).doesNotHaveDuplicates().allMatch(receipt -> receipt.matches("RZ20261124-[1-9]\\d{9}-\\d"));
        assertThat(receipts.stream().map(receipt -> receipt.substring(11, 14)).distinct())
                .as("they spread over the whole range")
                .hasSizeGreaterThan(100);
    }

    @Test
    void itNamesCityDayAndNumber() {
        assertThat(Receipt.of("RZ", DAY, 123).value())
                .startsWith("RZ20261124-000123-")
                .hasSize(19);
        assertThat(Receipt.of("RZ", DAY, 12_345_678).value()).startsWith("RZ20261124-12345678-");
    }

    /** The example of ISO 7064: 0794 has the check digit 5 under MOD 11,10. */
    @Test
    void theCheckDigitIsTheOneOfTheStandard() {
        assertThat(Receipt.check("0794")).isEqualTo('5');
    }

    @Property
    void everySingleWrongDigitIsNoticed(
            @ForAll @LongRange(min = 1, max = 999_999) long number,
            @ForAll @IntRange(max = 14) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var right = Receipt.of("RZ", DAY, number).value();
        var digits = right.replaceAll("\\D", "");
        var wrong = new StringBuilder(digits);
        wrong.setCharAt(place, Character.forDigit((digits.charAt(place) - '0' + by) % 10, 10));
        var text = "RZ" + wrong.substring(0, 8) + "-" + wrong.substring(8, 14) + "-" + wrong.substring(14);

        assertThatThrownBy(() -> new Receipt(text)).isInstanceOf(Problem.class);
    }

    @Property
    void whatWasGivenOutIsReadAgain(@ForAll @LongRange(min = 1, max = 9_999_999) long number) {
        var receipt = Receipt.of("RZ", DAY, number);

        assertThat(new Receipt(" " + receipt.value().toLowerCase(java.util.Locale.ROOT) + " "))
                .isEqualTo(receipt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "RZ", "RZ20261124-123-1", "RZ20261124000123-7", "20261124-000123-7", "RZ20261124-000123-7-"})
    void anotherFormIsRefused(String text) {
        assertThatThrownBy(() -> new Receipt(text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().code()).isEqualTo("invalid-receipt"));
    }

    @Test
    void aSecretIsLongRandomAndForgivesHowItIsWritten() {
        var secret = ReceiptSecret.fresh();
        var hash = secret.hash();

        assertThat(secret.shown()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(secret.toString()).doesNotContain(secret.shown());
        assertThat(ReceiptSecret.fresh().shown()).isNotEqualTo(secret.shown());
        assertThat(new ReceiptSecret(secret.shown()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace("-", " "))
                        .matches(hash))
                .isTrue();
        assertThat(new ReceiptSecret(secret.shown().replace('0', 'O').replace('1', 'I')).matches(hash))
                .isTrue();
        assertThat(ReceiptSecret.fresh().matches(hash)).isFalse();
        assertThat(hash).doesNotContain(secret.shown());
    }
}

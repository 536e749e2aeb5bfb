package cn.quality.credit.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.platform.digest.ReceiptSecret;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a filing must hold, by its kind, and what is left of it without the complainant. */
class NewComplaintTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final Contact CONTACT = new Contact("示例人", "13800000000", "示例路1号", "sample@example.com");
    private static final NewComplaint.Recall RECALL = new NewComplaint.Recall("壶", "批", 12L, "烫", "换");
    private static final NewComplaint.Accident ACCIDENT =
            new NewComplaint.Accident(Instant.EPOCH, "园区", 0, 2, new BigDecimal("10.50"), "容器");
    private static final NewComplaint.Injury INJURY =
            new NewComplaint.Injury(NewComplaint.InjurySeverity.SLIGHT, "玩具", "医院");

    static Stream<Arguments> filings() {
        return Stream.of(
                Arguments.of(complete(ComplaintKind.COMPLAINT), List.of()),
                Arguments.of(complete(ComplaintKind.REPORT), List.of()),
                Arguments.of(complete(ComplaintKind.RECALL), List.of()),
                Arguments.of(complete(ComplaintKind.MAJOR_ACCIDENT), List.of()),
                Arguments.of(complete(ComplaintKind.PRODUCT_INJURY), List.of()),
                Arguments.of(
                        filing(
                                ComplaintKind.COMPLAINT,
                                "店",
                                null,
                                " ",
                                new Contact(null, " ", null, null),
                                null,
                                null,
                                null),
                        List.of("contact.address", "contact.name", "contact.phone", "happenedOn", "wish")),
                Arguments.of(filing(ComplaintKind.REPORT, "店", null, null, null, null, null, null), List.of()),
                Arguments.of(
                        filing(ComplaintKind.RECALL, "店", null, null, CONTACT, null, ACCIDENT, INJURY),
                        List.of("recall", "accident", "injury")),
                Arguments.of(
                        filing(ComplaintKind.MAJOR_ACCIDENT, "店", null, null, CONTACT, RECALL, null, null),
                        List.of("accident", "recall")),
                Arguments.of(
                        filing(ComplaintKind.PRODUCT_INJURY, "店", null, null, null, null, null, null),
                        List.of("happenedOn", "injury")),
                Arguments.of(
                        filing(ComplaintKind.REPORT, null, TODAY.plusDays(1), null, null, null, null, null),
                        List.of("enterpriseName", "happenedOn")));
    }

    @ParameterizedTest
    @MethodSource("filings")
    void eachKindHasItsParts(NewComplaint form, List<String> wrong) {
        if (wrong.isEmpty()) {
            form.check(TODAY);
        } else {
            assertThatThrownBy(() -> form.check(TODAY)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.type().code()).isEqualTo("invalid-argument");
                assertThat(problem.violations()).extracting(Violation::field).containsExactlyElementsOf(wrong);
            });
        }
    }

    @Test
    void aCodeStandsForTheName() {
        new NewComplaint(
                        ComplaintKind.REPORT,
                        "91371199MA3RH00187",
                        null,
                        ActivityField.SERVICES,
                        "371102",
                        TODAY,
                        null,
                        "示例示例示例示例示例",
                        null,
                        null,
                        null,
                        null,
                        null)
                .check(TODAY);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "-1, false", "2, false"})
    void itBecameKnownAfterItHappenedAndBeforeToday(int daysAfter, boolean fine) {
        var happened = TODAY.minusDays(1);
        var form = new NewComplaint(
                ComplaintKind.REPORT,
                null,
                "示例店",
                ActivityField.SERVICES,
                "371102",
                happened,
                happened.plusDays(daysAfter),
                "示例示例示例示例示例",
                null,
                null,
                null,
                null,
                null);

        if (fine) {
            form.check(TODAY);
        } else {
            assertThatThrownBy(() -> form.check(TODAY))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.violations())
                                    .extracting(Violation::field)
                                    .containsExactly("knownOn"));
        }
    }

    @Test
    void onlyANameMakesAComplainantNamed() {
        var phoneOnly = new Contact(null, "13800001234", null, null);
        var blank = new Contact(" ", null, null, null);

        assertThat(filing(ComplaintKind.REPORT, "店", TODAY, null, CONTACT, null, null, null)
                        .isNamed())
                .isTrue();
        for (var contact : new Contact[] {null, phoneOnly, blank}) {
            assertThat(filing(ComplaintKind.REPORT, "店", TODAY, null, contact, null, null, null)
                            .isNamed())
                    .isFalse();
        }
    }

    @Test
    void withoutTheComplainantEveryFreeTextIsRedacted() {
        var form = new NewComplaint(
                ComplaintKind.RECALL,
                "code",
                "店",
                ActivityField.SERVICES,
                "371102",
                TODAY,
                TODAY,
                " 叙述 ",
                " 愿望 ",
                CONTACT,
                RECALL,
                ACCIDENT,
                INJURY);

        assertThat(form.without(text -> "<" + text + ">"))
                .isEqualTo(new NewComplaint(
                        ComplaintKind.RECALL,
                        "code",
                        "店",
                        ActivityField.SERVICES,
                        "371102",
                        TODAY,
                        TODAY,
                        "<叙述>",
                        "<愿望>",
                        null,
                        new NewComplaint.Recall("<壶>", "<批>", 12L, "<烫>", "<换>"),
                        new NewComplaint.Accident(Instant.EPOCH, "<园区>", 0, 2, new BigDecimal("10.50"), "<容器>"),
                        new NewComplaint.Injury(NewComplaint.InjurySeverity.SLIGHT, "<玩具>", "<医院>")));
    }

    @Test
    void whatIsNotThereIsNotRedacted() {
        var form = filing(
                ComplaintKind.REPORT,
                "店",
                null,
                null,
                null,
                null,
                new NewComplaint.Accident(Instant.EPOCH, "园区", 0, 2, BigDecimal.ONE, null),
                new NewComplaint.Injury(NewComplaint.InjurySeverity.FATAL, "玩具", null));

        var left = form.without(text -> "x");

        assertThat(left.wish()).isNull();
        assertThat(left.recall()).isNull();
        assertThat(left.accident()).extracting(NewComplaint.Accident::product).isNull();
        assertThat(left.injury()).extracting(NewComplaint.Injury::hospital).isNull();
        var bare = complete(ComplaintKind.REPORT).without(text -> "x");
        assertThat(bare.accident()).isNull();
        assertThat(bare.injury()).isNull();
    }

    @Test
    void theFormIsThatOfItsKind() {
        assertThat(complete(ComplaintKind.COMPLAINT).form()).isNull();
        assertThat(complete(ComplaintKind.RECALL).form()).isEqualTo(RECALL);
        assertThat(complete(ComplaintKind.MAJOR_ACCIDENT).form()).isEqualTo(ACCIDENT);
        assertThat(complete(ComplaintKind.PRODUCT_INJURY).form()).isEqualTo(INJURY);
    }

    @Test
    void noTextOfItComesIntoALogByAccident() {
        assertThat(complete(ComplaintKind.RECALL)).hasToString("NewComplaint[RECALL]");
        assertThat(CONTACT).hasToString("Contact[…]");
        assertThat(new ReceiptSecret("K7QD-2MNP")).hasToString("ReceiptSecret[…]");
        assertThat(new Complainant.Addition("示例", Instant.EPOCH)).hasToString("Addition[…]");
        assertThat(new FiledComplaint("RZ1", "K7QD", ComplaintKind.REPORT, "局", Instant.EPOCH, null))
                .hasToString("FiledComplaint[RZ1]");
    }

    @Test
    void aSecretIsReadWithItsUsualSlips() {
        var secret = new ReceiptSecret("K0QD-2MN1-8RST-VWXY-Z011");

        assertThat(new ReceiptSecret(" kOqd 2mni8rst-vwxyzoL1 ").hash()).isEqualTo(secret.hash());
        assertThat(secret.matches(secret.hash())).isTrue();
        assertThat(secret.matches("0".repeat(64))).isFalse();
        assertThat(ReceiptSecret.fresh().shown())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}")
                .isNotEqualTo(ReceiptSecret.fresh().shown());
    }

    private static NewComplaint complete(ComplaintKind kind) {
        return filing(
                kind,
                "店",
                TODAY,
                "退款",
                CONTACT,
                kind == ComplaintKind.RECALL ? RECALL : null,
                kind == ComplaintKind.MAJOR_ACCIDENT ? ACCIDENT : null,
                kind == ComplaintKind.PRODUCT_INJURY ? INJURY : null);
    }

    private static NewComplaint filing(
            ComplaintKind kind,
            @Nullable String name,
            @Nullable LocalDate happenedOn,
            @Nullable String wish,
            @Nullable Contact contact,
            NewComplaint.@Nullable Recall recall,
            NewComplaint.@Nullable Accident accident,
            NewComplaint.@Nullable Injury injury) {
        return new NewComplaint(
                kind,
                null,
                name,
                ActivityField.SERVICES,
                "371102",
                happenedOn,
                null,
                "示例示例示例示例示例",
                wish,
                contact,
                recall,
                accident,
                injury);
    }
}

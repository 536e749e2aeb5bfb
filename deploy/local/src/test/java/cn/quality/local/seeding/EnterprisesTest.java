package cn.quality.local.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.local.seeding.Enterprise.SubjectType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnterprisesTest {

    private static final long MANY = 100_000;

    @Test
    void theFirstIsTheOneTheSampleLoginSpeaksFor() {
        var first = Enterprises.at(0);

        assertThat(first.uscc()).isEqualTo("91371199MA3RH00187");
        assertThat(first.name()).isEqualTo("日照示例海洋食品有限公司");
        assertThat(first.region()).isEqualTo("371102");
    }

    /** The index alone decides, not what was made before it. */
    @Test
    void theSameIndexAlwaysGivesTheSameEnterpriseAndRecords() {
        var inOrder = LongStream.range(0, 300).mapToObj(Enterprises::at).toList();

        for (long i = 299; i >= 0; i--) {
            var again = Enterprises.at(i);
            assertThat(again).isEqualTo(inOrder.get((int) i));
            assertThat(ArchiveRecords.of(again, i)).isEqualTo(ArchiveRecords.of(inOrder.get((int) i), i));
        }
    }

    @Test
    void aHundredThousandHaveCodesAndNamesOfTheirOwn() {
        var codes = new HashSet<String>();
        var names = new HashSet<String>();
        Enterprises.between(0, MANY).forEach(enterprise -> {
            codes.add(enterprise.uscc());
            names.add(enterprise.name());
        });

        assertThat(codes).hasSize((int) MANY);
        assertThat(names).hasSize((int) MANY);
    }

    /** Behind the last code of a prefix the next prefix begins; brands get longer on the way. */
    @ParameterizedTest
    @ValueSource(longs = {923_521, 1_000_000, 1_847_042})
    void codesStayValidBeyondAMillion(long index) {
        var code = Enterprises.at(index).uscc();

        assertThat(Codes.remainder(code)).isZero();
        assertThat(code).isNotEqualTo(Enterprises.at(index % 923_521).uscc());
    }

    @Test
    void everyCodeIsValidAndOfAPlaceThatDoesNotExist() {
        Enterprises.between(0, 5_000).map(Enterprise::uscc).forEach(code -> {
            assertThat(code).matches("9[123]371199[0-9A-HJ-NPQRTUWXY]{8}[0-9X][0-9A-HJ-NPQRTUWXY]");
            assertThat(Codes.remainder(code)).as(code).isZero();
            assertThat(Codes.organisationRemainder(code)).as(code).isZero();
        });
    }

    @Test
    void theCheckAgreesWithCodesOfRealLife() {
        assertThat(List.of("9144030071526726XG", "914403001922038216", "91110000802100433B"))
                .allSatisfy(code -> {
                    assertThat(Codes.remainder(code)).isZero();
                    assertThat(Codes.organisationRemainder(code)).isZero();
                });
    }

    @Test
    void everyoneIsVisiblyFictional() {
        Enterprises.between(0, 5_000).forEach(enterprise -> {
            assertThat(enterprise.fictional()).isTrue();
            assertThat(enterprise.name()).contains("示例");
        });
    }

    @Test
    void theCategoryOfTheCodeFollowsTheKindOfSubject() {
        var categories = Map.of(
                SubjectType.LEGAL_PERSON, '1',
                SubjectType.BRANCH, '1',
                SubjectType.SOLE_TRADER, '2',
                SubjectType.COOPERATIVE, '3');

        Enterprises.between(0, 2_000)
                .forEach(enterprise ->
                        assertThat(enterprise.uscc().charAt(1)).isEqualTo(categories.get(enterprise.subjectType())));
    }

    @Test
    void twoThousandFillEveryRegionAndField() {
        var all = Enterprises.between(0, 2_000).toList();

        assertThat(all.stream().map(Enterprise::region).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "371102", "371103", "371121", "371122", "371171", "371100-GXQ", "371100-SHT");
        assertThat(all.stream().flatMap(e -> e.fields().stream()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Enterprise.Field.values()));
    }

    @Test
    void recordsLieInTheLifeOfTheEnterpriseAndAreThreeOnAverage() {
        long records = 0;
        for (long i = 0; i < 5_000; i++) {
            var enterprise = Enterprises.at(i);
            var ofIt = ArchiveRecords.of(enterprise, i);
            records += ofIt.size();
            assertThat(ofIt).allSatisfy(record -> {
                assertThat(record.uscc()).isEqualTo(enterprise.uscc());
                assertThat(record.occurredOn()).isAfter(enterprise.registeredOn());
                assertThat(record.occurredOn()).isBefore(LocalDate.of(2026, 1, 1));
            });
        }

        assertThat(records / 5_000.0).isBetween(2.5, 3.5);
    }

    /** The live rates are of the current year: each of them finds something, and seeding again changes nothing. */
    @Test
    void theSamplingsOfTheYearAreOfEveryKindAndNeverOfTomorrow() {
        var summer = LocalDate.of(2031, 7, 15);
        var inSummer = sampledIn(summer);
        assertThat(inSummer.stream()
                        .map(record -> record.details().get("productKind"))
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of("INDUSTRIAL", "AGRICULTURAL", "FOOD"));
        assertThat(inSummer)
                .allSatisfy(record -> assertThat(record.occurredOn()).isBetween(LocalDate.of(2031, 1, 1), summer))
                .extracting(record -> record.details().get("result"))
                .contains("合格", "不合格");
        assertThat(inSummer)
                .extracting(record -> record.source().recordNumber())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(sampledIn(summer.plusYears(1)).stream()
                        .map(record -> record.source().recordNumber())
                        .toList());
        var inAutumn = sampledIn(summer.plusMonths(3));
        assertThat(inAutumn).containsAll(inSummer).hasSizeGreaterThan(inSummer.size());
    }

    private static List<ArchiveRecord> sampledIn(LocalDate day) {
        return LongStream.range(0, 2_000)
                .boxed()
                .flatMap(i -> ArchiveRecords.sampledIn(Enterprises.at(i), i, day).stream())
                .toList();
    }

    /** 山东省社会信用条例 art. 20: misconduct of a natural person is never displayed, and a sole trader is one. */
    @Test
    void onlyLegalPersonsHavePenalties() {
        var penalised = LongStream.range(0, 20_000)
                .filter(i -> ArchiveRecords.of(Enterprises.at(i), i).stream()
                        .anyMatch(record -> record.kind() == ArchiveRecord.Kind.PENALTY))
                .mapToObj(i -> Enterprises.at(i).subjectType())
                .collect(Collectors.toSet());

        assertThat(penalised).containsExactly(SubjectType.LEGAL_PERSON);
    }

    @Test
    void sourceNumbersOfRecordsAreUnique() {
        var numbers = LongStream.range(0, 20_000)
                .boxed()
                .flatMap(i -> ArchiveRecords.of(Enterprises.at(i), i).stream())
                .map(record -> record.source().recordNumber())
                .toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    /** The checks of GB 32100 and GB 11714 read as remainders, not as the generator computes them. */
    private static final class Codes {

        private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

        /** Σ value·3^(i−1) over 17 characters plus the check value: a multiple of 31 for a valid code. */
        static long remainder(String code) {
            long sum = 0;
            for (int i = 0; i < 17; i++) {
                sum += ALPHABET.indexOf(code.charAt(i)) * Math.round(Math.pow(3, i));
            }
            return (sum + ALPHABET.indexOf(code.charAt(17))) % 31;
        }

        /** Σ value·weight over eight characters plus the check value (X counts ten): a multiple of 11. */
        static int organisationRemainder(String code) {
            int[] weights = {3, 7, 9, 10, 5, 8, 4, 2, 1};
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                char c = code.charAt(8 + i);
                int value = i == 8 && c == 'X' ? 10 : Integer.parseInt(String.valueOf(c), 36);
                sum += value * weights[i];
            }
            return sum % 11;
        }
    }
}

package cn.quality.standards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same table is run against the database's function in {@link StatusInDatabaseTest}. */
class StandardFactsTest {

    static final String TABLE = """
            UPCOMING   |            |            |            | UPCOMING
            UPCOMING   | 2026-03-02 |            |            | UPCOMING
            UPCOMING   | 2026-03-01 |            |            | IN_FORCE
            UPCOMING   | 2020-01-01 | 2026-03-01 |            | ABOLISHED
            IN_FORCE   |            |            |            | IN_FORCE
            IN_FORCE   | 2026-03-02 |            |            | UPCOMING
            IN_FORCE   | 2020-01-01 | 2026-03-02 |            | IN_FORCE
            IN_FORCE   | 2020-01-01 | 2026-03-01 |            | ABOLISHED
            IN_FORCE   |            | 2026-02-01 |            | ABOLISHED
            REPLACED   | 2020-01-01 | 2026-02-01 |            | REPLACED
            REPLACED   | 2020-01-01 |            |            | REPLACED
            ABOLISHED  | 2020-01-01 |            |            | ABOLISHED
            UPCOMING   | 2026-03-02 |            | 2026-02-01 | REPLACED
            IN_FORCE   | 2020-01-01 |            | 2026-03-01 | REPLACED
            IN_FORCE   | 2020-01-01 |            | 2026-03-02 | IN_FORCE
            IN_FORCE   | 2020-01-01 | 2026-06-01 | 2026-01-01 | IN_FORCE
            IN_FORCE   | 2020-01-01 | 2026-02-15 | 2026-01-01 | REPLACED
            REPLACED   | 2020-01-01 |            | 2026-03-02 | IN_FORCE
            REPLACED   | 2020-01-01 |            | 2026-03-01 | REPLACED
            REPLACED   | 2020-01-01 | 2026-06-01 |            | IN_FORCE
            REPLACED   |            |            | 2026-03-02 | IN_FORCE
            ABOLISHED  | 2020-01-01 | 2026-06-01 |            | IN_FORCE
            ABOLISHED  | 2020-01-01 | 2026-02-01 | 2026-01-01 | ABOLISHED
            """;
    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void theLegalStateFollowsTheCalendar(
            Status stated,
            @Nullable LocalDate implemented,
            @Nullable LocalDate abolished,
            @Nullable LocalDate replaced,
            Status expected) {
        var facts = facts(stated, null, implemented, abolished);
        assertThat(facts.statusOn(DAY, replaced)).isEqualTo(expected);
    }

    /** Of the past nothing is told that nobody stated. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            REPLACED | 1999-01-01 | 2000-01-01 | -          | 2010-01-01 | -
            REPLACED | 1999-01-01 | 2000-01-01 | -          | 2026-03-01 | REPLACED
            REPLACED | 1999-01-01 | 2000-01-01 | 2015-01-01 | 2010-01-01 | IN_FORCE
            REPLACED | 1999-01-01 | 2000-01-01 | 2015-01-01 | 1999-06-01 | UPCOMING
            REPLACED | 1999-01-01 | 2000-01-01 | 2015-01-01 | 1998-12-31 | -
            IN_FORCE | -          | -          | -          | 2010-01-01 | -
            IN_FORCE | -          | -          | -          | 2026-03-01 | IN_FORCE
            IN_FORCE | 1999-01-01 | -          | -          | 2010-01-01 | IN_FORCE
            """)
    void ofThePastOnlyWhatFollowsFromDates(
            Status stated,
            @Nullable LocalDate published,
            @Nullable LocalDate implemented,
            @Nullable LocalDate abolished,
            LocalDate day,
            @Nullable Status expected) {
        var facts = facts(stated, published, implemented, abolished);
        assertThat(facts.statusOn(day, null, DAY)).isEqualTo(Optional.ofNullable(expected));
    }

    private static StandardFacts facts(
            Status stated,
            @Nullable LocalDate published,
            @Nullable LocalDate implemented,
            @Nullable LocalDate abolished) {
        return new StandardFacts(
                "题名",
                null,
                null,
                stated,
                published,
                implemented,
                abolished,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "source",
                Certainty.D);
    }
}

package cn.quality.standards.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.StandardsTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search filters by the legal state in SQL; it must never differ from the state the answer shows. */
@StandardsTest
class StatusInDatabaseTest {

    @Inject
    Jdbc sql;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = StandardFactsTest.TABLE)
    void sqlAndJavaAgree(
            Status stated,
            @Nullable LocalDate implemented,
            @Nullable LocalDate abolished,
            @Nullable LocalDate replaced,
            Status expected) {
        var computed = sql.first(
                "select standard_status(?, ?::date, ?::date, ?::date, ?::date)",
                row -> row.getString(1),
                stated.name(),
                implemented,
                abolished,
                replaced,
                StandardFactsTest.DAY);
        assertThat(computed).contains(expected.name());
    }
}

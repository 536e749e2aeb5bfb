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

    /** Searches restrict by columns instead, whose values the planner has counted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = StandardFactsTest.TABLE)
    void theColumnsOfASearchAgree(
            Status stated,
            @Nullable LocalDate implemented,
            @Nullable LocalDate abolished,
            @Nullable LocalDate replaced,
            Status expected) {
        var inForce = sql.first(
                "select (%s) <= day and day < (%s) from (select ?::varchar as status, ?::date as implemented_on, ?::date as abolished_on,"
                                .formatted(expressionOf("force_from"), expressionOf("force_until"))
                        + " ?::date as replaced_on, ?::date as day) s",
                row -> row.getBoolean(1),
                stated.name(),
                implemented,
                abolished,
                replaced,
                StandardFactsTest.DAY);
        assertThat(inForce).contains(expected == Status.IN_FORCE);
    }

    private String expressionOf(String column) {
        return sql.first("""
                        select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid
                          and a.attnum = d.adnum where d.adrelid = 'standard'::regclass and a.attname = ?""", row -> row.getString(1), column).orElseThrow();
    }
}

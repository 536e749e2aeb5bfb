package cn.quality.standards.suite;

import cn.quality.platform.sql.Jdbc;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Row counts of everything a write may leave behind, to show that a refused one left nothing. */
public final class Tables {

    private static final List<String> WRITTEN = List.of(
            "standard",
            "standard_relation",
            "standard_revision",
            "full_text",
            "stored_file",
            "currency_check",
            "declaration",
            "declaration_execution",
            "declaration_product",
            "group_body",
            "group_comment",
            "group_project",
            "registry_entry",
            "registry_revision",
            "tbt_notice",
            "tbt_subscription",
            "declaration_version",
            "requirement_version",
            "outbox",
            "decision_log",
            "idempotency");

    private Tables() {}

    public static Map<String, Long> rows(Jdbc sql) {
        return WRITTEN.stream().collect(Collectors.toMap(table -> table, table -> count(sql, table)));
    }

    public static long count(Jdbc sql, String table, Object... subject) {
        var where = subject.length == 0 ? "" : " where " + subject[0] + " = ?";
        return subject.length == 0
                ? sql.first("select count(*) from " + table, row -> row.getLong(1))
                        .orElseThrow()
                : sql.first("select count(*) from " + table + where, row -> row.getLong(1), subject[1])
                        .orElseThrow();
    }
}

package cn.quality.standards.group;

import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.catalogue.Certainty;
import cn.quality.standards.group.GroupTerms.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class GroupTermsRepository {

    private final Jdbc sql;

    GroupTermsRepository(Jdbc sql) {
        this.sql = sql;
    }

    GroupTerms on(LocalDate day) {
        return sql.first(
                        "select * from group_terms where valid_from <= ? order by valid_from desc limit 1",
                        GroupTermsRepository::terms,
                        day)
                .orElseThrow();
    }

    /** The latest first. */
    List<GroupTerms> all() {
        return sql.query("select * from group_terms order by valid_from desc", GroupTermsRepository::terms);
    }

    private static GroupTerms terms(ResultSet row) throws SQLException {
        return new GroupTerms(
                row.getObject("valid_from", LocalDate.class),
                row.getInt("comment_days"),
                new Share(row.getInt("approval_numerator"), row.getInt("approval_denominator")),
                new Share(row.getInt("quorum_numerator"), row.getInt("quorum_denominator")),
                row.getBoolean("bars_drafting_units"),
                row.getInt("review_years"),
                row.getString("source"),
                Certainty.valueOf(row.getString("certainty")));
    }
}

package cn.quality.credit.enterprise;

import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.identifiers.NameNormaliser;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Names are compared with their decimal points, and 乾, 著 and the like are no longer taken for 干 and 着: names with such
 * characters get the form in which they are searched for once more. The normaliser that does it is the one that searches, so
 * that this is a migration in Java.
 */
public class V17_1__Names_in_their_new_form extends BaseJavaMigration {

    private static final String CONCERNED = "name ~ '[乾俱吒夥姊徵摺於箝著藉跤阪麴麽]|[0-9０-９][.．][0-9０-９]'";

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        normalise(connection, "former_name", "enterprise_id, position");
        normalise(connection, "enterprise", "id");
        try (var sql = connection.createStatement()) {
            sql.executeUpdate("""
                    update enterprise e set name_terms = array(
                      select distinct term from (
                        select unnest(e.bigrams) as term union all
                        select unnest(f.bigrams) from former_name f where f.enterprise_id = e.id) terms)
                    where %s or id in (select enterprise_id from former_name where %s)""".formatted(CONCERNED, CONCERNED));
        }
    }

    private static void normalise(Connection connection, String table, String key) throws SQLException {
        try (var read = connection.createStatement();
                var rows = read.executeQuery(
                        "select ctid, name from %s where %s order by %s for update".formatted(table, CONCERNED, key));
                var write = connection.prepareStatement(
                        "update %s set normalised_name = ?, bigrams = ? where ctid = ?".formatted(table))) {
            while (rows.next()) {
                var normalised = NameNormaliser.normalise(rows.getString("name"));
                write.setString(1, normalised);
                write.setArray(
                        2,
                        connection.createArrayOf("text", Bigrams.of(normalised).toArray()));
                write.setObject(3, rows.getObject("ctid"));
                write.addBatch();
            }
            write.executeBatch();
        }
    }
}

package cn.quality.credit.listing;

import cn.quality.platform.sql.Jdbc;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The state of the published lists an answer was taken from. Every public answer carries it in the headers {@code
 * List-Version} and {@code List-As-Of}.
 *
 * @param asOf moment of the last change of the lists; they have been so since then
 */
public record ListEdition(long version, Instant asOf) {

    public static final String VERSION_HEADER = "List-Version";
    public static final String AS_OF_HEADER = "List-As-Of";

    /** Reads the columns {@code list_version} and {@code list_changed_at}. */
    public static ListEdition of(ResultSet row) throws SQLException {
        return new ListEdition(row.getLong("list_version"), Jdbc.instant(row, "list_changed_at"));
    }

    /** The same answer, with the edition named. */
    public Response.ResponseBuilder named(Response answer) {
        return Response.fromResponse(answer).header(VERSION_HEADER, version).header(AS_OF_HEADER, asOf.toString());
    }
}

package cn.quality.credit.archive;

import cn.quality.credit.batch.BatchForm;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A record as the row of a table: a column for each common field, and one for each field of the schemas. */
final class RecordCells {

    private static final String DETAILS = "details.";

    private static final Set<String> REQUIRED =
            Set.of("uscc", "kind", "title", "occurredOn", "disclosure", "source.department", "source.recordNumber");

    static final BatchForm<NewRecord> FORM = new BatchForm<>(NewRecord.class, columns(), REQUIRED, RecordCells::record);

    private RecordCells() {}

    private static Set<String> columns() {
        var columns = new HashSet<>(REQUIRED);
        columns.addAll(Set.of("validFrom", "validTo", "severity", "evidence"));
        RecordSchemas.fieldNames().forEach(name -> columns.add(DETAILS + name));
        return Set.copyOf(columns);
    }

    private static ObjectNode record(Map<String, String> cells) {
        var common = new HashMap<String, String>();
        var details = new HashMap<String, String>();
        cells.forEach((column, cell) -> {
            if (column.startsWith(DETAILS)) {
                details.put(column.substring(DETAILS.length()), cell);
            } else {
                common.put(column, cell);
            }
        });
        var record = BatchForm.fields(common, Set.of("evidence"));
        // Of a kind that is none nothing is filed anyway.
        kind(cells.getOrDefault("kind", ""))
                .ifPresent(kind -> record.set("details", RecordSchemas.of(kind).typed(details)));
        return record;
    }

    private static Optional<RecordKind> kind(String name) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}

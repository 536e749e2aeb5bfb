package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class RecordRepository implements PanacheRepositoryBase<ArchiveRecord, UUID> {

    private final Jdbc sql;

    RecordRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** The record, held until the commit: of two corrections one comes after the other. */
    Optional<ArchiveRecord> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The records of a chain, in order. */
    List<ArchiveRecord> chain(UUID first) {
        return list("id = ?1 or chain = ?1 order by position", first);
    }

    /** Those of these sources that have been stored, with what they became. One statement per department. */
    Map<Source, UUID> stored(Collection<Source> sources) {
        var found = new HashMap<Source, UUID>();
        sources.stream()
                .collect(Collectors.groupingBy(
                        Source::department, Collectors.mapping(Source::recordNumber, Collectors.toSet())))
                .forEach((department, numbers) -> sql.stream(
                        """
                        select source_record_number, id from archive_record
                        where source_department = ? and source_record_number = any(?)""",
                        row -> Map.entry(new Source(department, row.getString(1)), row.getObject(2, UUID.class)),
                        stored -> found.put(stored.getKey(), stored.getValue()),
                        department,
                        numbers.toArray(String[]::new)));
        return found;
    }

    List<ArchiveRecord> penaltiesAfter(String uscc, LocalDate day) {
        return list("uscc = ?1 and kind = PENALTY and occurredOn > ?2 and standing", uscc, day);
    }
}

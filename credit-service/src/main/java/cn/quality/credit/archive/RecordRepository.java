package cn.quality.credit.archive;

import cn.quality.credit.batch.Source;
import cn.quality.credit.rules.Severity;
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
import java.util.function.Consumer;
import java.util.function.Function;
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
    Map<Source, ArchiveRecord> stored(Collection<Source> sources) {
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
        var records = getSession().findMultiple(ArchiveRecord.class, List.copyOf(found.values())).stream()
                .collect(Collectors.toMap(record -> record.id, Function.identity()));
        var stored = new HashMap<Source, ArchiveRecord>();
        found.forEach((source, id) ->
                stored.put(source, Optional.ofNullable(records.get(id)).orElseThrow()));
        return stored;
    }

    /** Records of a department as they would be sent again, with the present name of their enterprise. */
    void sent(String department, RecordKind kind, LocalDate from, LocalDate to, Consumer<? super NewRecord> consumer) {
        sql.stream(
                """
                select r.uscc, r.title, r.occurred_on, r.valid_from, r.valid_to, r.severity, r.disclosure, r.details,
                  r.source_record_number, e.name
                from archive_record r join enterprise e on e.uscc = r.uscc
                where r.source_department = ? and r.kind = ? and r.standing and r.occurred_on between ? and ?
                order by r.occurred_on, r.id""",
                row -> new NewRecord(
                        row.getString(1),
                        kind,
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        Optional.ofNullable(row.getString(6))
                                .map(Severity::valueOf)
                                .orElse(null),
                        Disclosure.valueOf(row.getString(7)),
                        NewRecord.details(row.getString(8)),
                        null,
                        new Source(department, row.getString(9)),
                        row.getString(10)),
                consumer,
                department,
                kind.name(),
                from,
                to);
    }

    List<ArchiveRecord> penaltiesAfter(String uscc, LocalDate day) {
        return list("uscc = ?1 and kind = PENALTY and occurredOn > ?2 and standing", uscc, day);
    }
}

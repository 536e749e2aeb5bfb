package cn.quality.credit.archive;

import cn.quality.credit.intake.Source;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
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
                .forEach((department, numbers) -> getEntityManager()
                        .createQuery("""
                                select r.sourceRecordNumber as number, r.id as id from ArchiveRecord r
                                where r.sourceDepartment = :department and r.sourceRecordNumber in :numbers""", Tuple.class)
                        .setParameter("department", department)
                        .setParameter("numbers", numbers)
                        .getResultStream()
                        .forEach(row -> found.put(
                                new Source(department, row.get("number", String.class)), row.get("id", UUID.class))));
        return found;
    }

    long countHeavyPenaltiesAfter(String uscc, LocalDate day) {
        return count("uscc = ?1 and kind = PENALTY and severity in (GENERAL, SERIOUS) and occurredOn > ?2"
                        + " and standing",
                uscc,
                day);
    }
}

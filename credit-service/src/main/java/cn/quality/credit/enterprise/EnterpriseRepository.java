package cn.quality.credit.enterprise;

import cn.quality.credit.batch.Source;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class EnterpriseRepository implements PanacheRepositoryBase<Enterprise, UUID> {

    private final Jdbc sql;

    EnterpriseRepository(Jdbc sql) {
        this.sql = sql;
    }

    Optional<Enterprise> byCode(String uscc) {
        return find("uscc", uscc).firstResultOptional();
    }

    /** The enterprise, held until the commit: its changes come one after the other. */
    Optional<Enterprise> hold(String uscc) {
        return find("uscc", uscc).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** The code of the enterprise whose change of name this source reported. */
    Optional<String> renamedBy(Source source) {
        return changedBy("formerNames", source);
    }

    /** The code of the enterprise whose move this source reported. */
    Optional<String> movedBy(Source source) {
        return changedBy("formerRegions", source);
    }

    /** The code of the enterprise whose amendment this source reported. */
    Optional<String> amendedBy(Source source) {
        return changedBy("formerParticulars", source);
    }

    private Optional<String> changedBy(String history, Source source) {
        return getEntityManager()
                .createQuery("""
                        select e.uscc from Enterprise e join e.%s f
                        where f.sourceDepartment = :department and f.sourceRecordNumber = :number""".formatted(history), String.class)
                .setParameter("department", source.department())
                .setParameter("number", source.recordNumber())
                .getResultStream()
                .findFirst();
    }

    /** Branches of a parent in the order of their codes, one more than asked for. */
    List<Enterprise> branches(String parent, PageRequest page) {
        return find(
                        "parent = ?1 and uscc > ?2 order by uscc",
                        parent,
                        page.cursor().map(last -> last.text(0)).orElse(""))
                .page(0, page.fetch())
                .list();
    }

    List<Enterprise> byCodes(Collection<String> codes) {
        return list("uscc in ?1", codes);
    }

    /** Those of these sources that have been stored, with what they became. One statement per department. */
    Map<Source, Enterprise> stored(Collection<Source> sources) {
        var found = new HashMap<Source, Enterprise>();
        sources.stream()
                .collect(Collectors.groupingBy(
                        Source::department, Collectors.mapping(Source::recordNumber, Collectors.toSet())))
                .forEach((department, numbers) -> getEntityManager()
                        .createQuery("""
                                select e from Enterprise e
                                where e.sourceDepartment = :department and e.sourceRecordNumber in :numbers""", Enterprise.class)
                        .setParameter("department", department)
                        .setParameter("numbers", numbers)
                        .getResultStream()
                        .forEach(enterprise ->
                                found.put(new Source(department, enterprise.sourceRecordNumber), enterprise)));
        return found;
    }

    /** Those of these codes under which an enterprise is on file. */
    Set<String> onFile(Collection<String> codes) {
        List<String> found = getEntityManager()
                .createQuery("select e.uscc from Enterprise e where e.uscc in :codes", String.class)
                .setParameter("codes", codes)
                .getResultList();
        return Set.copyOf(found);
    }

    /** The present name first, then former ones. */
    Map<String, List<String>> names(Collection<String> codes) {
        return sql
                .query(
                        """
                        select e.uscc, e.name, f.name from enterprise e
                        left join former_name f on f.enterprise_id = e.id where e.uscc = any(?)""",
                        row -> Map.entry(
                                row.getString(1),
                                Stream.of(row.getString(2), row.getString(3))
                                        .filter(Objects::nonNull)
                                        .toList()),
                        (Object) codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.flatMapping(
                                names -> names.getValue().stream(),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new), List::copyOf))));
    }

    /** Of those of these codes that are on file, by an array: one plan for any number. */
    Map<String, Presence> presences(Collection<String> codes) {
        return sql
                .query(
                        "select uscc, region, closed_on from enterprise where uscc = any(?)",
                        row -> Map.entry(
                                row.getString(1), new Presence(row.getString(2), row.getObject(3, LocalDate.class))),
                        (Object) codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package cn.quality.credit.lookup;

import cn.quality.credit.enterprise.ActivityField;
import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.FormerName;
import cn.quality.credit.enterprise.NameNormaliser;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.identifier.UnifiedSocialCreditCode;
import cn.quality.credit.listing.PublicListing;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresEnterpriseLookup implements EnterpriseLookup {

    /** One statement, so that all parts are of one moment; a part that has nothing comes as null and costs nothing. */
    private static final String BY_CODE = """
            select e.uscc, e.name, e.region, e.subject_type, e.status, e.industry, e.fields, e.registered_on, e.closed_on,
              case when e.subject_type <> 'SOLE_TRADER' then e.address end as address, e.fictional,
              (select json_agg(json_build_object('name', f.name, 'from', f.valid_from, 'to', f.valid_to) order by f.position)
               from former_name f where f.enterprise_id = e.id
              ) as former_names,
              (select json_agg(json_build_object(
                        'id', l.id, 'uscc', l.uscc, 'enterpriseName', e.name, 'kind', l.kind, 'field', l.field,
                        'ground', l.ground, 'legalBasis', l.legal_basis, 'region', l.region, 'authority', l.authority,
                        'documentNumber', l.document_number, 'decidedOn', l.decided_on, 'measures', l.measures,
                        'removal', l.removal, 'remedies', l.remedies, 'announcement', l.announcement,
                        'publishedAt', l.published_at, 'validUntil', l.valid_until, 'fictional', e.fictional)
                      order by l.published_at desc, l.id desc)
               from listing l
               where l.uscc = e.uscc and l.state = 'PUBLISHED' and (l.valid_until is null or l.valid_until >= p.today)
              ) as listings,
              (select json_agg(json_build_object('title', h.title, 'department', h.source_department,
                        'awardedOn', h.occurred_on, 'validTo', h.valid_to) order by h.occurred_on desc, h.id)
               from (select * from archive_record r
                     where r.uscc = e.uscc and r.kind = 'HONOUR' and r.disclosure = 'PUBLIC'
                       and (r.valid_to is null or r.valid_to >= p.today)
                     order by r.occurred_on desc, r.id limit 100) h
              ) as honours,
              (select json_object_agg(c.kind, c.number order by c.kind)
               from (select r.kind, count(*) as number from archive_record r
                     where r.uscc = e.uscc and r.disclosure = 'PUBLIC' and (r.valid_to is null or r.valid_to >= p.today)
                     group by r.kind) c
              ) as record_counts,
              (select json_agg(json_build_object('declarationId', s.declaration_id, 'standardNumber', s.standard_number,
                        'standardTitle', s.standard_title, 'ownStandard', s.own_standard, 'declaredAt', s.declared_at)
                      order by s.declared_at desc, s.declaration_id)
               from (select * from declared_standard d where d.uscc = e.uscc and d.state = 'PUBLIC'
                     order by d.declared_at desc, d.declaration_id limit 100) s
              ) as declared_standards,
              v.version as list_version,
              greatest(v.changed_at, e.recorded_at, e.closure_recorded_at,
                (select max(f.recorded_at) from former_name f where f.enterprise_id = e.id),
                (select max(r.recorded_at) from archive_record r where r.uscc = e.uscc and r.disclosure = 'PUBLIC'),
                (select max(d.received_at) from declared_standard d where d.uscc = e.uscc and d.state = 'PUBLIC')) as as_of
            from enterprise e, list_version v, (select ?::date as today) p
            where e.uscc = ?""";

    /**
     * Present and former names, each read in the order of its own index and cut before they are put together. A former name
     * counts only when neither the present nor a later former name of the same enterprise fits, so each comes once.
     */
    private static final String BY_NAME = """
            select * from (
              (select e.id, e.uscc, e.name, e.normalised_name as found, null as matched_name, e.region, e.subject_type,
                 e.status, e.fictional
               from enterprise e
               where e.bigrams @> ?::text[] and e.normalised_name like ?%1$s
               order by e.normalised_name, e.id limit ?)
              union all
              (select e.id, e.uscc, e.name, f.normalised_name as found, f.name as matched_name, e.region, e.subject_type,
                 e.status, e.fictional
               from former_name f join enterprise e on e.id = f.enterprise_id
               where f.bigrams @> ?::text[] and f.normalised_name like ?%2$s and e.normalised_name not like ?
                 and not exists (select from former_name later where later.enterprise_id = f.enterprise_id
                                 and later.position > f.position and later.normalised_name like ?)
               order by f.normalised_name, f.enterprise_id limit ?)
            ) hits
            order by found, id limit ?""";

    private static final String ALL_NAMES = BY_NAME.formatted("", "");
    private static final String NAMES_AFTER = BY_NAME.formatted(
            " and (e.normalised_name, e.id) > (?, ?)", " and (f.normalised_name, f.enterprise_id) > (?, ?)");

    private static final TypeReference<List<FormerName>> FORMER_NAMES = new TypeReference<>() {};
    private static final TypeReference<List<PublicListing>> LISTINGS = new TypeReference<>() {};
    private static final TypeReference<List<PublicEnterprise.Honour>> HONOURS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<PublicEnterprise.DeclaredStandard>> STANDARDS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    PostgresEnterpriseLookup(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<PublicEnterprise> byCode(UnifiedSocialCreditCode code, LocalDate today) {
        return sql.first(BY_CODE, this::enterprise, today, code.value());
    }

    @Override
    public Page<EnterpriseHit> byName(String normalised, PageRequest page) {
        var bigrams = NameNormaliser.bigrams(normalised).toArray(String[]::new);
        var like = "%" + normalised + "%";
        var rows = page.cursor()
                .map(last -> sql.query(
                        NAMES_AFTER,
                        PostgresEnterpriseLookup::hit,
                        bigrams,
                        like,
                        last.text(0),
                        last.uuid(1),
                        page.fetch(),
                        bigrams,
                        like,
                        last.text(0),
                        last.uuid(1),
                        like,
                        like,
                        page.fetch(),
                        page.fetch()))
                .orElseGet(() -> sql.query(
                        ALL_NAMES,
                        PostgresEnterpriseLookup::hit,
                        bigrams,
                        like,
                        page.fetch(),
                        bigrams,
                        like,
                        like,
                        like,
                        page.fetch(),
                        page.fetch()));
        return Page.of(rows, page, row -> Cursor.of(row.found(), row.id())).map(Row::hit);
    }

    /** @param found the normalised name that fits: what the page is ordered by */
    private record Row(UUID id, String found, EnterpriseHit hit) {}

    private static Row hit(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("found"),
                new EnterpriseHit(
                        row.getString("uscc"),
                        row.getString("name"),
                        row.getString("region"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        EnterpriseStatus.valueOf(row.getString("status")),
                        row.getBoolean("fictional"),
                        row.getString("matched_name"),
                        EnterpriseHit.Match.POSSIBLE));
    }

    private PublicEnterprise enterprise(ResultSet row) throws SQLException {
        return new PublicEnterprise(
                row.getString("uscc"),
                row.getString("name"),
                part(row, "former_names", FORMER_NAMES).orElse(null),
                row.getString("region"),
                SubjectType.valueOf(row.getString("subject_type")),
                EnterpriseStatus.valueOf(row.getString("status")),
                row.getString("industry"),
                Arrays.stream((String[]) row.getArray("fields").getArray())
                        .map(ActivityField::valueOf)
                        .toList(),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getString("address"),
                row.getBoolean("fictional"),
                part(row, "listings", LISTINGS).orElse(List.of()),
                part(row, "honours", HONOURS).orElse(List.of()),
                part(row, "record_counts", COUNTS).orElse(Map.of()),
                part(row, "declared_standards", STANDARDS).orElse(List.of()),
                row.getLong("list_version"),
                Sql.instant(row, "as_of"));
    }

    private <T> Optional<T> part(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? Optional.empty() : Optional.of(json.readValue(text, type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

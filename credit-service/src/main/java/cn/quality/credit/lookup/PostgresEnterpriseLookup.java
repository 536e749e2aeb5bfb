package cn.quality.credit.lookup;

import cn.quality.credit.enterprise.EnterpriseStatus;
import cn.quality.credit.enterprise.IrregularCode;
import cn.quality.credit.enterprise.SubjectType;
import cn.quality.credit.listing.ListEdition;
import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.sql.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresEnterpriseLookup implements EnterpriseLookup {

    /** A {@link cn.quality.credit.listing.PublicListing}, of an entry {@code l} of the enterprise {@code e}. */
    private static final String ENTRY = """
            json_build_object(
              'id', l.id, 'uscc', e.uscc, 'enterpriseName', e.name, 'kind', l.kind, 'field', l.field, 'ground', l.ground,
              'legalBasis', l.legal_basis, 'region', l.region, 'authority', l.authority, 'documentNumber', l.document_number,
              'decidedOn', l.decided_on, 'measures', l.measures, 'removal', l.removal, 'remedies', l.remedies,
              'announcement', l.announcement, 'batch', case when l.batch_id is not null then
                json_build_object('id', l.batch_id, 'year', l.batch_year, 'number', l.batch_number) end,
              'publishedAt', utc(l.published_at), 'validUntil', l.valid_until, 'statement', l.statement,
              'statedAt', utc(l.stated_at), 'fictional', e.fictional,
              'creditChinaUntil', l.credit_china_until, 'basis', l.basis,
              'removalProcedure', l.removal_procedure)""";

    /** What is wrong with the code of the enterprise {@code e}, as {@link PublicWarning}s. */
    private static final String WARNINGS =
            """
            case when e.irregular_reason is not null then
              json_build_array(json_build_object('code', '%s', 'text', json_build_object('zh', '%s', 'en', '%s'))) end""".formatted(IrregularCode.WARNING, IrregularCode.WARNING_TEXT.zh(), IrregularCode.WARNING_TEXT.en());

    /**
     * One statement, so that all parts are of one moment; the database writes the answer itself, which nobody then has to
     * read and write again. {@link PublicEnterprise} describes it.
     */
    private static final String BY_CODE = """
            select v.version as list_version, v.changed_at as list_changed_at, json_strip_nulls(json_build_object(
              'uscc', e.uscc, 'name', e.name, 'warnings', %s,
              'formerNames',
              (select json_agg(json_build_object('name', f.name, 'from', f.valid_from, 'to', f.valid_to) order by f.position)
               from former_name f where f.enterprise_id = e.id),
              'region', e.region, 'subjectType', e.subject_type, 'status', e.status, 'industry', e.industry,
              'fields', e.fields, 'registeredOn', e.registered_on, 'closedOn', e.closed_on,
              'address', case when e.subject_type <> 'SOLE_TRADER' then e.address end, 'fictional', e.fictional,
              'parent',
              (select json_build_object('uscc', r.uscc, 'name', r.name, 'status', r.status)
               from enterprise r where r.uscc = e.parent),
              'branches',
              (select json_agg(json_build_object('uscc', r.uscc, 'name', r.name, 'status', r.status) order by r.uscc)
               from (select * from enterprise b where b.parent = e.uscc order by b.uscc limit 100) r),
              'listings', coalesce(
              (select json_agg(%s
                      order by l.published_at desc, l.id desc)
               from public_listing l where l.uscc = e.uscc and (l.valid_until is null or l.valid_until >= p.today)), '[]'),
              'honours', coalesce(
              (select json_agg(json_build_object('title', h.title, 'department', h.source_department,
                        'awardedOn', h.occurred_on, 'validTo', h.valid_to) order by h.occurred_on desc, h.id)
               from (select * from archive_record r
                     where r.uscc = e.uscc and r.kind = 'HONOUR' and r.disclosure = 'PUBLIC' and r.standing
                       and (r.valid_to is null or r.valid_to >= p.today)
                     order by r.occurred_on desc, r.id limit 100) h), '[]'),
              'recordCounts', coalesce(
              (select json_object_agg(c.kind, c.number order by c.kind)
               from (select r.kind, count(*) as number from archive_record r
                     where r.uscc = e.uscc and r.disclosure = 'PUBLIC' and r.standing and (r.valid_to is null or r.valid_to >= p.today)
                     group by r.kind) c), '{}'),
              'declaredStandards', coalesce(
              (select json_agg(json_build_object('declarationId', s.declaration_id, 'standardNumber', s.standard_number,
                        'standardTitle', s.standard_title, 'ownStandard', s.own_standard, 'declaredAt', utc(s.declared_at))
                      order by s.declared_at desc, s.declaration_id)
               from (select * from declared_standard d where d.uscc = e.uscc and d.state = 'PUBLIC'
                     order by d.declared_at desc, d.declaration_id limit 100) s), '[]'),
              'listVersion', v.version,
              'asOf', utc(greatest(v.changed_at, e.recorded_at, e.changed_at, e.closure_recorded_at,
                (select max(f.recorded_at) from former_name f where f.enterprise_id = e.id),
                (select max(greatest(r.recorded_at, r.changed_at, r.closure_recorded_at)) from enterprise r
                 where r.parent = e.uscc or r.uscc = e.parent),
                (select max(r.recorded_at) from archive_record r where r.uscc = e.uscc and (r.disclosure = 'PUBLIC' or r.position > 1)),
                (select max(d.received_at) from declared_standard d where d.uscc = e.uscc and d.state = 'PUBLIC')))
            ))::text as written
            from enterprise e, list_version v, (select ?::date as today) p
            where e.uscc = ?""".formatted(WARNINGS, ENTRY);

    /** Of the names and regions in their order, the first that was not known to be over by that day. */
    private static final String STATUS = """
            select v.version as list_version, v.changed_at as list_changed_at, json_strip_nulls(json_build_object(
              'uscc', e.uscc, 'warnings', %s, 'validAt', p.day, 'knownAt', utc(p.asked), 'standing', p.standing,
              'name', case when p.standing in ('ACTIVE', 'CLOSED') then coalesce(
                (select f.name from former_name f
                 where f.enterprise_id = e.id and (f.valid_to > p.day or f.recorded_at > p.moment)
                 order by f.position limit 1), e.name) end,
              'region', case when p.standing in ('ACTIVE', 'CLOSED') then coalesce(
                (select f.region from former_region f
                 where f.enterprise_id = e.id and (f.valid_to > p.day or f.recorded_at > p.moment)
                 order by f.position limit 1), e.region) end,
              'registeredOn', case when p.standing <> 'NOT_ON_FILE' then e.registered_on end,
              'closedOn', case when p.standing = 'CLOSED' then e.closed_on end,
              'listings', coalesce(
              (select json_agg(json_build_object('listing', %s,
                        'from', lower(x.valid), 'to', upper(x.valid) - 1 %s) order by l.published_at desc, l.id desc)
               from listing_span x join (%s) l on l.id = x.listing_id
               where x.valid @> p.day and x.recorded @> p.moment), '[]'),
              'recordCounts', coalesce(
              (select json_object_agg(c.kind, c.number order by c.kind)
               from (select r.kind, count(*) as number from archive_record r
                     where r.uscc = e.uscc and r.recorded_at <= p.moment and r.occurred_on <= p.day
                       and (r.valid_to is null or r.valid_to >= p.day) %s
                     group by r.kind) c), '{}'),
              'listVersion', v.version, 'asOf', utc(v.changed_at)))::text as written
            from list_version v, enterprise e
            cross join lateral (
              select q.*, case when e.recorded_at > q.moment then 'NOT_ON_FILE'
                               when e.registered_on > q.day then 'NOT_YET_REGISTERED'
                               when e.closure_recorded_at <= q.moment and e.closed_on <= q.day then 'CLOSED'
                               else 'ACTIVE' end as standing
              from (select day, asked, coalesce(asked, 'infinity') as moment, today
                    from (values (?::date, ?::timestamptz, ?::date)) as asked_for (day, asked, today)) q) p
            where e.uscc = ?""";

    private static final String STATUS_FOR_ALL = STATUS.formatted(
            WARNINGS,
            ENTRY,
            "",
            "select * from public_listing where uscc = e.uscc and (valid_until is null or valid_until >= p.today)",
            "and r.disclosure = 'PUBLIC' and r.standing and (r.valid_to is null or r.valid_to >= p.today)");

    private static final String STATUS_FOR_AUDITORS = STATUS.formatted(
            WARNINGS,
            ENTRY,
            ", 'state', l.state, 'knownFrom', utc(lower(x.recorded)), 'knownTo', utc(upper(x.recorded))",
            """
            select i.*, b.year as batch_year, b.number as batch_number
            from listing i left join publication_batch b on b.id = i.batch_id where i.uscc = e.uscc""",
            """
            and not r.voided and not exists
              (select from archive_record later where later.corrects = r.id and later.recorded_at <= p.moment)""");

    /**
     * In the order of the file, which no word of a name follows: so a common word fills its page soon, and a rare one is
     * found by the index of pairs. Two characters are one pair, and need not be looked at again.
     */
    private static final String BY_NAME = """
            select v.version as list_version, v.changed_at as list_changed_at, hits.*
            from list_version v left join (
              select e.id, e.uscc, e.name, e.region, e.subject_type, e.status, e.fictional,
                case when not e.bigrams @> p.terms or e.normalised_name not like p.text then
                  (select f.name from former_name f where f.enterprise_id = e.id and f.normalised_name like p.text
                   order by f.position desc limit 1)
                end as matched_name
              from enterprise e, (select ?::text[] as terms, ?::text as text) p
              where e.name_terms @> p.terms%s
              order by e.id limit ?) hits on true
            order by hits.id""";

    private static final String LONGER = """

            and (e.normalised_name like p.text or exists
              (select from former_name f where f.enterprise_id = e.id and f.normalised_name like p.text))""";
    private static final String NEXT = " and e.id > ?";

    private final Jdbc sql;

    PostgresEnterpriseLookup(Jdbc sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Written> byCode(UnifiedSocialCreditCode code, LocalDate today) {
        return sql.first(BY_CODE, PostgresEnterpriseLookup::written, today, code.value());
    }

    @Override
    public Optional<Written> status(UnifiedSocialCreditCode code, Question question, LocalDate today) {
        return sql.first(
                question.everything() ? STATUS_FOR_AUDITORS : STATUS_FOR_ALL,
                PostgresEnterpriseLookup::written,
                question.validAt(),
                question.knownAt().orElse(null),
                today,
                code.value());
    }

    /** The bytes as they come: the session speaks UTF-8, as JSON does. */
    private static Written written(ResultSet row) throws SQLException {
        return new Written(row.getBytes("written"), ListEdition.of(row));
    }

    @Override
    public Hits byName(String normalised, PageRequest page) {
        var terms = Bigrams.of(normalised).toArray(String[]::new);
        var arguments = new ArrayList<@Nullable Object>(List.of(terms, "%" + normalised + "%"));
        var conditions = new StringBuilder(terms.length > 1 ? LONGER : "");
        page.cursor().ifPresent(last -> {
            conditions.append(NEXT);
            arguments.add(last.uuid(0));
        });
        arguments.add(page.fetch());
        var rows = sql.query(BY_NAME.formatted(conditions), PostgresEnterpriseLookup::row, arguments.toArray());
        var hits = rows.stream().flatMap(row -> row.hit().stream()).toList();
        return new Hits(
                Page.of(hits, page, hit -> Cursor.of(hit.id())).map(Hit::shown),
                rows.getFirst().edition());
    }

    @Override
    public Map<String, EnterpriseHit> hits(Collection<String> codes) {
        return sql
                .query(
                        "select *, null as matched_name from enterprise where uscc = any(?)",
                        row -> hit(row).shown(),
                        (Object) codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(EnterpriseHit::uscc, Function.identity()));
    }

    private record Row(Optional<Hit> hit, ListEdition edition) {}

    private record Hit(UUID id, EnterpriseHit shown) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id") == null ? Optional.empty() : Optional.of(hit(row)), ListEdition.of(row));
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject("id", UUID.class),
                new EnterpriseHit(
                        row.getString("uscc"),
                        row.getString("name"),
                        row.getString("region"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        EnterpriseStatus.valueOf(row.getString("status")),
                        row.getBoolean("fictional"),
                        row.getString("matched_name"),
                        EnterpriseHit.Match.POSSIBLE,
                        null,
                        null));
    }
}

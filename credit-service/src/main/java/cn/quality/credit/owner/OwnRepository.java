package cn.quality.credit.owner;

import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the file of one enterprise across the features that store it. */
@ApplicationScoped
class OwnRepository {

    /** What the office prepares before it serves the notice is its own paper (告知之前). */
    private static final String TOLD = """
            l.state not in ('DRAFT', 'LEGAL_REVIEW', 'REVIEW')
            and (l.state <> 'REJECTED'
                 or exists (select from listing_act a where a.listing_id = l.id and a.act in ('SERVE_NOTICE', 'ANNOUNCE')))""";

    private static final String FILE = """
            select section, key, day, title, state, source, jsonb_strip_nulls(content)::text as content from (
              select 0 as section, e.id::text as key, e.registered_on as day, e.name as title, e.status as state,
                e.source_department as source,
                jsonb_build_object('uscc', e.uscc, 'region', e.region, 'subjectType', e.subject_type,
                  'industry', e.industry, 'fields', e.fields, 'address', e.address, 'parent', e.parent,
                  'nameSince', e.name_since, 'regionSince', e.region_since,
                  'closedOn', e.closed_on, 'closureReason', e.closure_reason, 'recordNumber', e.source_record_number,
                  'recordedAt', utc(e.recorded_at)) as content
              from own join enterprise e using (uscc)
              union all
              select 1, lpad(f.position::text, 9, '0'), f.valid_from, f.name, 'FORMER', f.source_department,
                jsonb_build_object('validTo', f.valid_to, 'reason', f.reason, 'recordNumber', f.source_record_number,
                  'recordedAt', utc(f.recorded_at))
              from own join enterprise e using (uscc) join former_name f on f.enterprise_id = e.id
              union all
              select 2, lpad(f.position::text, 9, '0'), f.valid_from, f.region, 'FORMER', f.source_department,
                jsonb_build_object('validTo', f.valid_to, 'reason', f.reason, 'recordNumber', f.source_record_number,
                  'recordedAt', utc(f.recorded_at))
              from own join enterprise e using (uscc) join former_region f on f.enterprise_id = e.id
              union all
              select 3, lpad(f.position::text, 9, '0'), null, coalesce(f.industry, ''), 'FORMER', f.source_department,
                jsonb_build_object('industry', f.industry, 'fields', f.fields, 'address', f.address, 'parent', f.parent,
                  'validTo', f.valid_to, 'reason', f.reason, 'recordNumber', f.source_record_number,
                  'recordedAt', utc(f.recorded_at))
              from own join enterprise e using (uscc) join former_particulars f on f.enterprise_id = e.id
              union all
              select 4, r.id::text, r.occurred_on, r.title, case when r.standing then 'STANDING' when r.voided then 'VOID'
                       else 'CORRECTED' end, r.source_department,
                jsonb_build_object('kind', r.kind, 'disclosure', r.disclosure, 'severity', r.severity,
                  'validFrom', r.valid_from, 'validTo', r.valid_to, 'details', r.details, 'corrects', r.corrects,
                  'reason', r.reason, 'evidence', r.evidence,
                  'recordNumber', r.source_record_number, 'recordedAt', utc(r.recorded_at))
              from own join archive_record r using (uscc)
              union all
              select 5, l.id::text, l.decided_on, l.ground, l.state, l.authority,
                jsonb_build_object('kind', l.kind, 'field', l.field, 'legalBasis', l.legal_basis, 'region', l.region,
                  'severity', l.severity, 'documentNumber', l.document_number, 'facts', l.facts, 'measures', l.measures,
                  'basis', l.basis, 'removal', l.removal, 'removalProcedure', l.removal_procedure,
                  'remedies', l.remedies, 'announcement', l.announcement,
                  'publishedAt', utc(l.published_at), 'validUntil', l.valid_until, 'statement', l.statement,
                  'statedAt', utc(l.stated_at),
                  'measuresLiftedOn', l.measures_lifted_on,
                  'acts', (select jsonb_agg(jsonb_build_object('act', a.act, 'at', utc(a.at)) order by a.position)
                           from listing_act a where a.listing_id = l.id),
                  'terms', (select jsonb_agg(jsonb_build_object('term', c.clock, 'startedOn', c.started_on, 'due', c.due,
                              'endedOn', c.ended_on, 'rulePack', c.rule_pack) order by c.position)
                            from listing_clock c where c.listing_id = l.id),
                  'objections', (select jsonb_agg(jsonb_build_object('id', o.id, 'raisedAt', utc(o.raised_at),
                                   'content', o.content, 'evidence', o.evidence, 'outcome', o.outcome,
                                   'answer', o.answer, 'decidedAt', utc(o.decided_at)) order by o.raised_at)
                                 from objection o where o.listing_id = l.id),
                  'repairApplications', (select jsonb_agg(jsonb_build_object('id', p.id, 'appliedAt', utc(p.applied_at),
                                           'commitment', p.commitment, 'correction', p.correction,
                                           'evidence', p.evidence, 'outcome', p.outcome, 'answer', p.answer,
                                           'decidedAt', utc(p.decided_at)) order by p.applied_at)
                                         from repair_application p where p.listing_id = l.id))
              from own join listing l using (uscc) where %s
              union all
              select 6, d.declaration_id::text, (d.declared_at at time zone 'Asia/Shanghai')::date, d.standard_title,
                d.state, null,
                jsonb_build_object('standardNumber', d.standard_number, 'ownStandard', d.own_standard)
              from own join declared_standard d using (uscc)) as item
            where (section, key) > (?, ?) and (?::integer is null or section = ?)
            order by section, key limit ?""".formatted(TOLD);

    private static final String MATTERS = """
            select jsonb_strip_nulls(jsonb_build_object('listingId', l.id, 'kind', l.kind, 'state', l.state, 'ground', l.ground,
                     'documentNumber', l.document_number, 'decidedOn', l.decided_on, 'validUntil', l.valid_until,
                     'removal', l.removal, 'remedies', l.remedies, 'statement', l.statement,
                     'deadlines', coalesce((select jsonb_agg(jsonb_build_object('kind', c.clock,
                                           'startedOn', c.started_on, 'due', c.due) order by c.due, c.position)
                                         from listing_clock c where c.listing_id = l.id and c.ended_on is null), '[]')))
            from listing l
            where l.uscc = ? and l.id > ? and %s
              and l.state not in ('REJECTED', 'WITHDRAWN', 'REPAIRED', 'EXPIRED', 'ARCHIVED')
            order by l.id limit ?""".formatted(TOLD);

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Jdbc sql;
    private final ObjectMapper json;

    OwnRepository(Jdbc sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Where an item stands in the file. */
    record Place(int section, String key) {
        static final Place FIRST = new Place(-1, "");
    }

    /** Items behind a place, in order. */
    void items(String uscc, Optional<OwnSection> section, Place after, int most, Consumer<? super OwnItem> reader) {
        var only = section.map(OwnSection::ordinal).orElse(null);
        sql.stream(
                "with own as (select ?::text as uscc) " + FILE,
                OwnRepository::item,
                reader,
                uscc,
                after.section(),
                after.key(),
                only,
                only,
                most);
    }

    List<OwnMatter> matters(String uscc, Optional<UUID> after, int most) {
        return sql.query(MATTERS, row -> matter(row.getString(1)), uscc, after.orElse(BEFORE_ALL), most);
    }

    /** Newest first. */
    List<Look> looks(String uscc, Optional<UUID> after, int most) {
        return sql.query(
                """
                select l.id, l.looked_at, l.purpose, coalesce(l.department, s.name, l.client) as shown,
                       case when l.department is null then l.client end as client
                from look l left join subscriber s on s.client_id = l.client
                where l.uscc = ? and l.id < ? order by l.id desc limit ?""",
                row -> new Look(
                        row.getObject("id", UUID.class),
                        Jdbc.instant(row, "looked_at"),
                        row.getString("shown"),
                        row.getString("client"),
                        row.getString("purpose")),
                uscc,
                after.orElse(AFTER_ALL),
                most);
    }

    /** Newest first. */
    List<LookCount> counts(String uscc, LocalDate before, int most) {
        return sql.query(
                "select day, looks from look_count where uscc = ? and day < ? order by day desc limit ?",
                row -> new LookCount(row.getObject("day", LocalDate.class), row.getLong("looks")),
                uscc,
                before,
                most);
    }

    private static OwnItem item(ResultSet row) throws SQLException {
        return new OwnItem(
                OwnSection.values()[row.getInt("section")],
                row.getString("key"),
                row.getObject("day", LocalDate.class),
                row.getString("title"),
                row.getString("state"),
                row.getString("source"),
                row.getString("content"));
    }

    private OwnMatter matter(String row) {
        try {
            return json.readValue(row, OwnMatter.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

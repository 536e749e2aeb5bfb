package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of every entry after every act, whoever did it and whatever came in: the invariants of this package. */
final class ListingInvariants {

    private static final Set<ListingState> CLOSED_FOR_GOOD =
            Set.of(ListingState.ARCHIVED, ListingState.REJECTED, ListingState.CLOSED);

    private final Jdbc sql;

    ListingInvariants(Jdbc sql) {
        this.sql = sql;
    }

    /** No answer is a fault, and a refusal says what it is. */
    void checkAnswer(Call.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.code()).as("%s", answer).isNotBlank();
            assertThat(answer.body().path("detail").asText()).as("%s", answer).isNotBlank();
        }
    }

    void check(String uscc, LocalDate today) {
        var displayed = displayed(uscc, today);
        displayed.forEach(this::checkDueProcess);
        checkPublicAnswers(uscc, displayed, today);
        checkBothLists(uscc, today);
        checkDecisions(uscc);
        entries(uscc).forEach(entry -> checkTraces(entry, displayed.contains(entry), today));
    }

    /** Entries about an enterprise that stand in public answers on that day. */
    Set<String> displayed(String uscc, LocalDate today) {
        return new HashSet<>(sql.query(
                "select id from listing where uscc = ? and displayed and (valid_until is null or valid_until >= ?)",
                row -> row.getString(1),
                uscc,
                today));
    }

    private List<String> entries(String uscc) {
        return sql.query("select id from listing where uscc = ?", row -> row.getString(1), uscc);
    }

    /** Nothing is public without a basis, a decision that was delivered or announced, and three people. */
    private void checkDueProcess(String id) {
        var missing = sql.query("""
                with entry as (select * from listing where id = ?::uuid),
                     duties as (select distinct hand, official from listing_act join entry on entry.id = listing_id
                                where hand is not null),
                     papers as (select d.kind from listing_document d join entry on entry.id = listing_id)
                select what from (values
                  ('a basis', (select count(*) > 0 from reference_version, entry
                               where reference_version.kind = 'LEGAL_BASIS' and item_key = entry.legal_basis)),
                  ('a decision', (select num_nulls(document_number, decided_on, authority, facts) = 0
                                  and (kind = 'RED' or num_nulls(measures, removal, remedies) = 0) from entry)),
                  ('its delivery', (select kind = 'RED' or 'SERVICE' in (select kind from papers) from entry)),
                  ('a prior notice', (select kind = 'RED' or 'NOTICE' in (select kind from papers) from entry)),
                  ('a public notice', (select kind = 'BLACK' or 'PUBLIC_NOTICE' in (select kind from papers) from entry)),
                  ('three duties', (select count(distinct hand) = 3 from duties)),
                  ('three people', (select count(*) = count(distinct official) from duties)),
                  ('a batch', (select batch_id is not null from entry)),
                  ('dates in order', (select decided_on <= (published_at at time zone 'Asia/Shanghai')::date
                                      and (kind = 'RED' or conduct_ended_on <= decided_on) from entry))
                ) needed (what, has) where has is distinct from true""", row -> row.getString(1), id);
        assertThat(missing).as("What the published entry %s lacks", id).isEmpty();
    }

    /** What everybody can read is what stands, and no more. */
    private void checkPublicAnswers(String uscc, Set<String> displayed, LocalDate today) {
        var enterprise = ListingWalk.read("enterprises/" + uscc);
        var list = ListingWalk.read("listings?limit=200&uscc=" + uscc);
        assertThat(ids(enterprise.body().path("listings")))
                .as("of the enterprise")
                .isEqualTo(displayed);
        assertThat(ids(list.body().path("items"))).as("on the lists").isEqualTo(displayed);
        for (var answer : List.of(enterprise, list)) {
            assertThat(answer.body().toString()).doesNotContain("13812345678", "示例某", "\"facts\"", "\"official\"");
        }
        for (var id : entries(uscc)) {
            assertThat(ListingWalk.read("listings/" + id).status())
                    .as("of the entry %s", id)
                    .isEqualTo(displayed.contains(id) ? 200 : 404);
            checkPublicNotice(id, today);
        }
    }

    /** Everybody can read of an honour while its notice runs; whoever objected to one that was given was answered, and was wrong. */
    private void checkPublicNotice(String id, LocalDate today) {
        boolean announced = !sql.query("""
                        select 1 from listing l join enterprise e using (uscc) join listing_clock c on c.listing_id = l.id
                        where l.id = ?::uuid and l.state = 'PUBLIC_NOTICE' and e.closed_on is null
                          and c.clock = 'PUBLIC_NOTICE' and c.ended_on is null and c.due >= ?""", row -> row.getInt(1), id, today).isEmpty();
        var answer = ListingWalk.read("public-notices/" + id);
        assertThat(answer.status()).as("of the announced entry %s", id).isEqualTo(announced ? 200 : 404);
        assertThat(answer.body().toString()).doesNotContain("13812345678", "\"facts\"", "\"official\"");
        assertThat(sql.query("""
                        select 1 from notice_objection o join listing l on l.id = o.listing_id
                        where l.id = ?::uuid and (o.content like '%13812345678%'
                          or (l.published_at is not null and o.outcome is distinct from 'DISMISSED'))""", row -> row.getInt(1), id))
                .as("objections to the honour %s that were passed over, or tell a number", id)
                .isEmpty();
    }

    private static Set<String> ids(JsonNode entries) {
        var ids = new HashSet<String>();
        entries.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
    }

    private void checkBothLists(String uscc, LocalDate today) {
        assertThat(sql.query(
                        "select distinct kind from listing where uscc = ? and displayed and (valid_until is null or valid_until >= ?)",
                        row -> row.getString(1),
                        uscc,
                        today))
                .as("lists on which %s stands", uscc)
                .hasSizeLessThan(2);
    }

    private void checkDecisions(String uscc) {
        assertThat(sql.query("""
                        select document_key(authority, document_number) from listing
                        where uscc = ? and rests_on_its_decision and document_number is not null
                        group by kind, 1 having count(*) > 1""", row -> row.getString(1), uscc))
                .as("decisions that carry two entries")
                .isEmpty();
    }

    /** Table, spans and events tell the same. */
    private void checkTraces(String id, boolean displayed, LocalDate today) {
        var state = ListingState.valueOf(
                sql.first("select state from listing where id = ?::uuid", row -> row.getString(1), id)
                        .orElseThrow());
        var spans = sql.query(
                "select 1 from listing_span where listing_id = ?::uuid and upper_inf(recorded) and valid @> ?::date",
                row -> row.getInt(1),
                id,
                today);
        if (displayed) {
            assertThat(spans).as("spans of %s today", id).hasSize(1);
        }
        if (!state.isDisplayed()) {
            assertThat(sql.query(
                            "select 1 from listing_span where listing_id = ?::uuid and upper_inf(recorded) and valid @> ?::date",
                            row -> row.getInt(1),
                            id,
                            today.plusDays(1)))
                    .as("spans of %s tomorrow", id)
                    .isEmpty();
        }
        var events =
                sql.query("select type from outbox where subject = ? order by ordinal", row -> row.getString(1), id);
        boolean published = sql.first(
                        "select published_at is not null from listing where id = ?::uuid", row -> row.getBoolean(1), id)
                .orElseThrow();
        if (!published) {
            assertThat(events).as("events of %s", id).isEmpty();
        } else if (!events.isEmpty()) {
            // What was sent long ago has been swept from the outbox.
            assertThat(events.getLast().contains(".published."))
                    .as("last event of %s, which is %s: %s", id, state, events.getLast())
                    .isEqualTo(state.isDisplayed());
        }
        assertThat(sql.query(
                        "select 1 from listing_clock where listing_id = ?::uuid and ended_on is null and clock = any(?)",
                        row -> row.getInt(1),
                        id,
                        work()))
                .as("work that runs on %s, which is %s", id, state)
                .hasSizeLessThanOrEqualTo(CLOSED_FOR_GOOD.contains(state) ? 0 : 2);
        if (!CLOSED_FOR_GOOD.contains(state)) {
            var kind = ListKind.valueOf(
                    sql.first("select kind from listing where id = ?::uuid", row -> row.getString(1), id)
                            .orElseThrow());
            assertThat(ListingTransitions.of(kind).possible(state))
                    .as("what can be done to %s", id)
                    .isNotEmpty();
        }
    }

    private static String[] work() {
        return Stream.of(ListingDeadline.values())
                .filter(ListingDeadline::isWork)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    long listVersion() {
        return sql.first("select version from list_version", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The number of the lists goes up with every change that an act makes and the public sees. */
    void checkVersion(long before, Set<String> displayedBefore, Set<String> displayedAfter) {
        if (!displayedBefore.equals(displayedAfter)) {
            assertThat(listVersion()).as("version of the lists").isGreaterThan(before);
        }
    }

    /** Nothing waits for a case that has come to its end. */
    void checkFinished(String id) {
        assertThat(sql.query(
                        "select clock from listing_clock where listing_id = ?::uuid and ended_on is null and clock = any(?)",
                        row -> row.getString(1),
                        id,
                        work()))
                .as("work on the finished entry %s", id)
                .isEmpty();
    }

    /** The chain of the decision log is whole, and every act on these entries has its line. */
    void checkLog() {
        var answer = ListingWalk.verification();
        assertThat(answer.body().path("intact").asBoolean()).as("%s", answer).isTrue();
        assertThat(sql.query("""
                        select l.id from listing l
                        where (select count(*) from listing_act a where a.listing_id = l.id)
                           <> (select count(*) from decision_log d where d.subject_type = 'listing' and d.subject_id = l.id::text)""", row -> row.getString(1)))
                .as("entries whose acts and lines in the decision log differ")
                .isEmpty();
    }
}

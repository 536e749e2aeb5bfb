package cn.quality.credit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.quality.platform.sql.Jdbc;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        var entries = entries(uscc, today);
        var displayed = entries.stream().filter(Entry::displayed).map(Entry::id).collect(Collectors.toSet());
        checkDueProcess(uscc, today);
        checkPublicAnswers(uscc, entries, displayed);
        checkNoticeObjections(uscc);
        assertThat(entries.stream().filter(Entry::displayed).map(Entry::kind).distinct())
                .as("lists on which %s stands", uscc)
                .hasSizeLessThan(2);
        checkDecisions(uscc);
        entries.forEach(ListingInvariants::checkTraces);
    }

    /** Entries about an enterprise that stand in public answers on that day. */
    Set<String> displayed(String uscc, LocalDate today) {
        return new HashSet<>(sql.query(
                "select id from listing where uscc = ? and displayed and (valid_until is null or valid_until >= ?)",
                row -> row.getString(1),
                uscc,
                today));
    }

    /**
     * What the tables say of an entry on a day.
     *
     * @param announced whether everybody may read of it while its notice runs
     * @param spans as they are recorded now, that hold on this day
     * @param spansTomorrow that hold on the next
     * @param lastEvent empty when none was sent, or what was sent is long ago and swept from the outbox
     * @param work clocks that run for somebody's work
     */
    private record Entry(
            String id,
            ListKind kind,
            ListingState state,
            boolean displayed,
            boolean announced,
            boolean published,
            int spans,
            int spansTomorrow,
            Optional<String> lastEvent,
            int work) {}

    private List<Entry> entries(String uscc, LocalDate today) {
        return sql.query(
                """
                select l.id, l.kind, l.state, l.published_at is not null as published,
                  l.displayed and (l.valid_until is null or l.valid_until >= day) as displayed,
                  l.state = 'PUBLIC_NOTICE' and e.closed_on is null and exists (select from listing_clock c
                    where c.listing_id = l.id and c.clock = 'PUBLIC_NOTICE' and c.ended_on is null and c.due >= day) as announced,
                  (select count(*) from listing_span s
                    where s.listing_id = l.id and upper_inf(s.recorded) and s.valid @> day) as spans,
                  (select count(*) from listing_span s
                    where s.listing_id = l.id and upper_inf(s.recorded) and s.valid @> (day + 1)) as spans_tomorrow,
                  -- in two, as the outbox has its indexes
                  (select type from (
                     (select type, ordinal from outbox
                      where topic = 'quality.credit.listing' and subject = l.id::text and position is not null
                      order by position desc limit 1)
                     union all
                     (select type, ordinal from outbox where subject = l.id::text and position is null)) sent
                   order by ordinal desc limit 1) as last_event,
                  (select count(*) from listing_clock c
                    where c.listing_id = l.id and c.ended_on is null and c.clock = any(?)) as work
                from (select ?::date as day) today, listing l join enterprise e using (uscc) where l.uscc = ?""",
                row -> new Entry(
                        row.getString("id"),
                        ListKind.valueOf(row.getString("kind")),
                        ListingState.valueOf(row.getString("state")),
                        row.getBoolean("displayed"),
                        row.getBoolean("announced"),
                        row.getBoolean("published"),
                        row.getInt("spans"),
                        row.getInt("spans_tomorrow"),
                        Optional.ofNullable(row.getString("last_event")),
                        row.getInt("work")),
                work(),
                today,
                uscc);
    }

    /** Nothing is public without a basis, a decision that was delivered or announced, and three people. */
    private void checkDueProcess(String uscc, LocalDate today) {
        var missing = sql.query("""
                select entry.id || ': ' || what
                from listing entry,
                  lateral (select array_agg(d.kind) as kinds from listing_document d where d.listing_id = entry.id) papers,
                  lateral (select count(*) as duties, count(distinct official) as people, count(distinct hand) as hands
                           from (select distinct hand, official from listing_act
                                 where listing_id = entry.id and hand is not null) acts) done,
                  lateral (values
                    ('a basis', exists (select from reference_version
                                 where reference_version.kind = 'LEGAL_BASIS' and item_key = entry.legal_basis)),
                    ('a decision', num_nulls(document_number, decided_on, authority, facts) = 0
                                    and (entry.kind = 'RED' or num_nulls(measures, removal, remedies) = 0)),
                    ('its delivery', entry.kind = 'RED' or 'SERVICE' = any(kinds)),
                    ('a prior notice', entry.kind = 'RED' or 'NOTICE' = any(kinds)),
                    ('a public notice', entry.kind = 'BLACK' or 'PUBLIC_NOTICE' = any(kinds)),
                    ('three duties', hands = 3),
                    ('three people', duties = people),
                    ('a batch', batch_id is not null),
                    ('dates in order', decided_on <= (published_at at time zone 'Asia/Shanghai')::date
                                        and (entry.kind = 'RED' or conduct_ended_on <= decided_on))
                  ) needed (what, has)
                where entry.uscc = ? and displayed and (valid_until is null or valid_until >= ?)
                  and has is distinct from true""", row -> row.getString(1), uscc, today);
        assertThat(missing).as("What published entries lack").isEmpty();
    }

    /** What everybody can read is what stands, and of an honour also while its notice runs, and no more. */
    private static void checkPublicAnswers(String uscc, List<Entry> entries, Set<String> displayed) {
        var enterprise = ListingWalk.read("enterprises/" + uscc);
        var list = ListingWalk.read("listings?limit=200&uscc=" + uscc);
        assertThat(ids(enterprise.body().path("listings")))
                .as("of the enterprise")
                .isEqualTo(displayed);
        assertThat(ids(list.body().path("items"))).as("on the lists").isEqualTo(displayed);
        for (var answer : List.of(enterprise, list)) {
            assertThat(answer.body().toString()).doesNotContain("13812345678", "示例某", "\"facts\"", "\"official\"");
        }
        for (var entry : entries) {
            assertThat(ListingWalk.read("listings/" + entry.id()).status())
                    .as("of the entry %s", entry)
                    .isEqualTo(entry.displayed() ? 200 : 404);
            var notice = ListingWalk.read("public-notices/" + entry.id());
            assertThat(notice.status()).as("of the announced entry %s", entry).isEqualTo(entry.announced() ? 200 : 404);
            assertThat(notice.body().toString()).doesNotContain("13812345678", "\"facts\"", "\"official\"");
        }
    }

    /** Whoever objected to an honour that was given was answered, and was wrong. */
    private void checkNoticeObjections(String uscc) {
        assertThat(sql.query("""
                        select l.id from notice_objection o join listing l on l.id = o.listing_id
                        where l.uscc = ? and (o.content like '%13812345678%'
                          or (l.published_at is not null and o.outcome is distinct from 'DISMISSED'))""", row -> row.getString(1), uscc))
                .as("honours of which an objection was passed over, or tells a number")
                .isEmpty();
    }

    private static Set<String> ids(JsonNode entries) {
        var ids = new HashSet<String>();
        entries.forEach(entry -> ids.add(entry.path("id").asText()));
        return ids;
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
    private static void checkTraces(Entry entry) {
        if (entry.displayed()) {
            assertThat(entry.spans()).as("spans today: %s", entry).isEqualTo(1);
        }
        if (!entry.state().isDisplayed()) {
            assertThat(entry.spansTomorrow()).as("spans tomorrow: %s", entry).isZero();
        }
        if (entry.published()) {
            entry.lastEvent()
                    .ifPresent(event -> assertThat(event.contains(".published."))
                            .as("last event: %s", entry)
                            .isEqualTo(entry.state().isDisplayed()));
        } else {
            assertThat(entry.lastEvent()).as("events: %s", entry).isEmpty();
        }
        boolean closed = CLOSED_FOR_GOOD.contains(entry.state());
        assertThat(entry.work()).as("work that runs: %s", entry).isLessThanOrEqualTo(closed ? 0 : 2);
        if (!closed) {
            assertThat(ListingTransitions.of(entry.kind()).possible(entry.state()))
                    .as("what can be done: %s", entry)
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

package cn.quality.standards.impact;

import cn.quality.platform.id.Ids;
import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.sql.Jdbc;
import cn.quality.standards.impact.UpdateNotice.Follower;
import cn.quality.standards.impact.UpdateNotice.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notices, and what they are about. */
@ApplicationScoped
class UpdateNoticeRepository {

    private static final String STANDING = """
            select id as standard_id, number_key, number as standard_number, title_zh, standard_effect(id, ?) as effect,
              standard_status(status, implemented_on, abolished_on, replaced_on, ?) as status,
              coalesce(abolished_on, replaced_on) as ends_on
            from standard where id = ?""";

    /** OFFSET 0 keeps the planner, which does not know how many follow, from reading all declarations. */
    private static final String FOLLOWERS = """
            select d.*, known.name, known.region, follower.followed
            from (
              select f.declaration_id, min(n.name) as followed from standard_name n cross join lateral (
                select declaration_id from followed_standard where name = n.name offset 0) f
              where n.standard_id = ? and (?::uuid is null or f.declaration_id > ?) group by f.declaration_id) follower
            cross join lateral (
              select id as declaration_id, uscc, number, title from declaration
              where id = follower.declaration_id and state = 'PUBLIC' offset 0) d
            left join declarant known on known.uscc = d.uscc order by d.declaration_id limit ?""";

    private static final String ADD = """
            insert into update_notice (id, declaration_id, uscc, standard_id, followed, effect, since, noted_at)
            select id, declaration_id, uscc, ?::uuid, followed, ?::varchar, ?::date, ?::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::varchar[], ?::varchar[]) as new (id, declaration_id, uscc, followed)
            on conflict do nothing returning id""";

    private static final String SELECT = """
            select n.*, d.number, d.title, known.name, known.region, s.number_key, s.number as standard_number, s.title_zh,
              standard_status(s.status, s.implemented_on, s.abolished_on, s.replaced_on, ?) as status
            from update_notice n join declaration d on d.id = n.declaration_id join standard s on s.id = n.standard_id
            left join declarant known on known.uscc = n.uscc
            """;

    private static final String GONE = """
            with standing as materialized (
              select standard_id, standard_effect(standard_id, ?) as effect
              from (select distinct standard_id from update_notice where cleared_at is null) open)
            select n.id, case
                when d.state <> 'PUBLIC' then 'DECLARATION_ENDED'
                when follows.name is null then 'UPDATED'
                else 'NO_LONGER_DUE' end as cleared_as
            from update_notice n join standing on standing.standard_id = n.standard_id
            join declaration d on d.id = n.declaration_id
            left join lateral (
              select f.name from followed_standard f join standard_name s on s.name = f.name
              where f.declaration_id = n.declaration_id and s.standard_id = n.standard_id limit 1) follows on true
            where n.cleared_at is null and (d.state <> 'PUBLIC' or follows.name is null or standing.effect <> n.effect)
            order by n.id limit ?""";

    private static final String CLEAR =
            "update update_notice set cleared_at = ?, cleared_as = ? where id = ? and cleared_at is null";

    private final Jdbc sql;

    UpdateNoticeRepository(Jdbc sql) {
        this.sql = sql;
    }

    /** What a standard means today for those who follow it. */
    record Judged(
            Standing standard, Effect effect, @Nullable LocalDate since) {}

    Judged judge(UUID standard, LocalDate today) {
        return sql.first(
                        STANDING,
                        row -> {
                            var effect = Effect.valueOf(row.getString("effect"));
                            return new Judged(
                                    standing(row),
                                    effect,
                                    effect == Effect.OVERDUE ? row.getObject("ends_on", LocalDate.class) : null);
                        },
                        today,
                        today,
                        standard)
                .orElseThrow();
    }

    /** Public declarations that follow a standard, in the order of their ids, after one of them. */
    List<Follower> followers(UUID standard, Optional<UUID> after, int most) {
        var passed = after.orElse(null);
        return sql.query(FOLLOWERS, UpdateNoticeRepository::follower, standard, passed, passed, most);
    }

    /** Notes what was not noted yet. @return the new ones */
    List<UpdateNotice> add(Judged judged, List<Follower> followers, Instant now) {
        var notices = followers.stream()
                .map(follower -> UpdateNotice.noted(
                        Ids.next(), follower, judged.standard(), judged.effect(), judged.since(), now))
                .toList();
        var added = sql
                .query(
                        ADD,
                        row -> row.getObject(1, UUID.class),
                        judged.standard().id(),
                        judged.effect().name(),
                        judged.since(),
                        now,
                        column(notices, notice -> notice.id().toString()),
                        column(
                                notices,
                                notice -> notice.follower().declaration().toString()),
                        column(notices, notice -> notice.follower().uscc()),
                        column(notices, notice -> notice.follower().followed()))
                .stream()
                .collect(Collectors.toSet());
        return notices.stream().filter(notice -> added.contains(notice.id())).toList();
    }

    private static Object column(List<UpdateNotice> notices, Function<UpdateNotice, String> part) {
        return notices.stream().map(part).toArray(String[]::new);
    }

    private record Gone(UUID id, Clearing how) {}

    /** Ends some of the notices that are true no more. @return those, as they are now */
    List<UpdateNotice> clear(LocalDate today, int most, Instant now) {
        var gone = sql.query(
                GONE,
                row -> new Gone(row.getObject("id", UUID.class), Clearing.valueOf(row.getString("cleared_as"))),
                today,
                most);
        var cleared = new ArrayList<UpdateNotice>();
        for (var one : gone) {
            if (sql.update(CLEAR, now, one.how().name(), one.id()) == 1) {
                sql.query(SELECT + "where n.id = ?", UpdateNoticeRepository::notice, today, one.id())
                        .forEach(cleared::add);
            }
        }
        return cleared;
    }

    /** The newest first. */
    List<UpdateNotice> list(
            NoticeFilter filter,
            Optional<UnifiedSocialCreditCode> uscc,
            Optional<RegionCode> within,
            Optional<UUID> after,
            LocalDate today,
            int rows) {
        var conditions = new ArrayList<>(List.of(filter.open() ? "n.cleared_at is null" : "n.cleared_at is not null"));
        var values = new ArrayList<Object>(List.of(today));
        uscc.ifPresent(code -> {
            conditions.add("n.uscc = ?");
            values.add(code.value());
        });
        within.ifPresent(region -> {
            conditions.add("known.region like ?");
            values.add(region.prefix() + "%");
        });
        filter.effect().ifPresent(effect -> {
            conditions.add("n.effect = ?");
            values.add(effect.name());
        });
        after.ifPresent(id -> {
            conditions.add("n.id < ?");
            values.add(id);
        });
        values.add(rows);
        return sql.query(
                SELECT + "where " + String.join(" and ", conditions) + " order by n.id desc limit ?",
                UpdateNoticeRepository::notice,
                values.toArray());
    }

    private static UpdateNotice notice(ResultSet row) throws SQLException {
        var clearedAs = row.getString("cleared_as");
        return new UpdateNotice(
                row.getObject("id", UUID.class),
                follower(row),
                standing(row),
                Effect.valueOf(row.getString("effect")),
                row.getObject("since", LocalDate.class),
                Jdbc.instant(row, "noted_at"),
                clearedAs == null ? null : Jdbc.instant(row, "cleared_at"),
                clearedAs == null ? null : Clearing.valueOf(clearedAs));
    }

    private static Follower follower(ResultSet row) throws SQLException {
        return new Follower(
                row.getObject("declaration_id", UUID.class),
                row.getString("uscc"),
                row.getString("name"),
                row.getString("region"),
                row.getString("number"),
                row.getString("title"),
                row.getString("followed"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("standard_id", UUID.class),
                row.getString("number_key"),
                row.getString("standard_number"),
                row.getString("title_zh"),
                row.getString("status"));
    }
}

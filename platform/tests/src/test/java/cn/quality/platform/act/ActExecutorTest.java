package cn.quality.platform.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.id.Ids;
import cn.quality.platform.outbox.OutboundEvent;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.PlatformTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course of an act, on an account that has a name and a version. */
@PlatformTest
class ActExecutorTest {

    private record Account(UUID id, String name, long version) {

        Map<String, Object> view() {
            return Map.of("name", name);
        }
    }

    private static final ActSubject<Account> ACCOUNT =
            ActSubject.of("account", Account::id, Account::version, Account::view);

    @Inject
    ActExecutor executor;

    @Inject
    Jdbc sql;

    private final List<String> course = new ArrayList<>();

    @Test
    void theWholeCourseIsOneTransaction() {
        var id = opened();

        var done =
                perform(renaming(id, account -> renamed(account, "ended").completedBy(() -> course.add("completed"))));

        assertThat(done).isEqualTo(new ActExecutor.Performed(id, true));
        assertThat(course).containsExactly("loaded", "verb", "completed");
        assertThat(name(id)).isEqualTo("ended-" + id);
        assertThat(lines(id)).containsExactly("account.open/r0/b0/false", "account.rename/because/law 1/true");
        assertThat(events(id)).containsExactly("renamed");
    }

    @Test
    void whatFailsLateLeavesNothing() {
        var id = opened();

        assertThatThrownBy(() -> perform(renaming(
                        id,
                        account -> renamed(account, "lost").completedBy(() -> {
                            throw new IllegalStateException("in the middle");
                        }))))
                .hasMessage("in the middle");

        assertThat(name(id)).isEqualTo("new-" + id);
        assertThat(lines(id)).containsExactly("account.open/r0/b0/false");
        assertThat(events(id)).isEmpty();
    }

    @Test
    void theSameKeyAgainChangesNothingMore() {
        var id = opened();
        var key = new Preconditions(null, UUID.randomUUID().toString());
        Act<Account> act = renaming(id, account -> renamed(account, "once")).once(key, "content");

        assertThat(perform(act)).isEqualTo(new ActExecutor.Performed(id, true));
        assertThat(perform(act)).isEqualTo(new ActExecutor.Performed(id, false));

        assertThat(course).containsExactly("loaded", "verb");
        assertThat(lines(id)).hasSize(2);
        assertThatThrownBy(() -> perform(act.once(key, "other content")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.type()).isEqualTo(ProblemTypes.IDEMPOTENCY_KEY_REUSED));
        // Within something narrower the same key is another.
        assertThat(perform(act.once("account.rename/" + id, key, "content")).changed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // check, sent, verb refuses, expected
        "REQUIRED, v3, false, done",
        "REQUIRED, v2, false, stale",
        "REQUIRED, , false, precondition-required",
        "REQUIRED, v2, true, conflict",
        "REQUIRED_FIRST, v3, false, done",
        "REQUIRED_FIRST, v2, true, stale",
        "REQUIRED_FIRST, , false, precondition-required",
        "IF_GIVEN, v3, false, done",
        "IF_GIVEN, v2, false, stale",
        "IF_GIVEN, , false, done",
        "IF_GIVEN, v2, true, conflict",
        "NONE, v2, false, done"
    })
    void aStaleVersionMattersOnlyForWhatIsOtherwiseAllowed(
            VersionCheck check, String sent, boolean refuses, String expected) {
        var id = opened();
        var preconditions = Preconditions.ifMatch(sent == null ? null : "\"" + sent + "\"");
        var act = renaming(id, account -> {
                    if (refuses) {
                        throw new Problem(ProblemTypes.CONFLICT, new Text("不行", "No"));
                    }
                    return renamed(account, "renamed");
                })
                .upon(preconditions, check);

        if (expected.equals("done")) {
            assertThat(perform(act).changed()).isTrue();
            assertThat(name(id)).isEqualTo("renamed-" + id);
        } else {
            assertThatThrownBy(() -> perform(act))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.type().code()).isEqualTo(expected));
            assertThat(name(id)).isEqualTo("new-" + id);
            assertThat(lines(id)).hasSize(1);
            assertThat(events(id)).isEmpty();
        }
    }

    @Test
    void whatChangesNothingComparesNoVersionAndLeavesNoTrace() {
        var id = opened();
        var act = renaming(id, account -> ActResult.unchanged(account))
                .upon(Preconditions.upon(99), VersionCheck.REQUIRED);

        assertThat(perform(act)).isEqualTo(new ActExecutor.Performed(id, false));

        assertThat(lines(id)).hasSize(1);
    }

    @Test
    void whatIsRemovedHasNoStateAfterwards() {
        var id = opened();

        perform(Act.on(ACCOUNT, "account.close", () -> load(id), account -> {
            sql.update("delete from account where id = ?", account.id());
            return ActResult.removed(account);
        }));

        assertThat(sql.query(
                        "select after_digest from decision_log where subject_id = ? and act = 'account.close'",
                        row -> row.getString(1),
                        id.toString()))
                .containsExactly("");
    }

    @Test
    void whatIsNotThereIsRefusedBeforeAnyRule() {
        assertThatThrownBy(() -> perform(renaming(new UUID(0, 0), account -> renamed(account, "nobody"))
                        .upon(Preconditions.NONE, VersionCheck.REQUIRED_FIRST)))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.type()).isEqualTo(ProblemTypes.NOT_FOUND));
        assertThat(course).isEmpty();
    }

    private UUID opened() {
        var id = Ids.next();
        perform(Act.making(ACCOUNT, "account.open", () -> {
            sql.update("insert into account (id, name) values (?, ?)", id, "new-" + id);
            return ActResult.changed(new Account(id, "new-" + id, 0))
                    .because("r0")
                    .basedOn("b0");
        }));
        return id;
    }

    private Act<Account> renaming(UUID id, Function<Account, ActResult<Account>> verb) {
        return Act.on(ACCOUNT, "account.rename", () -> load(id), account -> {
            course.add("verb");
            return verb.apply(account);
        });
    }

    private ActResult<Account> renamed(Account account, String name) {
        var after = new Account(account.id(), name + "-" + account.id(), account.version());
        sql.update("update account set name = ? where id = ?", after.name(), after.id());
        return ActResult.changed(after)
                .because("because")
                .basedOn("law 1")
                .event(new OutboundEvent(
                        "quality.credit.enterprise", "renamed", account.id().toString(), 4, after.view()));
    }

    private Account load(UUID id) {
        var account = sql.first("select name from account where id = ? for update", row -> row.getString(1), id)
                .map(name -> new Account(id, name, 3))
                .orElseThrow(() -> new Problem(ProblemTypes.NOT_FOUND, new Text("没有", "None")));
        course.add("loaded");
        return account;
    }

    private ActExecutor.Performed perform(Act<Account> act) {
        return QuarkusTransaction.requiringNew().call(() -> executor.perform(act));
    }

    private String name(UUID id) {
        return sql.first("select name from account where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private List<String> lines(UUID id) {
        return sql.query("""
                select act || '/' || reason || '/' || basis || '/'
                  || (before_digest <> '' and before_digest <> after_digest)
                from decision_log where subject_type = 'account' and subject_id = ? order by number""", row -> row.getString(1), id.toString());
    }

    private List<String> events(UUID id) {
        return sql.query(
                "select type from outbox where subject = ? and sequence = 4", row -> row.getString(1), id.toString());
    }
}

package cn.quality.credit.listing;

import static cn.quality.credit.Credit.enterprise;
import static cn.quality.credit.listing.Call.post;

import cn.quality.credit.Credit;
import cn.quality.credit.evidence.Samples;
import cn.quality.credit.listing.Call.Answer;
import cn.quality.platform.sql.Jdbc;
import cn.quality.testing.MovedClock;
import cn.quality.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise of its own, a few entries about it, and whoever comes along: each step is an act of somebody at random, with
 * dates and texts at random, or a while that passes. A step follows from its number and from where the walk is, so that a walk
 * can be walked again, and with some of its steps left out.
 */
final class ListingWalk {

    /** The calendars of the seeds reach from 2024 to the end of 2027. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 1);
    private static final int ENTRIES = 4;
    private static final String PERSONAL = "示例：联系电话 13812345678";
    private static final List<Integer> WHILES = List.of(0, 1, 1, 3, 7, 8, 10, 30, 95, 100, 200, 370);

    static final List<ListingAct> BY_PEOPLE = Stream.of(ListingAct.values())
            .filter(act -> !act.roles().isEmpty() && act != ListingAct.DRAFT)
            .toList();

    /** Possible nearly everywhere; taken as often as the others they would end every case before it gets anywhere. */
    private static final Set<ListingAct> BACK = Set.of(
            ListingAct.REVISE,
            ListingAct.SEND_BACK,
            ListingAct.REJECT,
            ListingAct.CLOSE,
            ListingAct.WITHDRAW,
            ListingAct.REVOKE_BASIS,
            ListingAct.ADD_STATEMENT);

    /** Has every office; the law gives no person two duties on one entry. */
    private static final Person DEPUTY = new Person(
            "chen",
            Tokens.of("case-handler", "case-approver", "publisher").user("chen").region("371100"));

    private static final Person DEPARTMENT = new Person("department", Credit.department());

    private record Person(String name, @Nullable Tokens login) {}

    private final ListingInvariants invariants;
    private final Map<ListingAct, Integer> done;
    private final List<String> entries = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private String uscc = "";
    private String proof = "";
    private int strangers;

    /** @param done counts acts that were not refused */
    ListingWalk(Jdbc sql, Map<ListingAct, Integer> done) {
        this.done = done;
        this.invariants = new ListingInvariants(sql);
    }

    /** What happened, line by line. */
    List<String> log() {
        return log;
    }

    /** Walks these steps, and then brings every entry to its end. */
    void walk(List<Long> steps) {
        try {
            MovedClock.to(FIRST_DAY);
            uscc = Credit.registered();
            proof = Samples.proof(enterprise(uscc));
            for (long step : steps) {
                step(new SplittableRandom(step));
            }
            for (var entry : List.copyOf(entries)) {
                finish(entry);
            }
        } finally {
            Time.back();
        }
    }

    private void step(RandomGenerator random) {
        long version = invariants.listVersion();
        var before = invariants.displayed(uscc, MovedClock.today());
        var day = MovedClock.today();
        int what = random.nextInt(100);
        if (entries.isEmpty() || (what < 8 && entries.size() < ENTRIES)) {
            draft(random);
        } else if (what < 20) {
            pass(random);
        } else if (what < 21) {
            closure();
        } else if (what < 23) {
            penalty();
        } else if (what < 26) {
            batch(random);
        } else {
            var announced = what < 32 ? announced() : List.<String>of();
            if (announced.isEmpty()) {
                act(random);
            } else {
                objectToNotice(random, announced);
            }
        }
        invariants.check(uscc, MovedClock.today());
        // When a day is over, what stood until then is gone without an act.
        if (MovedClock.today().equals(day)) {
            invariants.checkVersion(version, before, invariants.displayed(uscc, day));
        }
    }

    private void draft(RandomGenerator random) {
        var proposal = proposal(random, whims(random), random.nextInt(3) == 0 ? "RED" : "BLACK");
        var answer = call(someone(random, ListingAct.DRAFT), new Call("POST", "listings", proposal), null);
        if (answer.status() == 201) {
            entries.add(answer.body().path("id").asText());
        }
    }

    /** Three times of four an act is as it should be; else everything about it is up to chance. */
    private static RandomGenerator whims(RandomGenerator random) {
        return random.nextInt(4) > 0 ? NONE : random;
    }

    private Map<String, Object> proposal(RandomGenerator random, RandomGenerator whims, String kind) {
        var today = MovedClock.today();
        var proposal = Credit.proposal(whims.nextInt(50) == 0 ? "91371199MA3RH00187" : uscc, kind);
        if (kind.equals("BLACK")) {
            proposal.put("severity", pick(random, List.of("GENERAL", "GENERAL", "SERIOUS", "MINOR")));
            proposal.put("conductEndedOn", day(whims, LocalDate.of(2026, 9, 1)));
        }
        proposal.put("ground", text(whims));
        switch (random.nextInt(8)) {
            case 0 -> proposal.put("validUntil", day(whims, today.plusDays(random.nextInt(200))));
            case 1 -> proposal.put("banUntil", day(whims, today.plusYears(2)));
            default -> {}
        }
        if (whims.nextInt(3) == 0 && kind.equals("BLACK")) {
            proposal.remove("decision");
        } else {
            proposal.put("decision", decision(whims, kind.equals("RED") ? today.minusDays(20) : today));
        }
        return proposal;
    }

    /** Sometimes the decision of another entry. */
    private Map<String, Object> decision(RandomGenerator random, LocalDate day) {
        var number = decisions.isEmpty() || random.nextInt(6) > 0
                ? "示例walk〔2026〕" + Credit.next() + "号"
                : pick(random, decisions);
        decisions.add(number);
        var decision = new HashMap<String, Object>();
        decision.put("documentNumber", number);
        decision.put("decidedOn", day(random, day));
        decision.put("authority", Credit.DEPARTMENT);
        decision.put("facts", text(random));
        decision.put("measures", text(random));
        decision.put("removal", text(random));
        decision.put("basis", text(random));
        decision.put("removalProcedure", text(random));
        if (random.nextInt(20) > 0) {
            decision.put("remedies", text(random));
        }
        return decision;
    }

    private void pass(RandomGenerator random) {
        var day = MovedClock.today().plusDays(pick(random, WHILES));
        MovedClock.to(day.isAfter(LAST_DAY) ? LAST_DAY : day);
        log.add("it is " + MovedClock.today());
        if (random.nextInt(4) > 0) {
            Time.pass();
            log.add("what time does by itself is done");
        }
    }

    private void closure() {
        var today = MovedClock.today().toString();
        call(
                DEPARTMENT,
                new Call(
                        "POST",
                        "enterprises/" + uscc + "/closure",
                        Map.of("closedOn", today, "reason", "示例", "source", Credit.source("W-" + Credit.next()))),
                null);
    }

    private void penalty() {
        var penalty = Credit.record(uscc, Credit.next());
        penalty.put("kind", "PENALTY");
        penalty.put("severity", "GENERAL");
        penalty.put("occurredOn", MovedClock.today().toString());
        penalty.put(
                "details",
                Map.of(
                        "procedure",
                        "ORDINARY",
                        "types",
                        List.of("FINE"),
                        "documentNumber",
                        "示例罚" + Credit.next(),
                        "authority",
                        Credit.DEPARTMENT));
        call(DEPARTMENT, new Call("POST", "records", penalty), null);
    }

    private void batch(RandomGenerator random) {
        var kind = random.nextBoolean() ? "RED" : "BLACK";
        var items = entries.stream()
                .map(this::seen)
                .filter(entry -> random.nextInt(10) == 0 || isReady(entry, kind))
                .map(entry -> Map.of(
                        "id",
                        entry.path("id").asText(),
                        "version",
                        entry.path("version").asLong()))
                .toList();
        if (!items.isEmpty()) {
            call(
                    someone(random, ListingAct.PUBLISH),
                    new Call(
                            "POST",
                            "listing-batches",
                            Map.of("kind", kind, "announcement", text(random), "entries", items)),
                    null);
        }
    }

    private static boolean isReady(JsonNode entry, String kind) {
        return entry.path("kind").asText().equals(kind)
                && ListingTransitions.of(ListKind.valueOf(kind))
                        .find(state(entry), ListingAct.PUBLISH)
                        .isPresent();
    }

    /** Mostly what can be done now and leads on. */
    private void act(RandomGenerator random) {
        var entry = seen(pick(random, entries));
        var kind = ListKind.valueOf(entry.path("kind").asText());
        var possible = ListingTransitions.of(kind).possible(state(entry)).stream()
                .filter(act -> !act.roles().isEmpty())
                .toList();
        var forward = possible.stream().filter(act -> !BACK.contains(act)).toList();
        var act =
                switch (random.nextInt(8)) {
                    case 0 -> pick(random, BY_PEOPLE);
                    case 1 -> pick(random, possible.isEmpty() ? BY_PEOPLE : possible);
                    default -> pick(random, forward.isEmpty() ? BY_PEOPLE : forward);
                };
        var answer = call(
                someone(random, act),
                contents(whims(random), act, entry),
                random.nextInt(25) == 0
                        ? "\"v99\""
                        : "\"v" + entry.path("version").asLong() + "\"");
        if (answer.status() == 200) {
            done.merge(act, 1, Integer::sum);
        }
    }

    private Call contents(RandomGenerator random, ListingAct act, JsonNode entry) {
        var today = MovedClock.today();
        var path = "listings/" + entry.path("id").asText();
        var number = "示例" + Credit.next();
        return switch (act) {
            case REVISE ->
                new Call(
                        "PUT", path, proposal(random, random, entry.path("kind").asText()));
            case SUBMIT -> post(path + "/submission", Map.of());
            case SEND_BACK -> post(path + "/return", Map.of("reason", text(random)));
            case REJECT -> post(path + "/rejection", Map.of("reason", text(random)));
            case CLOSE -> post(path + "/closing", Map.of("reason", text(random)));
            case WITHDRAW -> post(path + "/withdrawal", Map.of("reason", text(random)));
            case SERVE_NOTICE ->
                post(
                        path + "/notice",
                        Map.of("documentNumber", number, "servedOn", day(random, today), "method", "示例"));
            case RECEIVE_DEFENCE ->
                post(path + "/defence", Map.of("statedOn", day(random, today), "content", text(random)));
            case LAPSE_DEFENCE -> post(path + "/lapse", Map.of());
            case CONSENT ->
                post(
                        path + "/consent",
                        Map.of(
                                "authority",
                                random.nextInt(10) == 0 ? Credit.DEPARTMENT : "示例省级机关",
                                "documentNumber",
                                number,
                                "consentedOn",
                                day(random, today)));
            case DECIDE -> post(path + "/decision", ruling(random, today));
            case SERVE_DECISION ->
                post(
                        path + "/service",
                        Map.of(
                                "servedOn",
                                day(random, today),
                                "method",
                                "示例",
                                "withRepairNotice",
                                random.nextInt(10) > 0));
            case ANNOUNCE ->
                post(
                        path + "/public-notice",
                        // On every other day one whose notice has yet to run.
                        Map.of(
                                "announcedOn",
                                day(random, today.minusDays(today.getDayOfMonth() % 2 == 0 ? 10 : 0)),
                                "place",
                                text(random)));
            case PUBLISH -> post(path + "/publication", Map.of("announcement", text(random)));
            case ADD_STATEMENT -> post(path + "/statement", Map.of("statement", text(random)));
            case RAISE_OBJECTION -> post(path + "/objections", Map.of("content", text(random)));
            case REFER_OBJECTION -> post(path + "/objections/referral", Map.of("unit", "示例"));
            case UPHOLD_OBJECTION, DISMISS_OBJECTION ->
                post(
                        path + "/objections/answer",
                        Map.of("upheld", act == ListingAct.UPHOLD_OBJECTION, "answer", text(random)));
            case APPLY_FOR_REPAIR ->
                post(
                        path + "/repair-applications",
                        Map.of("commitment", text(random), "correction", "示例", "evidence", List.of(proof)));
            case ACCEPT_REPAIR, DECLINE_REPAIR ->
                post(
                        path + "/repair-applications/acceptance",
                        Map.of("accepted", act == ListingAct.ACCEPT_REPAIR, "reason", "示例"));
            case GRANT_REPAIR, REFUSE_REPAIR ->
                post(
                        path + "/repair-applications/decision",
                        Map.of("granted", act == ListingAct.GRANT_REPAIR, "answer", "示例"));
            case EXTEND_REPAIR ->
                post(path + "/repair-applications/extension", Map.of("approvalNumber", number, "reason", text(random)));
            case FILE_COURT_RULING ->
                post(
                        path + "/court-rulings",
                        Map.of("court", "示例法院", "documentNumber", number, "ruledOn", day(random, today)));
            case GRANT_TEMPORARY_REPAIR, REFUSE_TEMPORARY_REPAIR ->
                post(
                        path + "/temporary-repair",
                        Map.of("granted", act == ListingAct.GRANT_TEMPORARY_REPAIR, "answer", "示例"));
            case CONFIRM_REORGANISATION ->
                post(
                        path + "/plan-completion",
                        Map.of("court", "示例法院", "documentNumber", number, "completedOn", day(random, today)));
            case RESUME_DISPLAY ->
                post(
                        path + "/resumption",
                        Map.of("court", "示例法院", "documentNumber", number, "terminatedOn", day(random, today)));
            case RESTORE ->
                post(
                        path + "/restoration",
                        Map.of("documentNumber", number, "foundOn", day(random, today), "finding", "示例"));
            case REVOKE_BASIS ->
                post(
                        path + "/basis-revocation",
                        Map.of("authority", "示例市人民政府", "documentNumber", number, "annulledOn", day(random, today)));
            case ANSWER_NOTICE_OBJECTION -> answerOfNotice(random, path);
            case REINSTATE -> post(path + "/reinstatement", Map.of("reason", text(random)));
            case LIFT_MEASURES ->
                post(path + "/measures-lifting", Map.of("liftedOn", day(random, today), "feedback", "示例"));
            case ARCHIVE -> post(path + "/archiving", Map.of());
            case DRAFT, EXPIRE, END_WITH_ENTERPRISE ->
                throw new IllegalArgumentException(act + " is done to no entry by anybody");
        };
    }

    /** Of the last objection without an answer, if there is one. */
    private Call answerOfNotice(RandomGenerator random, String path) {
        var id = new UUID(0, 0).toString();
        for (var objection : Call.get(path + "/notice-objections")
                .send(Credit.auditor(), null)
                .body()
                .path("items")) {
            if (objection.path("outcome").isMissingNode()) {
                id = objection.path("id").asText();
            }
        }
        return post(
                path + "/notice-objections/answer",
                Map.of("objection", id, "upheld", random.nextInt(4) == 0, "answer", text(random)));
    }

    /** Somebody has something against an honour that is announced, whether its notice still runs or not. */
    private void objectToNotice(RandomGenerator random, List<String> announced) {
        call(
                new Person("a citizen", null),
                post("public-notice-objections", Map.of("listingId", pick(random, announced), "content", text(random))),
                null);
    }

    private List<String> announced() {
        return entries.stream()
                .filter(id -> state(seen(id)) == ListingState.PUBLIC_NOTICE)
                .toList();
    }

    private Map<String, Object> ruling(RandomGenerator random, LocalDate today) {
        var ruling = new HashMap<String, Object>();
        if (random.nextInt(10) > 0) {
            ruling.put("document", decision(random, today));
        }
        if (random.nextInt(10) > 0) {
            ruling.put("defenceAnswer", text(random));
        }
        ruling.put("intentDisproved", random.nextInt(20) == 0);
        if (random.nextInt(10) > 0) {
            ruling.put("responsible", List.of(Map.of("name", "示例某", "role", "LEGAL_REPRESENTATIVE")));
        }
        return ruling;
    }

    /** Mostly somebody who may, sometimes one person with every role, sometimes anybody. */
    private Person someone(RandomGenerator random, ListingAct act) {
        var everybody = List.of(
                new Person("zhang", Credit.handler()),
                new Person("wang", Credit.approver()),
                new Person("li", Credit.publisher()),
                new Person("sun", Credit.handler().user("sun").region("371103")),
                DEPUTY,
                new Person("the enterprise", enterprise(uscc)),
                new Person("another enterprise", enterprise("91371199MA3RH00187")),
                new Person("lost", Tokens.of("enterprise").user("lost").region("371100")),
                new Person("audit", Credit.auditor()));
        int luck = random.nextInt(20);
        if (luck == 0) {
            return pick(random, everybody);
        }
        if (luck < 3) {
            return DEPUTY;
        }
        return allowed(act, "zhang", "wang", "li");
    }

    private Person allowed(ListingAct act, String handler, String approver, String publisher) {
        return switch (act.roles().getFirst()) {
            case "case-handler" -> new Person(handler, Credit.handler().user(handler));
            case "case-approver" -> new Person(approver, Credit.approver().user(approver));
            case "publisher" -> new Person(publisher, Credit.publisher().user(publisher));
            default -> new Person("the enterprise", enterprise(uscc));
        };
    }

    /** Mostly the day that is meant. */
    private static String day(RandomGenerator random, LocalDate meant) {
        return switch (random.nextInt(24)) {
            case 0 -> MovedClock.today().plusDays(1).toString();
            case 1 -> "2001-01-01";
            case 2 -> "2020-02-29";
            case 3 -> "1900-01-01";
            case 4 -> "9999-12-31";
            case 5 -> meant.minusDays(random.nextInt(400)).toString();
            case 6 -> meant.plusDays(random.nextInt(400)).toString();
            case 7 -> "2021-11-0" + (1 + random.nextInt(9));
            default -> meant.toString();
        };
    }

    private static String text(RandomGenerator random) {
        return switch (random.nextInt(40)) {
            case 0 -> PERSONAL;
            case 1 -> " ";
            default -> "示例文字";
        };
    }

    private static <T> T pick(RandomGenerator random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Whatever has become of it, people who had nothing to do with it can bring it to its end, and nothing stays overdue. */
    private void finish(String id) {
        for (int i = 0; i < 4; i++) {
            var entry = seen(id);
            var next = ending(entry);
            if (next.isEmpty()) {
                invariants.checkFinished(id);
                return;
            }
            strangers++;
            var by = allowed(next.get(), "handler" + strangers, "approver" + strangers, "publisher" + strangers);
            var answer = call(
                    by,
                    contents(NONE, next.get(), entry),
                    "\"v" + entry.path("version").asLong() + "\"");
            if (answer.status() != 200) {
                throw new AssertionError("%s cannot be brought to its end: %s".formatted(entry.path("state"), answer));
            }
            invariants.check(uscc, MovedClock.today());
        }
        throw new AssertionError("Entry " + id + " does not end");
    }

    /** No whims at all: of several, the last. */
    private static final RandomGenerator NONE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    };

    private static Optional<ListingAct> ending(JsonNode entry) {
        boolean black = entry.path("kind").asText().equals("BLACK");
        return switch (state(entry)) {
            case ARCHIVED, REJECTED, CLOSED -> Optional.empty();
            case DECIDED, SERVED, REPAIR_REVOKED -> Optional.of(ListingAct.CLOSE);
            case PUBLISHED, OBJECTION_OPEN, REPAIR_APPLIED, REPAIR_ACCEPTED, TEMPORARILY_REPAIRED, BASIS_REVOKED ->
                Optional.of(ListingAct.WITHDRAW);
            case WITHDRAWN, REPAIRED, EXPIRED ->
                Optional.of(
                        black && entry.path("measuresLiftedOn").isMissingNode()
                                ? ListingAct.LIFT_MEASURES
                                : ListingAct.ARCHIVE);
            default -> Optional.of(ListingAct.REJECT);
        };
    }

    private static ListingState state(JsonNode entry) {
        return ListingState.valueOf(entry.path("state").asText());
    }

    private JsonNode seen(String id) {
        return Call.get("listings/" + id).send(Credit.auditor(), null).body();
    }

    private Answer call(Person by, Call call, @Nullable String ifMatch) {
        var answer = call.send(by.login(), ifMatch);
        log.add("%s %s by %s: %d %s".formatted(call.method(), call.path(), by.name(), answer.status(), answer.code())
                + (call.body().isEmpty() ? "" : " " + call.body()));
        invariants.checkAnswer(answer);
        return answer;
    }

    /** As everybody does. */
    static Answer read(String path) {
        return Call.get(path).send(null, null);
    }

    static Answer verification() {
        return Call.get("decision-log/verification").send(Credit.auditor(), null);
    }
}

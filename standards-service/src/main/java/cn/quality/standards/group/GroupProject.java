package cn.quality.standards.group;

import cn.quality.platform.id.Ids;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.StandardNumber;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One edition of a group standard, from its proposal to its end. */
@Entity
@Table(name = "group_project")
class GroupProject {

    static final ProblemType COMMENT_PERIOD_SHORTENED = new ProblemType(
            422, "comment-period-shortened", Text.of("征求意见期限过短", "The period of comments is too short"));
    static final ProblemType UNSUITABLE_NUMBER =
            new ProblemType(422, "unsuitable-number", Text.of("编号不符合规定", "Not a number for this standard"));
    static final ProblemType UNSUITABLE_DAY =
            new ProblemType(422, "unsuitable-day", Text.of("日期不符合要求", "Not that day"));

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID bodyId;
    private String bodyUscc;
    private String bodyName;
    private String title;
    private @Nullable String titleEn;
    private String scope;

    /** The project of the edition that this one takes the place of. */
    private @Nullable UUID revises;

    @Enumerated(EnumType.STRING)
    private GroupState state;

    /** Since when it is public. */
    private @Nullable LocalDate approvedOn;

    /** Last day of the round of comments that runs, or ran last; null when that was broken off. */
    private @Nullable LocalDate commentsUntil;

    private @Nullable String number;

    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable String numberKey;

    private @Nullable LocalDate reviewDueOn;

    @Convert(converter = ProjectFile.AsJson.class)
    private ProjectFile file;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected GroupProject() {}

    private GroupProject(Proposal proposal, BodyStanding body) {
        this.id = Ids.next();
        this.bodyId = body.id();
        this.bodyUscc = body.uscc();
        this.bodyName = body.name();
        this.title = proposal.title();
        this.titleEn = proposal.titleEn();
        this.scope = proposal.scope();
        this.revises = proposal.revises();
        this.state = GroupTransitions.TABLE.opening().to();
        this.file = ProjectFile.EMPTY;
    }

    /** What a body intends. */
    record Proposal(
            String title,
            @Nullable String titleEn,
            String scope,
            String reason,
            @Nullable UUID revises) {}

    static GroupProject propose(Proposal proposal, GroupContext now) {
        var project = new GroupProject(proposal, now.body());
        var row = GroupTransitions.TABLE.opening();
        project.require(row, now);
        project.note(row.act(), proposal.reason(), now);
        return project;
    }

    /** From here on it is public. */
    GroupEvent approve(String words, GroupContext now) {
        var row = allowed(GroupAct.APPROVE, now);
        approvedOn = now.today();
        return take(row, words, now);
    }

    /**
     * Asks everybody. The day after this one is the first that counts (团体标准管理规定 2019: 30 days at the least), the last is
     * whole.
     *
     * @param until the shortest period that the terms allow when absent
     * @throws Problem 422 {@code comment-period-shortened}
     */
    GroupEvent consult(Document draft, List<Participant> drafters, Optional<LocalDate> until, GroupContext now) {
        var row = allowed(GroupAct.CONSULT, now);
        var earliest = now.terms().earliestEnd(now.today());
        var last = until.orElse(earliest);
        requirePeriod(last, earliest);
        int round = file.consultations().size() + 1;
        file = file.drafted(drafters).consulted(Consultation.opened(round, draft, now.today(), last));
        commentsUntil = last;
        return take(row, "", now);
    }

    /** @throws Problem 422 {@code comment-period-shortened} unless it ends later than before */
    GroupEvent extend(LocalDate until, String words, GroupContext now) {
        var row = allowed(GroupAct.EXTEND, now);
        var round = consultation().orElseThrow();
        requirePeriod(until, round.lastDay().plusDays(1));
        file = file.consultation(round.until(until));
        commentsUntil = until;
        return take(row, words, now);
    }

    private static void requirePeriod(LocalDate last, LocalDate earliest) {
        if (last.isBefore(earliest)) {
            throw new Problem(
                            COMMENT_PERIOD_SHORTENED,
                            Text.of(
                                    "征求意见期限自公布次日起算，最后一日不得早于 %s",
                                    "counted from the day after the publication, the last day is %s at the earliest",
                                    earliest))
                    .with("until", "earliest", Text.of("不得早于 %s", "%s or later", earliest));
        }
    }

    /** @throws Problem 409 {@code consultation-closed}, {@code illegal-transition} when no comment is taken any more */
    Consultation requireOpen(GroupContext now) {
        allowed(GroupAct.COMMENT, now);
        return consultation().orElseThrow();
    }

    /** An answer to a comment; the comment itself is on its own sheet. */
    GroupEvent answer(GroupContext now) {
        return take(allowed(GroupAct.ANSWER, now), "", now);
    }

    /** The draft goes back to its drafters; a round that is not over counts for nothing. */
    GroupEvent redraft(String words, GroupContext now) {
        var row = allowed(GroupAct.REDRAFT, now);
        var ended = consultation().orElseThrow().endedOn(now.today());
        file = file.consultation(ended);
        commentsUntil = ended.withdrawnOn() == null ? ended.lastDay() : null;
        return take(row, words, now);
    }

    /** @throws Problem 422 {@code unsuitable-day} for a meeting of yesterday */
    GroupEvent review(LocalDate heldOn, List<Participant> delegates, GroupContext now) {
        return convene(GroupAct.REVIEW, heldOn, delegates, now);
    }

    /** Another meeting: the one before had no quorum, or did not carry. */
    GroupEvent convene(LocalDate heldOn, List<Participant> delegates, GroupContext now) {
        return convene(GroupAct.CONVENE, heldOn, delegates, now);
    }

    private GroupEvent convene(GroupAct act, LocalDate heldOn, List<Participant> delegates, GroupContext now) {
        var row = allowed(act, now);
        requireNotBefore("heldOn", heldOn, now.today());
        file = file.convened(new Meeting(heldOn, delegates, null));
        return take(row, "", now);
    }

    /** @throws Problem 422 {@code unsuitable-vote}, {@code no-quorum} */
    GroupEvent vote(Set<Integer> attended, List<VoteCount.Ballot> ballots, GroupContext now) {
        var row = allowed(GroupAct.VOTE, now);
        var held = meeting().orElseThrow();
        var count =
                VoteCount.of(held.numbers(), held.barred(file.drafters(), now.terms()), attended, ballots, now.terms());
        file = file.meeting(held.counted(count));
        return take(row, "", now);
    }

    /**
     * Gives the number {@code T/CODE n-yyyy} (团体标准管理规定 2019; wrong numbers are withdrawn, 标准化法 2017 art. 42).
     *
     * @throws Problem 422 {@code unsuitable-number}
     */
    GroupEvent number(StandardNumber given, GroupContext now) {
        var row = allowed(GroupAct.NUMBER, now);
        var problem = new Problem(UNSUITABLE_NUMBER, Text.of("%s 不能作为本标准的编号", "%s cannot be the number", given));
        if (given.level() != Level.GROUP
                || !given.parts().prefix().equals("T/" + now.body().code())) {
            problem.with(
                    "number",
                    "code",
                    Text.of("应以 T/%s 开头", "must begin with T/%s", now.body().code()));
        }
        var year = given.parts().year();
        if (year == null || year != now.today().getYear()) {
            problem.with(
                    "number",
                    "year",
                    Text.of("年代号应为 %s", "the year must be %s", now.today().getYear()));
        }
        if (given.supplements() || given.parts().revision() != null) {
            problem.with("number", "supplement", Text.of("不得带修改单号或修订标记", "no amendment and no mark of revision"));
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
        number = given.original();
        numberKey = given.canonical();
        return take(row, given.canonical(), now);
    }

    /** @throws Problem 422 {@code unsuitable-day} when it would be implemented before it is published */
    GroupEvent publish(Publication publication, GroupContext now) {
        var row = allowed(GroupAct.PUBLISH, now);
        requireNotBefore("implementedOn", publication.implementedOn(), publication.publishedOn());
        file = file.published(publication);
        reviewDueOn = now.terms().reviewDue(publication.publishedOn());
        return take(row, String.valueOf(publication.decision().reference()), now);
    }

    /** It stays as it is, and the clock of the review begins anew. */
    GroupEvent confirm(String words, GroupContext now) {
        var row = allowed(GroupAct.CONFIRM, now);
        reviewed(row.act(), words, now);
        reviewDueOn = now.terms().reviewDue(now.today());
        return take(row, words, now);
    }

    GroupEvent revise(String words, GroupContext now) {
        var row = allowed(GroupAct.REVISE, now);
        reviewed(row.act(), words, now);
        return take(row, words, now);
    }

    GroupEvent abolish(String words, GroupContext now) {
        var row = allowed(GroupAct.ABOLISH, now);
        reviewed(row.act(), words, now);
        reviewDueOn = null;
        return take(row, words, now);
    }

    /** A new edition is published. Until it is implemented this one stays in force, see the catalogue. */
    GroupEvent replace(String by, GroupContext now) {
        var row = allowed(GroupAct.REPLACE, now);
        reviewDueOn = null;
        return take(row, by, now);
    }

    private void reviewed(GroupAct act, String words, GroupContext now) {
        file = file.reviewed(new ReviewConclusion(act, now.today(), words));
    }

    /** @throws Problem 422 {@code unsuitable-day} for a term that is over already */
    GroupEvent orderCorrection(String order, String reason, LocalDate dueOn, GroupContext now) {
        var row = allowed(GroupAct.ORDER_CORRECTION, now);
        requireNotBefore("dueOn", dueOn, now.today().plusDays(1));
        file = file.ordered(new Correction(order, reason, now.today(), dueOn, null));
        return take(row, order, now);
    }

    GroupEvent correct(String words, GroupContext now) {
        var row = allowed(GroupAct.CORRECT, now);
        file = file.correction(correction().orElseThrow().doneOn(now.today()));
        return take(row, words, now);
    }

    GroupEvent abolishByOrder(String words, GroupContext now) {
        var row = allowed(GroupAct.ABOLISH_BY_ORDER, now);
        reviewDueOn = null;
        return take(row, words, now);
    }

    /** An act that changes nothing but the state. */
    GroupEvent move(GroupAct act, String words, GroupContext now) {
        return take(allowed(act, now), words, now);
    }

    private static void requireNotBefore(String field, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest)) {
            throw new Problem(UNSUITABLE_DAY, Text.of("不得早于 %s", "Not before %s", earliest))
                    .with(field, "earliest", Text.of("不得早于 %s", "%s or later", earliest));
        }
    }

    /** Acts that this actor can do to it now, in the order of the table. */
    List<GroupAct> actions(GroupContext now) {
        return GroupTransitions.TABLE.possible(state).stream()
                .filter(act -> row(act).policies().stream()
                        .allMatch(policy -> policy.refusal(this, act, now).isEmpty()))
                .toList();
    }

    private Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> row(GroupAct act) {
        return GroupTransitions.TABLE.of(state, act);
    }

    private Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> allowed(
            GroupAct act, GroupContext now) {
        var row = row(act);
        require(row, now);
        return row;
    }

    /** Refuses an act before anything is looked up for it. */
    void requireAllowed(GroupAct act, GroupContext now) {
        allowed(act, now);
    }

    private void require(Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> row, GroupContext now) {
        Transition.require(row.policies(), this, row.act(), now);
    }

    /** The one way to another state: along a row of the table, once none of its policies has refused. */
    private GroupEvent take(
            Transition<GroupState, GroupAct, GroupPolicy, Void, GroupEvent.Kind> row, String words, GroupContext now) {
        state = row.to();
        note(row.act(), words, now);
        boolean told = isPublic() && !row.act().isConfidential();
        return new GroupEvent(row.event(), version + 1, told ? Optional.of(snapshot()) : Optional.empty());
    }

    private void note(GroupAct act, String words, GroupContext now) {
        file = file.noted(new HistoryEntry(act, now.actor().id(), now.moment(), words.strip()));
    }

    private GroupEvent.Snapshot snapshot() {
        var publication = file.publication();
        return new GroupEvent.Snapshot(
                id,
                bodyId,
                bodyUscc,
                bodyName,
                title,
                state.shown(),
                number,
                commentsUntil,
                publication == null ? null : publication.publishedOn(),
                publication == null ? null : publication.implementedOn(),
                reviewDueOn);
    }

    /** What was said with the last act. */
    String lastWords() {
        return file.history().getLast().words();
    }

    boolean hadAHandIn(GroupAct act, String who) {
        return file.history().stream()
                .anyMatch(entry -> entry.act() == act && entry.by().equals(who));
    }

    Optional<Consultation> consultation() {
        return file.lastConsultation();
    }

    Optional<Meeting> meeting() {
        return file.lastMeeting();
    }

    Optional<Correction> correction() {
        return file.lastCorrection();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID bodyId() {
        return bodyId;
    }

    String bodyUscc() {
        return bodyUscc;
    }

    String title() {
        return title;
    }

    GroupState state() {
        return state;
    }

    Optional<StandardNumber> number() {
        return Optional.ofNullable(number).map(StandardNumber::of);
    }

    Optional<UUID> revises() {
        return Optional.ofNullable(revises);
    }

    Optional<Publication> publication() {
        return Optional.ofNullable(file.publication());
    }

    List<Participant> drafters() {
        return file.drafters();
    }

    boolean isPublic() {
        return approvedOn != null;
    }

    /** As everybody may see it. */
    GroupProjectView view() {
        return new GroupProjectView(
                id,
                new GroupProjectView.Maker(bodyId, bodyUscc, bodyName),
                title,
                titleEn,
                scope,
                state.shown(),
                number,
                revises,
                approvedOn,
                file.drafters().stream()
                        .map(Participant::organization)
                        .distinct()
                        .toList(),
                file.consultations(),
                file.meetings().stream()
                        .filter(held -> held.count() != null)
                        .map(GroupProjectView.Vote::of)
                        .toList(),
                file.publication(),
                file.reviews(),
                reviewDueOn,
                isAbolishedByOrder() ? file.corrections() : List.of());
    }

    private boolean isAbolishedByOrder() {
        return file.history().getLast().act() == GroupAct.ABOLISH_BY_ORDER;
    }

    /** With what only the body and officials see. */
    GroupCaseView file(GroupContext now) {
        return file(now.unanswered(), actions(now));
    }

    /** As the decision log digests it, whoever looks, and whenever. */
    GroupCaseView file() {
        return file(0, List.of());
    }

    private GroupCaseView file(long unanswered, List<GroupAct> actions) {
        return new GroupCaseView(
                view(),
                version,
                state,
                file.drafters(),
                file.meetings(),
                unanswered,
                file.corrections(),
                file.history(),
                actions);
    }

    /** A row of a list that everybody sees. */
    GroupProjectSummary published() {
        return listed(state.shown());
    }

    /** A row of a list for the body and officials. */
    GroupProjectSummary summary() {
        return listed(state);
    }

    private GroupProjectSummary listed(GroupState as) {
        return new GroupProjectSummary(id, bodyId, bodyName, title, as, number, commentsUntil, reviewDueOn);
    }

    OpenConsultation open(LocalDate today) {
        var round = consultation().orElseThrow();
        return new OpenConsultation(
                id,
                bodyName,
                title,
                round.round(),
                round.draft(),
                round.publishedOn(),
                round.lastDay(),
                Consultation.daysLeft(round.lastDay(), today));
    }
}

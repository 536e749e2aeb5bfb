package cn.quality.standards.group;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import cn.quality.standards.catalogue.Certainty;
import cn.quality.standards.group.AllowedGroupMoves.Who;
import cn.quality.standards.group.GroupTerms.Share;
import cn.quality.standards.number.StandardNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Group standards without a database, and the people who make them. */
final class Groups {

    static final String OWN = "51371199MJE000013C";
    static final LocalDate START = LocalDate.of(2026, 3, 2);

    /** The first day after a period of comments of thirty days that was made public on the first day. */
    static final LocalDate AFTER_COMMENTS = LocalDate.of(2026, 4, 2);

    static final GroupTerms TERMS =
            new GroupTerms(LocalDate.of(2019, 1, 9), 30, new Share(3, 4), new Share(2, 3), true, 5, "示例", Certainty.D);

    static final BodyStanding BODY =
            new BodyStanding(new UUID(1, 1), OWN, "日照示例水产品协会", List.of("RZSLX"), false, Set.of());
    static final Document DRAFT = new Document("示例草案", "https://xiehui.example/draft.pdf", "0f".repeat(32));
    static final List<Participant> DRAFTERS = List.of(new Participant("甲", "示例一公司"));

    private Groups() {}

    /** Eight delegates of eight units; the first drafts nothing. */
    static List<Participant> delegates() {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Participant("代表" + i, "示例单位" + i))
                .toList();
    }

    static GroupContext by(Who who, LocalDate day) {
        return by(who, day, 0);
    }

    static GroupContext by(Who who, LocalDate day, long unanswered) {
        var moment = day.atTime(LocalTime.NOON).atZone(LegalDates.ZONE).toInstant();
        return switch (who) {
            case BODY -> body(BODY, OWN, moment, unanswered);
            case CASE_APPROVER ->
                context(Actor.official("li", null), Set.of(GroupRole.CASE_APPROVER), moment, unanswered);
            case PUBLISHER -> context(Actor.official("zhao", null), Set.of(GroupRole.PUBLISHER), moment, unanswered);
            case ANYBODY -> context(Actor.official("anonymous", null), Set.of(), moment, unanswered);
            case SYSTEM -> context(Actor.SYSTEM, Set.of(), moment, unanswered);
        };
    }

    static GroupContext body(BodyStanding body, String uscc, Instant moment, long unanswered) {
        return new GroupContext(
                Actor.official("zheng", null),
                Set.of(GroupRole.BODY),
                Optional.of(uscc),
                body,
                unanswered,
                TERMS,
                moment);
    }

    private static GroupContext context(Actor actor, Set<GroupRole> roles, Instant moment, long unanswered) {
        return new GroupContext(actor, roles, Optional.empty(), BODY, unanswered, TERMS, moment);
    }

    static GroupProject.Proposal proposal() {
        return new GroupProject.Proposal("示例冷冻烤鳗", null, "示例", "示例", null);
    }

    static GroupProject proposed() {
        return GroupProject.propose(proposal(), by(Who.BODY, START));
    }

    static Publication publication(LocalDate day) {
        return new Publication(DRAFT, DRAFT, day, day.plusDays(30), "示例声明", List.of(), List.of());
    }

    /** One act with what it takes. */
    static void act(GroupProject project, GroupAct act, GroupContext now) {
        if (act == GroupAct.COMMENT) {
            project.requireOpen(now);
        } else {
            event(project, act, now);
        }
    }

    static GroupEvent event(GroupProject project, GroupAct act, GroupContext now) {
        var today = now.today();
        return switch (act) {
            case APPROVE -> project.approve("示例", now);
            case CONSULT -> project.consult(DRAFT, DRAFTERS, Optional.empty(), now);
            case EXTEND ->
                project.extend(
                        project.consultation()
                                .map(round -> round.lastDay().plusDays(1))
                                .orElse(today),
                        "示例",
                        now);
            case ANSWER -> project.answer(now);
            case REDRAFT -> project.redraft("示例", now);
            case REVIEW -> project.review(today, delegates(), now);
            case CONVENE -> project.convene(today, delegates(), now);
            case VOTE -> project.vote(Set.of(1, 2, 3, 4, 5, 6, 7, 8), votes(6), now);
            case NUMBER -> project.number(StandardNumber.of("T/RZSLX 001-" + today.getYear()), now);
            case PUBLISH -> project.publish(publication(today), now);
            case CONFIRM -> project.confirm("示例", now);
            case REVISE -> project.revise("示例", now);
            case REPLACE -> project.replace("T/RZSLX 001-2031", now);
            case ABOLISH -> project.abolish("示例", now);
            case ORDER_CORRECTION -> project.orderCorrection("示例文号", "示例", today.plusDays(30), now);
            case CORRECT -> project.correct("示例", now);
            case ABOLISH_BY_ORDER -> project.abolishByOrder("示例", now);
            case PROPOSE, COMMENT, REJECT, PASS, RETURN, ABANDON -> project.move(act, "示例", now);
        };
    }

    /** The first so many of the delegates approve, and the rest abstains. */
    static List<VoteCount.Ballot> votes(int approvals) {
        return IntStream.rangeClosed(1, approvals)
                .mapToObj(i -> new VoteCount.Ballot(i, VoteCount.Choice.APPROVE))
                .toList();
    }

    static GroupProject reached(GroupState state) {
        var project =
                switch (state) {
                    case PROPOSED -> after();
                    case DRAFTING -> after(GroupAct.APPROVE, GroupAct.CONSULT, GroupAct.REVIEW, GroupAct.RETURN);
                    case CONSULTING -> after(GroupAct.APPROVE, GroupAct.CONSULT);
                    case REVIEWING -> after(GroupAct.APPROVE, GroupAct.CONSULT, GroupAct.REVIEW);
                    case PASSED ->
                        after(GroupAct.APPROVE, GroupAct.CONSULT, GroupAct.REVIEW, GroupAct.VOTE, GroupAct.PASS);
                    case NUMBERED -> then(reached(GroupState.PASSED), GroupAct.NUMBER);
                    case PUBLISHED -> then(reached(GroupState.NUMBERED), GroupAct.PUBLISH);
                    case REVISING -> then(reached(GroupState.PUBLISHED), GroupAct.REVISE);
                    case CORRECTING -> then(reached(GroupState.PUBLISHED), GroupAct.ORDER_CORRECTION);
                    case REPLACED -> then(reached(GroupState.REVISING), GroupAct.REPLACE);
                    case ABOLISHED -> then(reached(GroupState.PUBLISHED), GroupAct.ABOLISH);
                    case REJECTED -> after(GroupAct.REJECT);
                    case ABANDONED -> after(GroupAct.APPROVE, GroupAct.ABANDON);
                };
        if (project.state() != state) {
            throw new IllegalStateException(project.state() + " instead of " + state);
        }
        return project;
    }

    static GroupProject after(GroupAct... acts) {
        return then(proposed(), acts);
    }

    /** Each act by whoever does it, on the first day on which it can be done. */
    static GroupProject then(GroupProject project, GroupAct... acts) {
        for (var act : acts) {
            var by = AllowedGroupMoves.of(project.state(), act).orElseThrow().by();
            var early = project.state() == GroupState.PROPOSED
                    || (project.state() == GroupState.DRAFTING && act == GroupAct.CONSULT);
            act(project, act, by(by, early ? START : AFTER_COMMENTS));
        }
        return project;
    }
}

package cn.quality.standards.group;

import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of a vote of a technical review (团体标准管理规定 2019, procedure): at least three quarters of those present
 * approve, and drafters do not vote. Who is barred counts neither as invited nor as present; who is present and gives no vote
 * abstains, and an abstention approves nothing.
 *
 * @param invited who may vote
 * @param present of these
 */
@Schema(name = "GroupVoteCount", description = "表决结果 (the result of a vote)")
record VoteCount(
        @Schema(required = true, examples = "8") int invited,

        @Schema(required = true, examples = "8") int present,

        @Schema(required = true, examples = "6") int approve,

        @Schema(required = true, examples = "1") int reject,

        @Schema(required = true, examples = "1") int abstain,

        @Schema(required = true) boolean carried) {

    static final ProblemType UNSUITABLE_VOTE =
            new ProblemType(422, "unsuitable-vote", Text.of("表决记录不符合规定", "Not a valid vote"));
    static final ProblemType NO_QUORUM = new ProblemType(422, "no-quorum", Text.of("到会人数不足", "No quorum"));

    enum Choice {
        APPROVE,
        REJECT,
        ABSTAIN
    }

    /** One vote, of a delegate by number. */
    record Ballot(int delegate, Choice choice) {}

    /**
     * Counts.
     *
     * @param invited numbers of all delegates
     * @param barred of these, who may not vote
     * @throws Problem 422 {@code unsuitable-vote} naming each ballot that is none, {@code no-quorum}
     */
    static VoteCount of(
            Set<Integer> invited, Set<Integer> barred, Set<Integer> attended, List<Ballot> ballots, GroupTerms terms) {
        refuseUnsuitable(invited, barred, attended, ballots);
        int entitled = without(invited, barred);
        int present = without(attended, barred);
        if (!terms.quorum().isReachedBy(present, entitled)) {
            throw new Problem(
                    NO_QUORUM,
                    Text.of(
                            "应到 %1$d 人，实到 %2$d 人，不足 %3$s，应另行召开审查会",
                            "%2$d of %1$d are present, less than %3$s; another meeting is needed",
                            entitled,
                            present,
                            terms.quorum()));
        }
        int approve = count(ballots, Choice.APPROVE);
        int reject = count(ballots, Choice.REJECT);
        return new VoteCount(
                entitled,
                present,
                approve,
                reject,
                present - approve - reject,
                terms.approval().isReachedBy(approve, present));
    }

    private static void refuseUnsuitable(
            Set<Integer> invited, Set<Integer> barred, Set<Integer> attended, List<Ballot> ballots) {
        var problem = new Problem(UNSUITABLE_VOTE, Text.of("表决记录有误", "The record of the vote is wrong"));
        attended.stream()
                .filter(number -> !invited.contains(number))
                .forEach(number -> problem.with(
                        "attended", "unknown-delegate", Text.of("没有第 %d 号代表", "there is no delegate %d", number)));
        if (ballots.size() > without(attended, barred)) {
            problem.with(
                    "ballots",
                    "more-votes-than-present",
                    Text.of(
                            "%d 票多于有表决权的到会人数 %d",
                            "%d votes of %d who are present and may vote", ballots.size(), without(attended, barred)));
        }
        var voted = new HashSet<Integer>();
        for (int i = 0; i < ballots.size(); i++) {
            var delegate = ballots.get(i).delegate();
            var field = "ballots[" + i + "].delegate";
            if (!invited.contains(delegate)) {
                problem.with(field, "unknown-delegate", Text.of("没有第 %d 号代表", "there is no delegate %d", delegate));
            } else if (barred.contains(delegate)) {
                problem.with(
                        field,
                        "drafter-vote",
                        Text.of("起草人及其所在单位的代表不参加表决", "drafters and their colleagues do not vote"));
            } else if (!attended.contains(delegate)) {
                problem.with(field, "absent", Text.of("第 %d 号代表未到会", "delegate %d is not present", delegate));
            } else if (!voted.add(delegate)) {
                problem.with(field, "voted-twice", Text.of("第 %d 号代表已投票", "delegate %d has voted already", delegate));
            }
        }
        if (!problem.violations().isEmpty()) {
            throw problem;
        }
    }

    private static int without(Set<Integer> some, Set<Integer> barred) {
        return (int) some.stream().filter(number -> !barred.contains(number)).count();
    }

    private static int count(List<Ballot> ballots, Choice choice) {
        return (int)
                ballots.stream().filter(ballot -> ballot.choice() == choice).count();
    }
}

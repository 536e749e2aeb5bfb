package cn.quality.standards.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.quality.platform.problem.Problem;
import cn.quality.standards.group.VoteCount.Ballot;
import cn.quality.standards.group.VoteCount.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The vote in integers, against the same rule in exact fractions. */
class VoteCountPropertiesTest {

    @Property
    void threeQuartersOfThosePresentWhoeverAbstains(
            @ForAll @Size(min = 1, max = 60) List<Choice> choices, @ForAll @IntRange(max = 20) int silent) {
        var attended = numbers(choices.size() + silent);
        var ballots = IntStream.range(0, choices.size())
                .mapToObj(i -> new Ballot(i + 1, choices.get(i)))
                .toList();
        var count = VoteCount.of(attended, Set.of(), attended, ballots, Groups.TERMS);
        long approvals =
                choices.stream().filter(choice -> choice == Choice.APPROVE).count();
        var share = BigDecimal.valueOf(approvals).multiply(BigDecimal.valueOf(100));
        assertThat(count.carried())
                .isEqualTo(share.compareTo(BigDecimal.valueOf(attended.size()).multiply(BigDecimal.valueOf(75))) >= 0);
        assertThat(count.approve() + count.reject() + count.abstain()).isEqualTo(count.present());
        assertThat(count.approve()).isEqualTo((int) approvals);
    }

    /** Who approves instead of abstaining never makes it fail; who comes and is silent never makes it carry. */
    @Property
    void monotonous(
            @ForAll @IntRange(min = 1, max = 80) int present, @ForAll @IntRange(min = 0, max = 79) int approvals) {
        int approving = Math.min(approvals, present - 1);
        var fewer = count(present, approving);
        assertThat(fewer.carried() && !count(present, approving + 1).carried()).isFalse();
        assertThat(!fewer.carried() && count(present + 1, approving).carried()).isFalse();
    }

    /** Who is barred is as if not there: neither in the quorum nor among those present. */
    @Property
    void whoIsBarredCountsNowhere(
            @ForAll @IntRange(min = 1, max = 30) int entitled,
            @ForAll @IntRange(max = 10) int barred,
            @ForAll @IntRange(max = 30) int approvals) {
        int approving = Math.min(approvals, entitled);
        var all = numbers(entitled + barred);
        var without =
                IntStream.rangeClosed(entitled + 1, entitled + barred).boxed().collect(Collectors.toSet());
        assertThat(VoteCount.of(all, without, all, Groups.votes(approving), Groups.TERMS))
                .isEqualTo(count(entitled, approving));
    }

    @Property
    void twoThirdsMakeAQuorum(@ForAll @IntRange(min = 1, max = 90) int invited, @ForAll @IntRange(max = 90) int came) {
        int present = Math.min(came, invited);
        if (present * 3 >= invited * 2) {
            assertThat(VoteCount.of(numbers(invited), Set.of(), numbers(present), List.of(), Groups.TERMS)
                            .present())
                    .isEqualTo(present);
        } else {
            assertThatThrownBy(
                            () -> VoteCount.of(numbers(invited), Set.of(), numbers(present), List.of(), Groups.TERMS))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type().code()).isEqualTo("no-quorum"));
        }
    }

    @Example
    void everyBallotThatIsNoneIsNamed() {
        var ballots = new ArrayList<>(Groups.votes(3));
        ballots.add(new Ballot(1, Choice.REJECT));
        ballots.add(new Ballot(5, Choice.REJECT));
        ballots.add(new Ballot(9, Choice.REJECT));
        assertThatThrownBy(() -> VoteCount.of(numbers(5), Set.of(3), numbers(4), ballots, Groups.TERMS))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type().code()).isEqualTo("unsuitable-vote");
                    assertThat(problem.violations())
                            .extracting(violation -> violation.field() + " " + violation.code())
                            .containsExactly(
                                    "ballots more-votes-than-present",
                                    "ballots[2].delegate drafter-vote",
                                    "ballots[3].delegate voted-twice",
                                    "ballots[4].delegate absent",
                                    "ballots[5].delegate unknown-delegate");
                });
    }

    private static VoteCount count(int present, int approving) {
        return VoteCount.of(numbers(present), Set.of(), numbers(present), Groups.votes(approving), Groups.TERMS);
    }

    private static Set<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(Collectors.toSet());
    }
}

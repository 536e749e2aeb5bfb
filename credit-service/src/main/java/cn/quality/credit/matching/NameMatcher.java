package cn.quality.credit.matching;

import cn.quality.platform.identifiers.Bigrams;
import cn.quality.platform.identifiers.RegionCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is asked with what is known. Codes speak first: the same code is the same enterprise, two valid codes are
 * two. Only then names: equal ones, equal cores and where they are, cores one slip apart, at last similarity.
 */
public final class NameMatcher {

    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Similarity.SCALE);

    /** From this score on a name is taken for one of the enterprise whose code stands beside it. */
    private static final BigDecimal ITS_NAME = MatchRule.ONE_SLIP.points();

    /** Below four characters, one of which is wrong, too little is left to tell two enterprises apart. */
    private static final int SHORTEST_WITH_SLIP = 4;

    /** Brands of which more than a quarter differs are two. */
    private static final BigDecimal SAME_BRAND = new BigDecimal("0.75");

    private NameMatcher() {}

    /** The score of two parties with the reasons it is the sum of. */
    public static Similarity compare(ComparedEnterprise asked, ComparedEnterprise known) {
        if (asked.code() == null || known.code() == null) {
            return byName(asked, known).settled();
        }
        if (!asked.code().equals(known.code())) {
            return byName(asked, known).capped(MatchRule.CODE_DIFFERS).settled();
        }
        var account = new Account().add(MatchRule.CODE_EQUAL);
        return (isNamed(asked) && isNamed(known) && byName(asked, known).sum.compareTo(ITS_NAME) < 0
                        ? account.add(MatchRule.NAME_DIFFERS)
                        : account)
                .settled();
    }

    private static boolean isNamed(ComparedEnterprise one) {
        return one.name() != null && !one.name().isEmpty();
    }

    private static Account byName(ComparedEnterprise asked, ComparedEnterprise known) {
        if (asked.name() == null
                || known.name() == null
                || asked.name().isEmpty()
                || known.name().isEmpty()) {
            return new Account();
        }
        if (asked.name().canonical().equals(known.name().canonical())) {
            return new Account().add(MatchRule.NAME_EQUAL);
        }
        var byParts = byParts(asked.name(), asked.place(), known.name(), known.place());
        var former = new Account().add(MatchRule.FORMER_NAME_EQUAL);
        return (isFormer(asked.name(), known.formerNames()) || isFormer(known.name(), asked.formerNames()))
                        && former.sum.compareTo(byParts.sum) > 0
                ? former
                : byParts;
    }

    private static boolean isFormer(LegalName name, List<LegalName> formerNames) {
        return formerNames.stream().anyMatch(former -> former.canonical().equals(name.canonical()));
    }

    private static Account byParts(
            LegalName asked, @Nullable RegionCode askedPlace, LegalName known, @Nullable RegionCode knownPlace) {
        var account = new Account();
        var where = whereabouts(asked.regions(), askedPlace, known.regions(), knownPlace);
        if (asked.core().equals(known.core())) {
            account.add(
                    switch (where) {
                        case AGREE -> MatchRule.CORE_AND_REGION_EQUAL;
                        case UNKNOWN -> MatchRule.CORE_EQUAL;
                        case DIFFER -> MatchRule.REGION_DIFFERS;
                    });
        } else {
            account.add(MatchRule.SIMILAR_CORE, dice(asked.core(), known.core()))
                    .add(MatchRule.SIMILAR_NAME, dice(asked.canonical(), known.canonical()))
                    .add(MatchRule.SIMILAR_BRAND, SlipDistance.similarity(asked.brand(), known.brand()));
            if (isOneSlip(asked.core(), known.core())) {
                account.raised(MatchRule.ONE_SLIP);
            } else if (SlipDistance.similarityBeforeCommonEnd(asked.core(), known.core())
                            .compareTo(SAME_BRAND)
                    < 0) {
                account.cappedIfAbove(MatchRule.BRAND_DIFFERS);
            }
            account.cappedIfAbove(where == Whereabouts.DIFFER ? MatchRule.PLACE_DIFFERS : MatchRule.CORE_DIFFERS);
        }
        if (Vocabulary.formsDiffer(asked.form(), known.form())) {
            account.add(MatchRule.FORM_DIFFERS);
        }
        if (!asked.numerals().equals(known.numerals())) {
            account.add(MatchRule.NUMERAL_DIFFERS);
        }
        if (!asked.branch().equals(known.branch())) {
            account.add(MatchRule.BRANCH_DIFFERS);
        }
        return account;
    }

    private enum Whereabouts {
        AGREE,
        UNKNOWN,
        DIFFER
    }

    /**
     * Like is compared with like: the regions in the names, the places given besides. Only when that says nothing, a
     * region in one name with the place of the other. A city agrees with its counties.
     */
    private static Whereabouts whereabouts(
            Set<RegionCode> askedRegions,
            @Nullable RegionCode askedPlace,
            Set<RegionCode> knownRegions,
            @Nullable RegionCode knownPlace) {
        var asked = askedPlace == null ? Set.<RegionCode>of() : Set.of(askedPlace);
        var known = knownPlace == null ? Set.<RegionCode>of() : Set.of(knownPlace);
        var like = both(whereabouts(askedRegions, knownRegions), whereabouts(asked, known));
        return like == Whereabouts.UNKNOWN
                ? both(whereabouts(askedRegions, known), whereabouts(asked, knownRegions))
                : like;
    }

    private static Whereabouts both(Whereabouts one, Whereabouts other) {
        if (one == Whereabouts.DIFFER || other == Whereabouts.DIFFER) {
            return Whereabouts.DIFFER;
        }
        return one == Whereabouts.AGREE || other == Whereabouts.AGREE ? Whereabouts.AGREE : Whereabouts.UNKNOWN;
    }

    private static Whereabouts whereabouts(Collection<RegionCode> some, Collection<RegionCode> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Whereabouts.UNKNOWN;
        }
        return Vocabulary.agree(some, others) ? Whereabouts.AGREE : Whereabouts.DIFFER;
    }

    private static boolean isOneSlip(String one, String other) {
        return Math.max(one.codePointCount(0, one.length()), other.codePointCount(0, other.length()))
                        >= SHORTEST_WITH_SLIP
                && SlipDistance.of(one, other) == 1;
    }

    /** Twice the shared character pairs over all of both. */
    private static BigDecimal dice(String one, String other) {
        var pairs = Bigrams.of(one);
        var others = Bigrams.of(other);
        var shared = new HashSet<>(pairs);
        shared.retainAll(others);
        int all = pairs.size() + others.size();
        return all == 0 ? ZERO : SlipDistance.ratio(2 * shared.size(), all);
    }

    /** Adds up reasons. Never below zero: a deduction takes no more than is there. */
    private static final class Account {

        private final List<Similarity.Reason> reasons = new ArrayList<>();
        private BigDecimal sum = ZERO;

        Account add(MatchRule rule) {
            return book(rule, rule.points().max(sum.negate()));
        }

        Account add(MatchRule weight, BigDecimal similarity) {
            var points = weight.points().multiply(similarity).setScale(Similarity.SCALE, RoundingMode.DOWN);
            return book(weight, points, similarity.setScale(2, RoundingMode.DOWN));
        }

        Account capped(MatchRule ceiling) {
            return book(ceiling, ceiling.points().subtract(sum).min(ZERO));
        }

        Account raised(MatchRule floor) {
            return sum.compareTo(floor.points()) < 0
                    ? book(floor, floor.points().subtract(sum))
                    : this;
        }

        Account cappedIfAbove(MatchRule ceiling) {
            return sum.compareTo(ceiling.points()) > 0 ? capped(ceiling) : this;
        }

        Similarity settled() {
            return new Similarity(sum, List.copyOf(reasons));
        }

        private Account book(MatchRule rule, BigDecimal points, Object... args) {
            sum = sum.add(points);
            reasons.add(new Similarity.Reason(rule.code(), points, rule.text(args)));
            return this;
        }
    }
}

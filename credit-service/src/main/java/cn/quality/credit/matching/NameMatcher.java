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
 * two. Only then names: equal ones, equal cores and where they are, at last similarity.
 */
public final class NameMatcher {

    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Similarity.SCALE);

    private NameMatcher() {}

    /** The score of two parties with the reasons it is the sum of. */
    public static Similarity compare(ComparedEnterprise asked, ComparedEnterprise known) {
        if (asked.code() == null || known.code() == null) {
            return byName(asked, known).settled();
        }
        return asked.code().equals(known.code())
                ? new Account().add(MatchRule.CODE_EQUAL).settled()
                : byName(asked, known).capped(MatchRule.CODE_DIFFERS).settled();
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
        return isFormer(asked.name(), known.formerNames()) && former.sum.compareTo(byParts.sum) > 0 ? former : byParts;
    }

    private static boolean isFormer(LegalName name, List<LegalName> formerNames) {
        return formerNames.stream().anyMatch(former -> former.canonical().equals(name.canonical()));
    }

    private static Account byParts(
            LegalName asked, @Nullable RegionCode askedPlace, LegalName known, @Nullable RegionCode knownPlace) {
        var account = new Account();
        if (asked.core().equals(known.core())) {
            account.add(
                    switch (whereabouts(asked.regions(), askedPlace, known.regions(), knownPlace)) {
                        case AGREE -> MatchRule.CORE_AND_REGION_EQUAL;
                        case UNKNOWN -> MatchRule.CORE_EQUAL;
                        case DIFFER -> MatchRule.REGION_DIFFERS;
                    });
        } else {
            account.add(MatchRule.SIMILAR_CORE, dice(asked.core(), known.core()))
                    .add(MatchRule.SIMILAR_NAME, dice(asked.canonical(), known.canonical()))
                    .add(MatchRule.SIMILAR_BRAND, editSimilarity(asked.brand(), known.brand()));
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
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> one.covers(other) || other.covers(one)))
                ? Whereabouts.AGREE
                : Whereabouts.DIFFER;
    }

    /** Twice the shared character pairs over all of both. */
    private static BigDecimal dice(String one, String other) {
        var pairs = Bigrams.of(one);
        var others = Bigrams.of(other);
        int all = pairs.size() + others.size();
        var shared = new HashSet<>(pairs);
        shared.retainAll(others);
        return all == 0 ? ZERO : ratio(2 * shared.size(), all);
    }

    /** One less the edits (insert, delete, replace) it takes, over the length of the longer. */
    private static BigDecimal editSimilarity(String one, String other) {
        var a = one.codePoints().toArray();
        var b = other.codePoints().toArray();
        int longer = Math.max(a.length, b.length);
        return longer == 0 ? ZERO : ratio(longer - edits(a, b), longer);
    }

    private static int edits(int[] a, int[] b) {
        var row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }

    /** Rounded down: doubt never lifts a score into a band. */
    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), Similarity.SCALE, RoundingMode.DOWN);
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

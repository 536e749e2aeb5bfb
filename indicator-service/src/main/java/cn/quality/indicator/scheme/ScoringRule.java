package cn.quality.indicator.scheme;

import static java.util.Objects.requireNonNull;

/**
 * How an indicator is scored, in one of the seven forms of {@link RuleForm}.
 */
public sealed interface ScoringRule {

    /** How the figure the rule asks for is reported. */
    Quantity quantity();

    /** A rule that says what share of its indicator's weight is earned. */
    sealed interface Scored extends ScoringRule {

        /**
         * Between 0 and 1.
         *
         * @param figure what was reported
         * @param weight points of the indicator as the sheet has them
         */
        Fraction share(Fraction figure, Fraction weight);
    }

    /** Also for a falling target: the way from 20 down to 10 is half done at 15. */
    record Linear(Quantity quantity, Fraction baseline, Fraction target) implements Scored {

        @Override
        public Fraction share(Fraction figure, Fraction weight) {
            return figure.minus(baseline).over(target.minus(baseline)).clamped();
        }
    }

    record AllHalfNone(Quantity quantity, Sense sense, Fraction all, Fraction half) implements Scored {

        @Override
        public Fraction share(Fraction figure, Fraction weight) {
            return isKept(sense, figure, all)
                    ? Fraction.ONE
                    : isKept(sense, figure, half) ? Fraction.HALF : Fraction.ZERO;
        }
    }

    record Threshold(Quantity quantity, Sense sense, Fraction limit) implements Scored {

        @Override
        public Fraction share(Fraction figure, Fraction weight) {
            return isKept(sense, figure, limit) ? Fraction.ONE : Fraction.ZERO;
        }
    }

    /** Points are those of the sheet, so that a weight that grew by redistribution does not make items cheaper. */
    record Deduction(Fraction perItem) implements Scored {

        @Override
        public Quantity quantity() {
            return Quantity.COUNT;
        }

        @Override
        public Fraction share(Fraction missing, Fraction weight) {
            return Fraction.ONE.minus(perItem.times(missing).over(weight)).clamped();
        }
    }

    record Document() implements Scored {

        @Override
        public Quantity quantity() {
            return Quantity.DOCUMENT;
        }

        @Override
        public Fraction share(Fraction present, Fraction weight) {
            return present.clamped();
        }
    }

    record Veto(String grade) implements ScoringRule {

        @Override
        public Quantity quantity() {
            return Quantity.COUNT;
        }
    }

    record Bonus(Fraction perItem, Fraction cap) implements ScoringRule {

        @Override
        public Quantity quantity() {
            return Quantity.COUNT;
        }

        public Fraction points(Fraction items) {
            return perItem.times(items).min(cap);
        }
    }

    private static boolean isKept(Sense sense, Fraction figure, Fraction limit) {
        return sense == Sense.AT_LEAST ? figure.compareTo(limit) >= 0 : figure.compareTo(limit) <= 0;
    }

    /** Of a rule that has passed {@link SchemeCheck}. */
    static ScoringRule of(NewRule sent) {
        return switch (sent.form()) {
            case LINEAR ->
                new Linear(
                        Quantity.of(requireNonNull(sent.measure())),
                        Fraction.of(requireNonNull(sent.baseline())),
                        Fraction.of(requireNonNull(sent.target())));
            case ALL_HALF_NONE ->
                new AllHalfNone(
                        Quantity.of(requireNonNull(sent.measure())),
                        requireNonNull(sent.sense()),
                        Fraction.of(requireNonNull(sent.all())),
                        Fraction.of(requireNonNull(sent.half())));
            case THRESHOLD ->
                new Threshold(
                        Quantity.of(requireNonNull(sent.measure())),
                        requireNonNull(sent.sense()),
                        Fraction.of(requireNonNull(sent.limit())));
            case DEDUCTION -> new Deduction(Fraction.of(requireNonNull(sent.perItem())));
            case DOCUMENT -> new Document();
            case VETO -> new Veto(requireNonNull(sent.grade()));
            case BONUS ->
                new Bonus(Fraction.of(requireNonNull(sent.perItem())), Fraction.of(requireNonNull(sent.cap())));
        };
    }
}

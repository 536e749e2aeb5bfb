package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.Similarity;
import java.util.List;

/**
 * Whom a subject may mean, without a word about lists.
 *
 * @param candidates best first, five at most; nobody below review
 * @param invalid why the code or the name could not be used
 */
record MatchResult(List<Candidate> candidates, List<ScreeningAnswer.Defect> invalid) {

    static final int MOST_CANDIDATES = 5;

    record Candidate(String uscc, String name, Similarity similarity, ScreeningAnswer.Certainty certainty) {

        boolean isConfirmed() {
            return certainty == ScreeningAnswer.Certainty.CONFIRMED;
        }
    }

    Band band() {
        return candidates.isEmpty()
                ? Band.NONE
                : candidates.getFirst().similarity().band();
    }
}

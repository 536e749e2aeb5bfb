package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.Similarity;
import java.util.List;

/**
 * Whom a subject may mean, without a word about lists.
 *
 * @param usable whether there was a code or a name to look for
 * @param candidates best first, five at most; nobody below review but who bears the name under another code
 * @param invalid why the code or the name could not be used
 */
record MatchResult(
        boolean usable,
        List<Candidate> candidates,
        List<ScreeningAnswer.Defect> invalid,
        List<ScreeningAnswer.Note> notes) {

    static final int MOST_CANDIDATES = 5;

    record Candidate(String uscc, String name, Similarity similarity, ScreeningAnswer.Certainty certainty) {

        boolean isConfirmed() {
            return certainty == ScreeningAnswer.Certainty.CONFIRMED;
        }
    }

    Band band() {
        if (!usable) {
            return Band.INVALID;
        }
        if (notes.contains(ScreeningAnswer.Note.NAME_UNDER_ANOTHER_CODE)) {
            return Band.REVIEW;
        }
        return candidates.isEmpty()
                ? Band.NONE
                : candidates.getFirst().similarity().band();
    }
}

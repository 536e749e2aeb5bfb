package cn.quality.indicator.progress;

import cn.quality.indicator.revision.Put;
import cn.quality.indicator.revision.Revisions;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Use cases around the bands of progress. Those of a day judge what is asked for about that day, also afterwards. */
@ApplicationScoped
class BandsService {

    static final ProblemType INCONSISTENT_BANDS =
            new ProblemType(422, "inconsistent-bands", new Text("档次界限不一致", "The bands contradict each other"));

    private final BandsRepository bands;
    private final Revisions revisions;

    BandsService(BandsRepository bands, Revisions revisions) {
        this.bands = bands;
        this.revisions = revisions;
    }

    /** All of them, the oldest first. */
    List<BandsView> all() {
        return bands.all();
    }

    /**
     * Records bands or restates them.
     *
     * @param ifMatch the version the change was decided upon, if the caller cares
     * @throws Problem 422 {@code inconsistent-bands} when what is on track is not above what is at risk
     */
    @Transactional
    Put<BandsView> put(NewBands sent, Optional<String> ifMatch) {
        return revisions.put(
                new Revisions.Sent<>("progress-bands", sent.validFrom().toString(), sent, sent.basis()),
                ifMatch,
                () -> {
                    requireConsistent(sent);
                    bands.put(sent);
                },
                sent::view);
    }

    private static void requireConsistent(NewBands sent) {
        if (sent.atRisk().compareTo(sent.onTrack()) >= 0) {
            throw new Problem(INCONSISTENT_BANDS, new Text("“滞后风险”的界限须低于“正常”", "At risk begins below on track"))
                    .with(
                            "atRisk",
                            "below-on-track",
                            Text.of(
                                    "须小于 %s",
                                    "must be less than %s", sent.onTrack().toPlainString()));
        }
    }
}

package cn.quality.indicator.targets;

import cn.quality.indicator.plan.Passages;
import cn.quality.indicator.plan.QuotedPassages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Tells the plans which of their words the targets stand on. In a corrected text the n-th occurrence of a passage is still
 * the n-th, wherever it has moved to.
 */
@ApplicationScoped
class TargetPassages implements QuotedPassages {

    private final TargetRepository targets;

    TargetPassages(TargetRepository targets) {
        this.targets = targets;
    }

    @Override
    public List<String> missingFrom(Correction correction) {
        return targets.passagesFrom(correction.plan()).stream()
                .filter(passage -> occurrence(passage, correction)
                        >= positions(passage, correction).size())
                .map(StoredPassage::text)
                .distinct()
                .toList();
    }

    @Override
    public void follow(Correction correction) {
        targets.of(correction.plan())
                .forEach(target -> target.move(passage -> new StoredPassage(
                        passage.plan(),
                        passage.text(),
                        positions(passage, correction).get(occurrence(passage, correction)),
                        passage.about())));
    }

    /** How many times the words occur before. */
    private static int occurrence(StoredPassage passage, Correction correction) {
        return Passages.positions(correction.oldText(), passage.text()).indexOf(passage.start());
    }

    private static List<Integer> positions(StoredPassage passage, Correction correction) {
        return Passages.positions(correction.newText(), passage.text());
    }
}

package cn.quality.credit.screening;

import cn.quality.credit.matching.Band;
import cn.quality.credit.matching.Similarity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enterprises that a text may mean which is not one of their names: what the public search offers besides exact hits. */
@ApplicationScoped
public class SimilarNames {

    private final Screener screener;

    SimilarNames(Screener screener) {
        this.screener = screener;
    }

    /**
     * An enterprise that may be meant.
     *
     * @param byCode whether its code stands in the text
     */
    public record Similar(String uscc, boolean byCode, Similarity similarity) {}

    /** Best first, few; nobody below review. */
    public List<Similar> to(@Nullable String text) {
        var subject = new ScreeningRequest.Subject(null, null, text, null);
        return screener.find(List.of(subject)).stream()
                .flatMap(found -> found.candidates().stream())
                .filter(candidate -> candidate.similarity().band() != Band.NONE)
                .map(candidate -> new Similar(candidate.uscc(), candidate.isConfirmed(), candidate.similarity()))
                .toList();
    }
}

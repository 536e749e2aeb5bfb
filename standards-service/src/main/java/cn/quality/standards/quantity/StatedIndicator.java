package cn.quality.standards.quantity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same for a demand that may hold under a condition, or be another under each of several. */
public interface StatedIndicator extends StatedDemand {

    @Nullable
    String condition();

    @Nullable
    List<@Nullable DemandCase> cases();
}

package cn.quality.standards.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The fields of a body that state what a value must be; records of requests have them under these names. */
public interface StatedDemand {

    @Nullable
    Operator operator();

    @Nullable
    BigDecimal value();

    @Nullable
    BigDecimal min();

    @Nullable
    BigDecimal max();

    @Nullable
    BigDecimal plus();

    @Nullable
    BigDecimal minus();

    @Nullable
    String unit();

    @Nullable
    String grade();

    @Nullable
    String text();
}

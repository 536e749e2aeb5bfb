package cn.quality.indicator.catalogue;

import cn.quality.indicator.IndicatorCode;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Which definition of which indicator. */
@Embeddable
record DefinitionKey(String indicator, int version) implements Serializable {

    static DefinitionKey of(IndicatorCode indicator, int version) {
        return new DefinitionKey(indicator.value(), version);
    }

    @Override
    public String toString() {
        return indicator + "/" + version;
    }
}

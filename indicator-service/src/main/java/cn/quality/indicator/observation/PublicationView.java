package cn.quality.indicator.observation;

import cn.quality.indicator.IndicatorCode;
import cn.quality.indicator.area.AreaCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became public at once; also what other services learn of it.
 *
 * @param observations how many figures
 * @param revisions how many of them replaced a figure that had been public
 */
public record PublicationView(
        UUID id,
        Instant publishedAt,
        @Schema(examples = "7") int observations,
        @Schema(examples = "1") int revisions,
        List<IndicatorCode> indicators,
        List<AreaCode> areas) {

    static final String TOPIC = "quality.indicator.observation";
    static final String TYPE = "cn.quality.indicator.observation.published.v1";
}

package cn.quality.standards.catalogue;

import cn.quality.standards.number.Level;
import cn.quality.standards.number.Nature;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@link StandardEvent}.
 *
 * @param status at the moment of the event
 * @param replacedBy canonical numbers, as this standard's own statement names them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StandardSnapshot(
        UUID standardId,
        String number,
        String titleZh,
        Level level,
        @Nullable Nature nature,
        Status status,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate implementedOn,
        List<String> replacedBy) {}

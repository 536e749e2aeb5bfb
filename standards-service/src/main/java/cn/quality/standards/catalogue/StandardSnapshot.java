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
 * @param replacedOn when what replaces it as a whole is implemented; may be to come
 * @param replacedBy canonical numbers, whoever states that they replace it
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
        @Nullable LocalDate replacedOn,
        List<String> replacedBy) {}

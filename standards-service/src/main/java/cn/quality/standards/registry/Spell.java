package cn.quality.standards.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time that an entry is in the registry without a break.
 *
 * @param until first day on which it is not any more; absent while it is
 */
@Embeddable
@Schema(name = "RegistrySpell")
record Spell(
        @Schema(required = true, examples = "2024-03-01") @Column(name = "from_day")
        LocalDate from,

        @Schema(examples = "2027-03-01") @Column(name = "until_day") @Nullable
        LocalDate until) {}

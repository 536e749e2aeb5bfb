package cn.quality.standards.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector found, checked.
 *
 * @param declaration absent when nothing was declared
 * @param draw the drawn list the inspection was on; absent for a tip-off
 * @param standardNumber of the declaration; absent when nothing was declared
 * @param subject product or service
 * @param foundOn day of the inspection
 */
record Finding(
        String uscc,
        String enterpriseName,
        String region,
        @Nullable UUID declaration,
        @Nullable UUID draw,
        @Nullable String standardNumber,
        String subject,
        Breach breach,
        String facts,
        String evidenceReference,
        String evidenceSha256,
        LocalDate foundOn) {}

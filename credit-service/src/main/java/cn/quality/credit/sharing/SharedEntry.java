package cn.quality.credit.sharing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A list entry that others were notified of: no more of it than they need to stop using it.
 *
 * @param list {@code RED} or {@code BLACK}
 * @param region whose office is competent for the entry
 * @param publishedOn first day on which others could know it
 */
public record SharedEntry(UUID listingId, String uscc, String list, String region, LocalDate publishedOn) {}

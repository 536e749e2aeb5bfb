package cn.quality.standards.registry;

import cn.quality.platform.identifiers.RegionCode;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What an entry says, as the rule of entry of its kind takes it.
 *
 * @param consentedOn when the person it is about agreed to be listed
 */
record EntryContent(
        String name,
        Optional<UnifiedSocialCreditCode> uscc,
        RegionCode region,
        SortedMap<String, String> fields,
        Optional<LocalDate> consentedOn) {}

package cn.quality.standards.declaration;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.standards.search.Fragment;
import java.util.Optional;
import java.util.UUID;

/** What the public asks of declarations. Reads only, so a replica or a search engine may answer. */
interface DeclarationLookup {

    /** In any state: what was public stays traceable. */
    Optional<DeclarationView> byId(UUID id);

    /** Public ones, newest first. */
    Page<DeclarationSummary> search(
            Optional<UnifiedSocialCreditCode> uscc, Optional<Fragment> fragment, PageRequest page);
}

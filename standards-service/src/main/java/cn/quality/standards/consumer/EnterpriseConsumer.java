package cn.quality.standards.consumer;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.inbox.EventConsumer;
import cn.quality.platform.inbox.InboundEvent;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.declarant.DeclarantStatus;
import cn.quality.standards.declaration.DeclarationService;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises registered, renamed, moved, amended, closed. A closed one's declarations end in the same transaction. Each event
 * tells the whole enterprise, and of a compacted topic only the last is left, so none of them may be passed over.
 */
@ApplicationScoped
class EnterpriseConsumer implements EventConsumer {

    private static final Set<String> KNOWN_TYPES = Set.of(
            "cn.quality.credit.enterprise.registered.v1",
            "cn.quality.credit.enterprise.renamed.v1",
            "cn.quality.credit.enterprise.relocated.v1",
            "cn.quality.credit.enterprise.amended.v1",
            "cn.quality.credit.enterprise.closed.v1");

    private final DeclarantService declarants;
    private final DeclarationService declarations;

    EnterpriseConsumer(DeclarantService declarants, DeclarationService declarations) {
        this.declarants = declarants;
        this.declarations = declarations;
    }

    /** What of the payload this service needs. */
    record Enterprise(String uscc, String name, @Nullable String region, DeclarantStatus status) {}

    @Override
    public String group() {
        return "standards-enterprise";
    }

    @Override
    public Set<String> topics() {
        return Set.of("quality.credit.enterprise");
    }

    @Override
    public void on(InboundEvent event) throws JsonProcessingException {
        if (!KNOWN_TYPES.contains(event.type())) {
            return;
        }
        var data = event.data(Enterprise.class);
        var declarant =
                new Declarant(UnifiedSocialCreditCode.read(data.uscc()), data.name(), data.region(), data.status());
        if (declarants.describe(declarant, event.sequence()) && declarant.closed()) {
            declarations.abolishAllOf(declarant);
        }
    }
}

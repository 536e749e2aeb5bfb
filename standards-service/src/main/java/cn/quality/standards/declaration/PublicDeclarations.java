package cn.quality.standards.declaration;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What shops and buyers ask of declarations. Reads only. */
@ApplicationScoped
public class PublicDeclarations {

    private final DeclarationRepository declarations;

    PublicDeclarations(DeclarationRepository declarations) {
        this.declarations = declarations;
    }

    /** Those of a seller that declare a standard or follow it, the newest first. */
    public List<PublicDeclaration> of(UnifiedSocialCreditCode seller, Collection<String> numbers) {
        return declarations.publicOnes(seller, numbers).stream()
                .map(PublicDeclaration::of)
                .toList();
    }

    /** Those that name a product, of whatever seller, the newest first. */
    public List<PublicDeclaration> naming(String gtin) {
        return declarations.publicOnesNaming(gtin).stream()
                .map(PublicDeclaration::of)
                .toList();
    }

    /** One, unless it has ended. */
    public Optional<PublicDeclaration> byId(UUID id) {
        return declarations
                .findByIdOptional(id)
                .filter(declaration -> declaration.state() == DeclarationState.PUBLIC)
                .map(PublicDeclaration::of);
    }
}

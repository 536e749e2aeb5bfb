package cn.quality.standards.check;

import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.standards.catalogue.StandardLookup;
import cn.quality.standards.catalogue.StandardRef;
import cn.quality.standards.catalogue.Status;
import cn.quality.standards.declarant.DeclarantService;
import cn.quality.standards.declaration.Gtin;
import cn.quality.standards.declaration.PublicDeclaration;
import cn.quality.standards.declaration.PublicDeclarations;
import cn.quality.standards.number.Level;
import cn.quality.standards.number.Spelling;
import cn.quality.standards.number.StandardNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Answers checks from the catalogue and the public declarations. */
@ApplicationScoped
class CheckService {

    private final StandardLookup catalogue;
    private final PublicDeclarations declarations;
    private final DeclarantService declarants;
    private final Clock clock;

    CheckService(StandardLookup catalogue, PublicDeclarations declarations, DeclarantService declarants, Clock clock) {
        this.catalogue = catalogue;
        this.declarations = declarations;
        this.declarants = declarants;
        this.clock = clock;
    }

    /** @param product a name, a name with its model, or a GTIN in any spelling */
    CheckView check(StandardNumber number, UnifiedSocialCreditCode seller, Optional<String> product) {
        var standard = standard(number);
        var declared = declarations.of(seller, keys(number, standard));
        var forProduct = declared.stream()
                .filter(one ->
                        product.isEmpty() || one.products().stream().anyMatch(offered -> is(offered, product.get())))
                .toList();
        boolean own = number.level() == Level.ENTERPRISE;
        var verdict = verdict(own, standard, declared, forProduct);
        return new CheckView(
                number.canonical(),
                own
                        ? !declared.isEmpty()
                        : standard.filter(CheckService::inForce).isPresent(),
                standard.orElse(null),
                verdict == Verdict.NOT_IN_FORCE ? catalogue.successors(number) : List.of(),
                seller.value(),
                declarants.names(List.of(seller.value())).get(seller.value()),
                product.orElse(null),
                verdict,
                explanation(verdict),
                forProduct.stream()
                        .map(one -> new CheckView.Match(one.id(), one.number(), one.title(), one.declaredAt()))
                        .toList());
    }

    /** The standard itself, or of an undated number an edition in force. */
    private Optional<StandardRef> standard(StandardNumber number) {
        return number.dated()
                ? Optional.ofNullable(catalogue.known(List.of(number)).get(number))
                : catalogue.inForce(number, LegalDates.today(clock)).stream().findFirst();
    }

    /** Under which a declaration may name it: dated or not, present number or the one of before it became recommended. */
    private static LinkedHashSet<String> keys(StandardNumber number, Optional<StandardRef> standard) {
        var keys = new LinkedHashSet<String>();
        keys.add(number.canonical());
        keys.add(number.undated());
        standard.map(StandardRef::number).map(StandardNumber::reference).ifPresent(present -> {
            keys.add(present.canonical());
            keys.add(present.undated());
        });
        return keys;
    }

    private static boolean is(PublicDeclaration.Offered offered, String asked) {
        if (offered.gtin() != null
                && Gtin.normal(asked).filter(offered.gtin()::equals).isPresent()) {
            return true;
        }
        var name = folded(asked);
        return name.equals(folded(offered.name()))
                || (offered.model() != null && name.equals(folded(offered.name() + offered.model())));
    }

    private static String folded(String name) {
        return Spelling.normalise(name).replace(" ", "");
    }

    private static Verdict verdict(
            boolean own,
            Optional<StandardRef> standard,
            List<PublicDeclaration> declared,
            List<PublicDeclaration> forProduct) {
        if (!own && standard.isEmpty()) {
            return Verdict.UNKNOWN_NUMBER;
        }
        if (!own && standard.filter(CheckService::inForce).isEmpty()) {
            return Verdict.NOT_IN_FORCE;
        }
        if (declared.isEmpty()) {
            return Verdict.NOT_DECLARED;
        }
        return forProduct.isEmpty() ? Verdict.OTHER_PRODUCT : Verdict.DECLARED;
    }

    private static boolean inForce(StandardRef standard) {
        return standard.status() == Status.IN_FORCE;
    }

    private static String explanation(Verdict verdict) {
        return switch (verdict) {
            case UNKNOWN_NUMBER ->
                "目录中没有此标准，不等于标准不存在 The catalogue does not hold this standard, which may exist all the same";
            case NOT_IN_FORCE -> "此标准当前不是现行标准 The standard is not in force today";
            case NOT_DECLARED -> "该企业未在本平台声明执行此标准 The seller has not declared this standard here";
            case OTHER_PRODUCT -> "该企业声明执行此标准，但不是针对此产品 The seller has declared the standard for other products";
            case DECLARED ->
                "该企业已声明执行此标准；声明由企业自行作出，不代表产品合格 The seller has declared it; the declaration is its own word, no proof of quality";
        };
    }
}

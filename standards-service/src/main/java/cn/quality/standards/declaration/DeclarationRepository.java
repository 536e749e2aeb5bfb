package cn.quality.standards.declaration;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.standards.number.StandardNumber;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DeclarationRepository implements PanacheRepositoryBase<Declaration, UUID> {

    /**
     * Lets nobody else touch this enterprise's declarations until the transaction ends: two equal declarations meet here,
     * and so do a declaration and the closing of its enterprise.
     */
    void lock(UnifiedSocialCreditCode uscc) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('declarant ' || :uscc, 0))")
                .setParameter("uscc", uscc.value())
                .getSingleResult();
    }

    Optional<Declaration> publicOne(UnifiedSocialCreditCode uscc, StandardNumber number) {
        return find(
                        "uscc = ?1 and numberKey = ?2 and state = ?3",
                        uscc.value(),
                        number.canonical(),
                        DeclarationState.PUBLIC)
                .firstResultOptional();
    }

    List<Declaration> publicOnes(UnifiedSocialCreditCode uscc) {
        return list("uscc = ?1 and state = ?2 order by id", uscc.value(), DeclarationState.PUBLIC);
    }

    /** Those that declare one of the numbers or follow it, the newest first. */
    @SuppressWarnings("unchecked")
    List<Declaration> publicOnes(UnifiedSocialCreditCode uscc, Collection<String> numbers) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from declaration d where uscc = :uscc and state = 'PUBLIC' and (number_key in (:numbers)
                          or exists (select 1 from declaration_execution e where e.declaration_id = d.id and e.number_key in (:numbers)))
                        order by id desc""", Declaration.class)
                .setParameter("uscc", uscc.value())
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** Those that name a product by its number, the newest first. */
    @SuppressWarnings("unchecked")
    List<Declaration> publicOnesNaming(String gtin) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from declaration d where state = 'PUBLIC'
                          and exists (select 1 from declaration_product p where p.declaration_id = d.id and p.gtin = :gtin)
                        order by id desc""", Declaration.class)
                .setParameter("gtin", gtin)
                .getResultList();
    }

    long countPublic(UnifiedSocialCreditCode uscc) {
        return count("uscc = ?1 and state = ?2", uscc.value(), DeclarationState.PUBLIC);
    }
}

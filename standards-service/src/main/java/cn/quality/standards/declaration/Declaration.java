package cn.quality.standards.declaration;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.search.SearchText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One enterprise's declaration of one standard. */
@Entity
@Table(name = "declaration")
class Declaration {

    @Id
    private UUID id;

    private String uscc;
    private String number;
    private String numberKey;

    @Enumerated(EnumType.STRING)
    private Confidence confidence;

    private String title;
    private boolean ownStandard;
    private @Nullable String lowerStatement;

    @ElementCollection
    @CollectionTable(name = "declaration_execution", joinColumns = @JoinColumn(name = "declaration_id"))
    @OrderColumn(name = "position")
    @Column(name = "number_key")
    private List<String> executes;

    @ElementCollection
    @CollectionTable(name = "declaration_product", joinColumns = @JoinColumn(name = "declaration_id"))
    @OrderColumn(name = "position")
    private List<Product> products;

    @ElementCollection
    @CollectionTable(name = "declaration_indicator", joinColumns = @JoinColumn(name = "declaration_id"))
    @OrderColumn(name = "position")
    private List<Indicator> indicators;

    @Enumerated(EnumType.STRING)
    private DeclarationState state;

    private Instant declaredAt;
    private @Nullable Instant endedAt;

    @Embedded
    @SuppressWarnings("UnusedVariable") // read by queries only
    private SearchText search;

    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected Declaration() {}

    /** Makes the declaration: public from this moment. */
    Declaration(UUID id, UnifiedSocialCreditCode uscc, DeclaredContent content, Instant now) {
        this.id = id;
        this.uscc = uscc.value();
        this.number = content.number().original();
        this.numberKey = content.number().canonical();
        this.confidence = content.number().confidence();
        this.title = content.title();
        this.ownStandard = content.ownStandard();
        this.lowerStatement = content.lowerStatement().orElse(null);
        this.executes = new ArrayList<>(content.executes().values().stream()
                .map(StandardNumber::canonical)
                .toList());
        this.products = new ArrayList<>(content.products());
        this.indicators = new ArrayList<>(content.indicators());
        this.state = DeclarationTransitions.TABLE.opening().to();
        this.declaredAt = now;
        this.search = SearchText.of(Stream.concat(
                Stream.of(numberKey, number, title), products.stream().map(Product::name)));
        this.revision = 1;
    }

    DeclarationEvent made(Optional<Declarant> declarant) {
        return new DeclarationEvent.Made(snapshot(declarant), revision);
    }

    /** Ends the declaration because its enterprise is gone. */
    DeclarationEvent abolish(Declarant closed, Instant now) {
        state = DeclarationTransitions.TABLE.of(state, DeclarationAct.ABOLISH).to();
        endedAt = now;
        revision++;
        return new DeclarationEvent.Changed(snapshot(Optional.of(closed)), revision);
    }

    DeclarationSnapshot snapshot(Optional<Declarant> declarant) {
        return new DeclarationSnapshot(
                id,
                uscc,
                declarant.map(Declarant::name).orElse(null),
                number,
                title,
                ownStandard,
                declarant.map(Declarant::region).orElse(null),
                declaredAt,
                state);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    String uscc() {
        return uscc;
    }

    String number() {
        return number;
    }

    Confidence confidence() {
        return confidence;
    }

    String title() {
        return title;
    }

    boolean ownStandard() {
        return ownStandard;
    }

    @Nullable
    String lowerStatement() {
        return lowerStatement;
    }

    /** Canonical numbers of the standards followed. */
    List<String> executes() {
        return List.copyOf(executes);
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    List<Indicator> indicators() {
        return List.copyOf(indicators);
    }

    DeclarationState state() {
        return state;
    }

    Instant declaredAt() {
        return declaredAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}

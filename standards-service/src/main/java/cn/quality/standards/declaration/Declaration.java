package cn.quality.standards.declaration;

import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.Text;
import cn.quality.standards.declarant.Declarant;
import cn.quality.standards.number.Confidence;
import cn.quality.standards.number.StandardNumber;
import cn.quality.standards.search.SearchText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** One enterprise's declaration of one standard. */
@Entity
@Table(name = "declaration")
class Declaration {

    static final ProblemType ANOTHER_STANDARD =
            new ProblemType(422, "another-standard", Text.of("另一标准须另行声明", "Another standard is declared by itself"));

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

    @Convert(converter = Details.AsJson.class)
    @ColumnTransformer(write = "cast(? as json)")
    private Details details;

    @Enumerated(EnumType.STRING)
    private DeclarationState state;

    private Instant declaredAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    /** Of the newest version. */
    private @Nullable String digest;

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
        this.ownStandard = content.ownStandard();
        this.executes = new ArrayList<>();
        this.products = new ArrayList<>();
        this.state = DeclarationTransitions.TABLE.opening().to();
        this.declaredAt = now;
        this.revision = 1;
        say(content);
    }

    private void say(DeclaredContent content) {
        title = content.title();
        lowerStatement = content.lowerStatement().orElse(null);
        executes.clear();
        executes.addAll(keys(content));
        products.clear();
        products.addAll(content.products());
        details = content.details();
        search = SearchText.of(Stream.concat(
                Stream.of(numberKey, number, title), products.stream().map(Product::name)));
    }

    private static List<String> keys(DeclaredContent content) {
        return content.executes().values().stream()
                .map(StandardNumber::canonical)
                .toList();
    }

    DeclarationEvent made(Optional<Declarant> declarant) {
        return new DeclarationEvent.Made(snapshot(declarant), revision);
    }

    DeclarationEvent changed(Optional<Declarant> declarant) {
        return new DeclarationEvent.Changed(snapshot(declarant), revision);
    }

    /** Whether it says this already. */
    boolean says(DeclaredContent content) {
        return title.equals(content.title())
                && Optional.ofNullable(lowerStatement).equals(content.lowerStatement())
                && executes.equals(keys(content))
                && products.equals(content.products())
                && details.equals(content.details());
    }

    /**
     * Lets pass what may take the place of what it says.
     *
     * @throws Problem 409 {@code illegal-transition}; 422 {@code another-standard}
     */
    void requireChangeable(DeclaredContent content) {
        DeclarationTransitions.TABLE.of(state, DeclarationAct.CHANGE);
        if (!numberKey.equals(content.number().canonical())) {
            throw new Problem(
                            ANOTHER_STANDARD,
                            Text.of(
                                    "本声明针对 %s；执行另一标准须另行声明，并撤回本声明",
                                    "this is the declaration of %s; declare the other standard and withdraw this one",
                                    number))
                    .with("standard.number", "another-standard", Text.of("应为 %s", "has to be %s", number));
        }
    }

    /** Says something else of the same standard. @throws Problem as {@link #requireChangeable} */
    void change(DeclaredContent content) {
        requireChangeable(content);
        move(DeclarationAct.CHANGE);
        say(content);
    }

    /** Ends it because the enterprise says so. */
    void withdraw(String reason, Instant now) {
        move(DeclarationAct.WITHDRAW);
        endedAt = now;
        endReason = reason;
    }

    /** Ends it because its enterprise is gone. */
    void abolish(Instant now) {
        move(DeclarationAct.ABOLISH);
        endedAt = now;
    }

    private void move(DeclarationAct act) {
        state = DeclarationTransitions.TABLE.of(state, act).to();
        revision++;
    }

    /** Seals what it says now as a version, linked to the one before. */
    DeclarationVersion seal(Instant now) {
        var version = DeclarationVersion.of(this, Optional.ofNullable(digest), now);
        digest = version.digest();
        return version;
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
                state,
                digest);
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

    /** Canonical numbers of the standards followed; undated where they were. */
    List<String> executes() {
        return List.copyOf(executes);
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    Details details() {
        return details;
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

    @Nullable
    String endReason() {
        return endReason;
    }

    @Nullable
    String digest() {
        return digest;
    }
}

package cn.quality.indicator.formula;

import cn.quality.indicator.IndicatorCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How an indicator is computed from a day on. */
@Entity
class Formula {

    @EmbeddedId
    private FormulaKey key;

    @Enumerated(EnumType.STRING)
    private FormulaForm form;

    private BigDecimal factor;

    @ElementCollection
    @CollectionTable(
            name = "formula_input",
            joinColumns = {@JoinColumn(name = "indicator"), @JoinColumn(name = "valid_from")})
    @OrderColumn(name = "position")
    private List<NewFormula.Input> inputs = new ArrayList<>();

    private String basis;

    private long version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Formula() {}

    @SuppressWarnings("NullAway.Init") // restate() sets the rest
    private Formula(FormulaKey key) {
        this.key = key;
    }

    static Formula record(NewFormula sent) {
        var formula = new Formula(new FormulaKey(sent.indicator(), sent.validFrom()));
        formula.restate(sent);
        return formula;
    }

    /** Puts another formula in force from the same day on. */
    void restate(NewFormula sent) {
        form = sent.form();
        factor = sent.factor() == null ? BigDecimal.ONE : sent.factor();
        inputs.clear();
        inputs.addAll(sent.inputs());
        basis = sent.basis();
        version++;
    }

    IndicatorCode indicator() {
        return new IndicatorCode(key.indicator());
    }

    LocalDate validFrom() {
        return key.validFrom();
    }

    FormulaGraph.Edge edge() {
        return new FormulaGraph.Edge(
                indicator(),
                key.validFrom(),
                inputs.stream()
                        .map(input -> new IndicatorCode(input.indicator()))
                        .collect(Collectors.toSet()));
    }

    FormulaView view() {
        return new FormulaView(indicator(), key.validFrom(), form, List.copyOf(inputs), factor, basis, version);
    }
}

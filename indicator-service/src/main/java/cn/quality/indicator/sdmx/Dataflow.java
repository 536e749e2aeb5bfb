package cn.quality.indicator.sdmx;

import cn.quality.platform.problem.Text;
import java.util.Arrays;
import java.util.Optional;

/** What can be asked for. Both have the one data structure. */
enum Dataflow {
    DF_QUALITY("质量指标", "Quality indicators"),
    /** {@link AssessmentScores}. */
    DF_ASSESSMENT("政府质量工作考核", "Assessment of government quality work");

    /** Who maintains all artefacts. */
    static final String AGENCY = "RZ";

    static final Text AGENCY_NAME = new Text("日照市", "City of Rizhao");

    /** Of all artefacts: stable, so that a client may store references. */
    static final String VERSION = "1.0.0";

    static final String STRUCTURE = "DSD_QUALITY";
    static final Text STRUCTURE_NAME = new Text("质量指标数据结构", "Structure of quality indicators");
    static final String CONCEPTS = "CS_QUALITY";
    static final Text CONCEPTS_NAME = new Text("质量指标概念", "Concepts of quality indicators");

    private final Text label;

    Dataflow(String zh, String en) {
        this.label = new Text(zh, en);
    }

    static Optional<Dataflow> named(String id) {
        return Arrays.stream(values()).filter(one -> one.name().equals(id)).findFirst();
    }

    Text label() {
        return label;
    }

    /** {@code RZ:DF_QUALITY(1.0.0)}, as CSV and URNs write it. */
    String reference() {
        return reference(name());
    }

    String urn() {
        return urn("datastructure.Dataflow", name());
    }

    static String reference(String id) {
        return "%s:%s(%s)".formatted(AGENCY, id, VERSION);
    }

    /** @param kind package and class of the information model */
    static String urn(String kind, String id) {
        return "urn:sdmx:org.sdmx.infomodel." + kind + "=" + reference(id);
    }
}

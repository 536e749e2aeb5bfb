package cn.quality.credit.complaint;

import cn.quality.credit.archive.RecordKind;
import java.util.Set;

/** What is filed, which way it goes, and what its form must hold. */
enum ComplaintKind {
    /** 投诉: a consumer's dispute. Name, phone, address and a request are due (总局令第121号 art. 10). */
    COMPLAINT(
            "投诉",
            Way.DISPUTE,
            RecordKind.COMPLAINT,
            Set.of("wish", "happenedOn", "contact.name", "contact.phone", "contact.address")),
    /** 举报: a breach. May come without a name. */
    REPORT("举报", Way.BREACH, RecordKind.COMPLAINT, Set.of()),
    /** 缺陷产品召回 */
    RECALL("缺陷产品召回", Way.INCIDENT, RecordKind.RECALL, Set.of("recall", "contact.name", "contact.phone")),
    /** 重大质量事故 */
    MAJOR_ACCIDENT(
            "重大质量事故", Way.INCIDENT, RecordKind.MAJOR_ACCIDENT, Set.of("accident", "contact.name", "contact.phone")),
    /** 产品伤害 */
    PRODUCT_INJURY("产品伤害", Way.INCIDENT, RecordKind.PRODUCT_INJURY, Set.of("injury", "happenedOn"));

    /** Kinds that go the same way share their rows of the table. */
    enum Way {
        DISPUTE("投诉"),
        BREACH("举报"),
        INCIDENT("召回、事故与伤害报告");

        private final String zh;

        Way(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }
    }

    private final String zh;
    private final Way way;
    private final RecordKind recordKind;
    private final Set<String> required;

    ComplaintKind(String zh, Way way, RecordKind recordKind, Set<String> required) {
        this.zh = zh;
        this.way = way;
        this.recordKind = recordKind;
        this.required = required;
    }

    String zh() {
        return zh;
    }

    Way way() {
        return way;
    }

    /** The kind of archive record a substantiated one becomes. */
    RecordKind recordKind() {
        return recordKind;
    }

    /** Parts of the form that may not be missing, by their path. */
    Set<String> required() {
        return required;
    }

    /** Code of a rule in the rule packs: each kind has deadlines and flags of its own. */
    String rule(String name) {
        return name() + "_" + name;
    }
}

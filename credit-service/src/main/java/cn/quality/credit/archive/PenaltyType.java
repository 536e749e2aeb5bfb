package cn.quality.credit.archive;

/** Kinds of administrative penalties (行政处罚法 art. 9), as archive and lists name them. */
public enum PenaltyType {
    /** 警告 */
    WARNING("警告"),
    /** 通报批评 */
    CRITICISM("通报批评"),
    /** 罚款 */
    FINE("罚款"),
    /** 没收违法所得、没收非法财物 */
    CONFISCATION("没收"),
    /** 责令停产停业 */
    SUSPENSION("责令停产停业"),
    /** 吊销许可证件、吊销营业执照 */
    REVOCATION("吊销许可证件"),
    /** 降低资质等级 */
    LOWERED_GRADE("降低资质等级"),
    /** 限制开展生产经营活动、限制从业 */
    RESTRICTION("限制开展生产经营活动"),
    /** 责令关闭 */
    CLOSURE("责令关闭");

    /** As tables of departments name it. */
    final String label;

    PenaltyType(String label) {
        this.label = label;
    }
}

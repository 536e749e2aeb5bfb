package cn.quality.standards.declarant;

/** 红榜, 黑榜. */
public enum ListKind {
    RED,
    BLACK
}

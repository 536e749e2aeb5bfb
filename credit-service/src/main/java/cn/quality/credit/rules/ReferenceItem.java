package cn.quality.credit.rules;

/** Something the law or a notice says, with its source. */
public sealed interface ReferenceItem
        permits Region, LegalBasis, RulePack, WorkingCalendar, IndustryCatalogue, ExchangeTemplate {

    /** What it is called among its kind: a region code, a year. All versions of one item share it. */
    String key();
}

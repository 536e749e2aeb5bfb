package cn.quality.credit.listing;

import cn.quality.credit.archive.NewPenalty;
import cn.quality.credit.enterprise.EnterpriseProblems;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.ReferenceProblems;
import cn.quality.credit.rules.Severity;
import cn.quality.platform.identifiers.PublicTexts;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.platform.transition.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The reasons to refuse a move, by name. Each looks at the entry and the circumstances, and refuses or stays silent. */
enum ListingPolicy implements Transition.Policy<Listing, ListingAct, DecisionContext> {

    /** County roles act only inside their region. */
    OWN_REGION((listing, act, now) -> refuseUnless(
            now.actor().isCompetentIn(listing.region()),
            () -> new Problem(
                    ProblemTypes.FOREIGN_REGION,
                    Text.of("条目所在区划 %s 不在您的管辖范围", "The entry's region %s is not yours", listing.region())))),

    /** An enterprise acts on its own entries only. */
    OWN_ENTRY((listing, act, now) -> refuseUnless(
            listing.isAbout(now.actor()),
            () -> new Problem(
                    Types.FOREIGN_ENTERPRISE,
                    new Text("该条目不属于您所代表的企业", "The entry is not about the enterprise you act for")))),

    /** The office may take in on paper what the enterprise may also file itself. */
    OWN_REGION_OR_OWN_ENTRY(
            (listing, act, now) -> (now.actor().isEnterprise() ? OWN_ENTRY : OWN_REGION).refusal(listing, act, now)),

    /** Who prepares does not decide, and who decides does not publish: never the same person twice on one entry. */
    FOUR_EYES((listing, act, now) -> refuseUnless(
            !listing.wouldHoldTwoDuties(act, now.actor().id()),
            () -> new Problem(
                    Types.SAME_PERSON,
                    Text.of(
                            "%s 已在该条目上以另一身份办理过，须由另一人办理",
                            "%s has acted on this entry in another office; another person must do this",
                            now.actor().id())))),

    /** No enterprise is heard, decided on or shown that no longer exists. */
    ENTERPRISE_EXISTS((listing, act, now) -> now.enterpriseClosedOn()
            .filter(day -> !day.isAfter(now.today()))
            .map(day -> EnterpriseProblems.listingTheClosed(listing.uscc().value(), day))),

    /** An adverse list needs a law, a regulation or a central policy behind it (国办发〔2020〕49号); an honour its basis too. */
    LEGAL_BASIS_KNOWN((listing, act, now) -> refuseUnless(
            now.legalBasis().isPresent(), () -> ReferenceProblems.unknownLegalBasis(listing.legalBasis()))),

    /** In force when the decision was taken; today while there is no decision. */
    LEGAL_BASIS_IN_FORCE((listing, act, now) -> onBasis(
            now,
            basis -> refuseUnless(
                    basis.isInForceOn(listing.decisionDate().orElse(now.today())),
                    () -> new Problem(
                            Types.LEGAL_BASIS_NOT_IN_FORCE,
                            Text.of("%s 在决定之日不具效力", "%s was not in force on the day of the decision", basis.code()))))),

    /** The catalogue says which lists a basis can carry. */
    LEGAL_BASIS_SUPPORTS_THE_LIST((listing, act, now) -> onBasis(
            now,
            basis -> refuseUnless(
                    basis.supports(listing.kind().use()),
                    () -> new Problem(
                            Types.LEGAL_BASIS_UNSUITABLE,
                            Text.of(
                                    "%s 不能作为列入%s榜的依据",
                                    "%s does not support an entry on the %s list", basis.code(), listing.kind()))))),

    /** The catalogue says which classes a basis carries: on the list of Order 44 stand serious cases only. */
    LEGAL_BASIS_CARRIES_THE_SEVERITY((listing, act, now) -> onBasis(
            now,
            basis -> listing.severity()
                    .filter(severity -> !basis.carries(severity))
                    .map(severity -> new Problem(
                                    Types.SEVERITY_UNSUITABLE,
                                    Text.of(
                                            "依据 %s 不能用于严重程度为 %s 的条目",
                                            "%s carries no entry of class %s", basis.code(), severity))
                            .with(
                                    "severity",
                                    "unsuitable",
                                    Text.of(
                                            "可用取值：%1$s",
                                            "One of %1$s",
                                            Stream.of(Severity.values())
                                                    .filter(basis::carries)
                                                    .toList()))))),

    /** Whom it is about, on which list, by which decision: one entry, for each would be shown for a term of its own. */
    ONE_ENTRY_PER_DECISION((listing, act, now) -> now.sameDecision()
            .map(other -> new Problem(
                            Types.DECISION_IN_USE,
                            Text.of(
                                    "该企业在该榜上已有依据同一决定文书的条目 %s",
                                    "Entry %s rests on the same decision about the same enterprise already", other))
                    .with("decision.documentNumber", "in-use", Text.of("见条目 %s", "See entry %s", other)))),

    /** Everything on the black list has a class and an end of conduct: the terms are counted from them. */
    CONDUCT_CLASSED((listing, act, now) -> {
        var missing = new ArrayList<String>();
        if (listing.kind() == ListKind.BLACK) {
            listing.severity().ifPresentOrElse(severity -> {}, () -> missing.add("severity"));
            listing.conductEndedOn().ifPresentOrElse(day -> {}, () -> missing.add("conductEndedOn"));
        }
        return refuseUnless(missing.isEmpty(), () -> {
            var problem = new Problem(
                    Types.CONDUCT_NOT_CLASSED,
                    new Text("黑榜条目须写明严重程度与行为终止日期", "A black entry states its severity and the end of the conduct"));
            missing.forEach(field -> problem.with(field, "missing", new Text("黑榜条目必填", "Required on the black list")));
            return problem;
        });
    }),

    /** The minor class is for a warning, criticism or a low fine with leniency, and for nothing else (总局令第107号 art. 7). */
    MINOR_ONLY_FOR_MINOR_PENALTIES((listing, act, now) -> classRefusal(
            listing.wronglyMinor(now.rules(), listing.lawDay(now.today())),
            new Text(
                    "轻微仅限于警告、通报批评，以及从轻或者减轻的较低数额罚款(总局令第107号第七条)",
                    "Minor is a warning, criticism or a low fine with leniency only (SAMR Order 107 art. 7)"))),

    /** Nobody is shown for longer than the class of the penalties allows (art. 7). */
    NOT_ABOVE_THE_MINOR_CLASS(
            (listing, act, now) -> classRefusal(
                    listing.isClassedTooHigh(now.rules(), listing.lawDay(now.today()))
                            ? List.of("severity")
                            : List.of(),
                    new Text(
                            "仅受到警告、通报批评或者从轻、减轻的较低数额罚款的，严重程度为轻微(总局令第107号第七条)",
                            "A warning, criticism or a low fine with leniency alone is of the minor class (SAMR Order 107 art. 7)"))),

    /** In the fields of safety everything that is not minor is serious (art. 8(1)(1)). */
    SERIOUS_BY_FIELD(
            (listing, act, now) -> classRefusal(
                    now.rules().applies("SERIOUS_BY_FIELD", listing.lawDay(now.today()))
                            ? listing.notSeriousInItsField()
                            : List.of(),
                    new Text(
                            "食品、药品、医疗器械、化妆品、特种设备、重点工业产品领域的行政处罚，除轻微外均为严重(总局令第107号第八条第一款第一项)；列为轻微的须写明处罚",
                            "In food, drugs, medical devices, cosmetics, special equipment and key industrial products whatever is not"
                                    + " minor is serious, and a minor case states its penalties (SAMR Order 107 art. 8(1)(1))"))),

    /** Who was only warned is not shown (总局令第45号 art. 2). */
    WARNING_ONLY_NOT_SHOWN((listing, act, now) -> refuseUnless(
            !listing.isWarningOnly() || now.rules().flag("WARNING_ONLY_PUBLISHED", listing.lawDay(now.today())),
            () -> new Problem(
                            Types.WARNING_ONLY,
                            new Text(
                                    "仅受到警告的行政处罚信息不予公示(总局令第45号第二条)",
                                    "A penalty of a warning only is not shown (SAMR Order 45 art. 2)"))
                    .with("penalties", "warning-only", new Text("仅有警告", "A warning only")))),

    /** The legal dates of a case follow each other. */
    DATES_IN_ORDER(DateOrder::refusal),

    /** After the last day of the term nothing more comes in by this way. */
    DEFENCE_IN_TIME((listing, act, now) -> listing.running(ListingDeadline.DEFENCE)
            .filter(deadline -> listing.newestPaper()
                    .map(CaseDocument::dated)
                    .orElse(now.today())
                    .isAfter(deadline.deadline().due()))
            .map(deadline -> new Problem(
                    Types.DEFENCE_TERM_OVER,
                    Text.of(
                            "陈述申辩期限已于 %s 届满",
                            "The term for the defence ended on %s",
                            deadline.deadline().due())))),

    /** The enterprise has the whole of its last day. */
    DEFENCE_TERM_OVER((listing, act, now) -> listing.running(ListingDeadline.DEFENCE)
            .filter(deadline -> !deadline.deadline().isOver(now.today()))
            .map(deadline -> new Problem(
                    Types.DEFENCE_TERM_RUNNING,
                    Text.of(
                            "陈述申辩期限至 %s 止，尚未届满",
                            "The enterprise may defend itself until the end of %s",
                            deadline.deadline().due())))),

    /** Nothing is decided before the enterprise was heard or its term has run out. */
    DEFENCE_HEARD((listing, act, now) -> DEFENCE_TERM_OVER.refusal(listing, act, now)),

    /** What the enterprise brought forward is answered in the decision. */
    DEFENCE_ANSWERED((listing, act, now) -> refuseUnless(
            !listing.has(CaseDocument.Kind.DEFENCE) || listing.has(CaseDocument.Kind.DEFENCE_ANSWER),
            () -> new Problem(
                            Types.DEFENCE_UNANSWERED,
                            new Text("当事人已陈述申辩，决定须说明是否采纳及理由", "The decision must answer the defence"))
                    .with("defenceAnswer", "missing", new Text("请说明对陈述申辩的处理", "Say how the defence was weighed")))),

    /** Proven lack of subjective intent: not listed (总局令第44号 art. 12(2)). */
    INTENT_NOT_DISPROVED((listing, act, now) -> refuseUnless(
            !listing.isIntentDisproved() || !now.rules().flag("NO_INTENT_NOT_LISTED", listing.lawDay(now.today())),
            () -> new Problem(
                    Types.NO_INTENT,
                    new Text(
                            "有证据足以证明没有主观故意的，不列入(总局令第44号第十二条第二款)",
                            "Who proves lack of intent is not listed (SAMR Order 44 art. 12(2))")))),

    /**
     * County and city authorities need the next level's consent to a decision that puts somebody on the list of the seriously
     * dishonest (总局令第44号 art. 22); to a penalty of the serious class that is only shown, where the pack says so.
     */
    UPPER_CONSENT_GIVEN(
            (listing, act, now) -> refuseUnless(
                    listing.has(CaseDocument.Kind.CONSENT)
                            || !listing.needsUpperConsent(now.legalBasis(), now.rules(), listing.lawDay(now.today())),
                    () -> new Problem(
                            Types.CONSENT_MISSING,
                            new Text(
                                    "列入严重违法失信名单须报经上一级机关同意(总局令第44号第二十二条)",
                                    "The list of the seriously dishonest needs the consent of the next level (SAMR Order 44 art. 22)")))),

    /** The next level is another authority than the one that decides (总局令第44号). */
    CONSENT_COMES_FROM_ABOVE((listing, act, now) -> listing.paper(CaseDocument.Kind.CONSENT)
            .map(CaseDocument::author)
            .filter(author -> author.equals(listing.decision().authority()))
            .map(author -> new Problem(
                            Types.CONSENT_NOT_FROM_ABOVE,
                            Text.of(
                                    "%s 是作出决定的机关，同意须由上一级机关作出",
                                    "%s decides itself; the next level has to consent", author))
                    .with("authority", "same-authority", new Text("应为上一级机关", "Name the next level")))),

    /** A serious entry of a legal person names the person responsible (山东省社会信用条例 art. 31). */
    RESPONSIBLE_PERSON_NAMED((listing, act, now) -> refuseUnless(
            !listing.owesResponsiblePerson()
                    || !now.rules().flag("SERIOUS_NAMES_RESPONSIBLE", listing.lawDay(now.today())),
            () -> new Problem(
                            Types.RESPONSIBLE_PERSON_MISSING,
                            new Text(
                                    "法人的严重失信记录应当标明法定代表人、主要负责人或者实际控制人(《山东省社会信用条例》第三十一条)",
                                    "A serious entry of a legal person names the person responsible (Shandong Social Credit"
                                            + " Regulation art. 31)"))
                    .with("responsible", "missing", new Text("至少一人", "One person at least")))),

    /** The decision and the notice about repair are served together (两书同达): 国办发〔2025〕22号 encourages it, the city may demand it. */
    REPAIR_NOTICE_SERVED_WITH_IT((listing, act, now) -> refuseUnless(
            listing.isRepairNoticeServed() || !now.rules().flag("DECISION_WITH_REPAIR_NOTICE", listing.lawDay()),
            () -> new Problem(
                    Types.REPAIR_NOTICE_MISSING,
                    new Text(
                            "本市要求决定书与信用修复告知书同时送达(两书同达)",
                            "This city demands that the repair notice be served with the decision")))),

    /** A city may not show a class that the pack withholds. */
    CLASS_IS_PUBLISHED((listing, act, now) -> listing.severity()
            .filter(severity -> !now.rules().flag(severity + "_PUBLISHED", listing.lawDay(now.today())))
            .map(severity -> new Problem(
                    Types.CLASS_NOT_PUBLISHED,
                    Text.of("严重程度为 %s 的条目依规不予公示", "Entries of class %s are not published", severity)))),

    /** Natural persons are never displayed; a sole trader is entity and person at once, so the pack has a flag for it. */
    SUBJECT_IS_PUBLISHED((listing, act, now) -> refuseUnless(
            !listing.isSoleTrader() || now.rules().flag("SOLE_TRADER_PUBLISHED", listing.lawDay(now.today())),
            () -> new Problem(
                    Types.SUBJECT_NOT_PUBLISHED,
                    new Text("自然人信息不向社会公开(《山东省社会信用条例》第二十条)", "Natural persons are not shown in public (art. 20)")))),

    /** An objection to an honour may come until the end of the notice period. */
    PUBLIC_NOTICE_OVER((listing, act, now) -> listing.running(ListingDeadline.PUBLIC_NOTICE)
            .filter(deadline -> !deadline.deadline().isOver(now.today()))
            .map(deadline -> new Problem(
                    Types.PUBLIC_NOTICE_RUNNING,
                    Text.of(
                            "公示期至 %s 止",
                            "The public notice runs until the end of %s",
                            deadline.deadline().due())))),

    /** Whoever objects to an honour is answered before it is given. */
    NOTICE_OBJECTIONS_ANSWERED((listing, act, now) -> refuseUnless(
            !now.noticeObjectionOpen(),
            () -> new Problem(
                    Types.NOTICE_OBJECTION_OPEN,
                    new Text("尚有公示异议未答复", "An objection to the public notice has no answer yet")))),

    /** Whoever is right to object to an honour prevents it. */
    NO_NOTICE_OBJECTION_UPHELD((listing, act, now) -> refuseUnless(
            !now.noticeObjectionUpheld(),
            () -> new Problem(
                    Types.NOTICE_OBJECTION_UPHELD,
                    new Text("公示异议成立，不得发布", "An objection to the public notice was upheld: no publication")))),

    /**
     * Publication carries out a decision, so there must be one, whole and already taken. What a decision states is asked when it is
     * taken (总局令第44号 art. 13); one from the time before that is published as it is.
     */
    DECISION_DOCUMENT_COMPLETE((listing, act, now) -> {
        var missing = act == ListingAct.DECIDE
                ? listing.decision().missingWhenDecided(listing.kind())
                : listing.decision().missingFor(listing.kind());
        var notYetTaken = listing.decisionDate().filter(now.today()::isBefore).isPresent();
        return refuseUnless(missing.isEmpty() && !notYetTaken, () -> {
            var problem = new Problem(
                    Types.MISSING_DECISION,
                    new Text("发布前须有完整并已作出的决定文书", "Publication needs a complete decision that has been taken"));
            missing.forEach(part ->
                    problem.with("decision." + part, "missing", new Text("决定文书缺少此项", "The decision lacks this part")));
            if (notYetTaken) {
                problem.with("decision.decidedOn", "future", new Text("决定日期晚于今天", "The decision is dated after today"));
            }
            return problem;
        });
    }),

    /** Expiry means stop publishing, so what would be over on the day of its publication does not begin. */
    TERM_NOT_OVER((listing, act, now) -> listing.lastDayFrom(now.today(), now.rules())
            .filter(now.today()::isAfter)
            .map(day -> new Problem(
                    Types.TERM_OVER,
                    Text.of("条目的有效期已于 %s 届满，不得列入和发布", "The entry's term ended on %s; it may not be published", day)))),

    /** An enterprise on the black list cannot be red. */
    NO_HONOUR_FOR_THE_BLACK_LISTED((listing, act, now) -> refuseUnless(
            listing.kind() != ListKind.RED || !now.blackListed(),
            () -> new Problem(
                    Types.BLACK_LISTED,
                    Text.of(
                            "%s 在黑榜上，不能列入红榜",
                            "%s is on the black list and cannot be on the red list", listing.uscc())))),

    /** Whatever everybody will read holds no personal data, from the draft on (山东省社会信用条例第二十条). */
    NO_PERSONAL_DATA_IN_PUBLIC((listing, act, now) -> PublicTexts.refusal(listing.publicTexts())),

    /** The minimum term of the class is reached. */
    REPAIR_TERM_REACHED((listing, act, now) -> listing.latest(ListingDeadline.REPAIR_POSSIBLE)
            .filter(deadline -> now.today().isBefore(deadline.deadline().due()))
            .map(deadline -> new Problem(
                    Types.REPAIR_TOO_EARLY,
                    Text.of(
                            "%s 起方可申请信用修复",
                            "Repair can be applied for from %s on",
                            deadline.deadline().due())))),

    /** What takes a licence, a grade or the business away is shown to the end of its term (总局令第107号 art. 8(5)). */
    PENALTY_CAN_BE_REPAIRED((listing, act, now) -> refuseUnless(
            !listing.isBeyondRepair(now.rules(), now.today()),
            () -> new Problem(
                    Types.BEYOND_REPAIR,
                    new Text(
                            "降低资质等级、吊销许可证件、吊销营业执照、责令关闭的，不得提前停止公示(总局令第107号第八条第五款)",
                            "A lowered grade, a revoked licence or a closure is not repaired before its term ends (SAMR Order"
                                    + " 107 art. 8(5))")))),

    /** That the conduct is corrected and all duties are performed is shown, not claimed. */
    CORRECTION_PROVEN((listing, act, now) -> refuseUnless(
            listing.openRepair().map(RepairApplication::hasEvidence).orElse(false),
            () -> new Problem(
                            Types.CORRECTION_UNPROVEN,
                            new Text(
                                    "请提交已纠正并履行义务的证明材料", "Prove that the conduct is corrected and the duties performed"))
                    .with("evidence", "missing", new Text("至少一份证明材料", "One file at least")))),

    /**
     * A new penalty for the same kind of violation stands against the repair of a penalty, however light it is (总局令第107号 art.
     * 11(3)). Where a kind is not on file, only a heavy one does.
     */
    NO_NEW_PENALTY_OF_THE_KIND(
            (listing, act, now) -> refuseUnless(
                    listing.isOnTheSeriousList(now.legalBasis())
                            || !now.rules().flag("SAME_KIND_PENALTY_BARS_REPAIR", now.today())
                            || now.newPenalties().stream().noneMatch(listing::isRepeatedBy),
                    () -> new Problem(
                            Types.PENALISED_AGAIN,
                            new Text(
                                    "公示期间因同一类违法行为再次受到行政处罚，不符合修复条件(总局令第107号第十一条第三项)",
                                    "A new penalty for the same kind of violation stands against repair (SAMR Order 107 art. 11(3))")))),

    /** A new heavy penalty, for whatever, stands against removal from the serious list (art. 13(1)(3)). */
    NO_NEW_HEAVY_PENALTY(
            (listing, act, now) -> refuseUnless(
                    !listing.isOnTheSeriousList(now.legalBasis())
                            || !now.rules().flag("HEAVY_PENALTY_BARS_LIST_REMOVAL", now.today())
                            || now.newPenalties().stream().noneMatch(NewPenalty::isHeavy),
                    () -> new Problem(
                            Types.PENALISED_AGAIN,
                            new Text(
                                    "列入期间又受到较重行政处罚，不得移出严重违法失信名单(总局令第107号第十三条第一款第三项)",
                                    "A new heavy penalty stands against removal from the serious list (SAMR Order 107 art. 13(1)(3))")))),

    /** The decision on a repair is put off once (总局令第107号 art. 16(3)). */
    REPAIR_NOT_EXTENDED_BEFORE((listing, act, now) -> listing.running(ListingDeadline.REPAIR_DECISION_EXTENDED)
            .map(extended -> new Problem(
                    Types.EXTENDED_BEFORE,
                    Text.of(
                            "修复决定期限已延长至 %s，只能延长一次",
                            "The decision on the repair has been put off to %s already, and is put off once only",
                            extended.deadline().due())))),

    /** What is overdue cannot be put off any more. */
    REPAIR_DECISION_NOT_OVERDUE((listing, act, now) -> listing.running(ListingDeadline.REPAIR_DECISION)
            .filter(running -> running.deadline().isOver(now.today()))
            .map(running -> new Problem(
                    Types.REPAIR_DECISION_OVERDUE,
                    Text.of(
                            "修复决定期限已于 %s 届满，不能再延长",
                            "The decision on the repair was due on %s and cannot be put off",
                            running.deadline().due())))),

    /** One ruling is decided on before the next is filed. */
    NO_RULING_PENDING((listing, act, now) -> listing.running(ListingDeadline.TEMPORARY_REPAIR)
            .map(running -> new Problem(
                    Types.RULING_PENDING,
                    Text.of(
                            "已提交的裁定尚在办理，最迟于 %s 决定",
                            "A ruling has been filed and is decided on by %s",
                            running.deadline().due())))),

    /** A temporary repair rests on the court's ruling (总局令第107号 art. 22). */
    COURT_RULING_FILED(
            (listing, act, now) -> refuseUnless(
                    listing.running(ListingDeadline.TEMPORARY_REPAIR).isPresent(),
                    () -> new Problem(
                            Types.RULING_MISSING,
                            new Text(
                                    "临时修复须有人民法院批准重整计划或者认可和解协议的裁定(总局令第107号第二十二条)",
                                    "A temporary repair needs the court's ruling on reorganisation or settlement (SAMR Order 107 art. 22)")))),

    /** A plan that is carried out makes the temporary repair final, where the pack says so (总局令第107号 art. 22). */
    COMPLETED_PLAN_REPAIRS((listing, act, now) -> refuseUnless(
            now.rules().applies("REORGANISATION_COMPLETED_REPAIRS", now.today()),
            () -> new Problem(
                    Types.REPAIR_NOT_FINAL,
                    new Text(
                            "现行规则未规定重整计划或者和解协议执行完毕后终止公示",
                            "No rule in force makes the temporary repair final once the plan is carried out")))),

    /**
     * 法律、行政法规另有规定的除外: no plan shortens a ban (总局令第107号 art. 8(4)), nor gives back what a decision took away (art.
     * 8(5)). Until the ban is over, or the term of the entry, the repair stays a temporary one.
     */
    NO_LAW_SAYS_OTHERWISE(
            (listing, act, now) -> refuseUnless(
                    !listing.isBanned(now.rules(), now.today()) && !listing.isBeyondRepair(now.rules(), now.today()),
                    () -> new Problem(
                            Types.LAW_SAYS_OTHERWISE,
                            new Text(
                                    "法律、行政法规另有规定：法定限制期未满，或者处罚依规不得提前停止公示(总局令第107号第八条)，不能确认修复",
                                    "The law says otherwise: a ban still runs, or the penalty is not open to repair (SAMR Order 107 art. 8)")))),

    /** Time takes an entry off the list only after its last day. */
    DISPLAY_TERM_OVER((listing, act, now) -> refuseUnless(
            !listing.isWithinTerm(now.today()),
            () -> new Problem(Types.TERM_RUNNING, new Text("条目的有效期未满", "The entry's term is not over")))),

    /** Deregistration stops all display (总局令第107号 art. 20). */
    ENTERPRISE_DEREGISTERED((listing, act, now) -> refuseUnless(
            now.enterpriseClosedOn().filter(day -> !day.isAfter(now.today())).isPresent(),
            () -> new Problem(Types.ENTERPRISE_STANDS, new Text("企业未注销", "The enterprise has not been deregistered")))),

    /** Stop sharing: every subscriber that received the entry has acknowledged the end. */
    SHARING_STOPPED((listing, act, now) -> refuseUnless(
            now.sharingStopped(),
            () -> new Problem(
                    Types.STILL_SHARED,
                    new Text("仍有共享单位未确认停止共享", "Somebody has not yet acknowledged that sharing has stopped")))),

    /** Stop using: whatever followed from a black entry is lifted. */
    MEASURES_LIFTED((listing, act, now) -> refuseUnless(
            listing.kind() == ListKind.RED || listing.areMeasuresLifted(),
            () -> new Problem(Types.MEASURES_STAND, new Text("尚未登记解除措施", "The measures have not been lifted")))),

    /** Measures are lifted once for each time the entry ends. */
    MEASURES_STILL_STAND((listing, act, now) -> refuseUnless(
            !listing.areMeasuresLifted(),
            () -> new Problem(Types.MEASURES_LIFTED, new Text("已登记解除措施", "The measures have been lifted already")))),

    /** An honour comes back when what took it away was wrong, and not because somebody has changed their mind. */
    DISPLACED_WRONGLY(
            (listing, act, now) -> refuseUnless(
                    now.displacedWrongly(),
                    () -> new Problem(
                            Types.NOT_DISPLACED,
                            new Text(
                                    "只有因列入黑榜而撤下、且该黑榜条目已被撤销的红榜条目可以恢复",
                                    "Only an honour can come back that made way for a black entry which was withdrawn or annulled")))),

    /** Only a repair can turn out to be obtained by fraud, and only while it is why the entry is off the list. */
    ENDED_BY_REPAIR((listing, act, now) -> refuseUnless(
            listing.isEndedByRepair(),
            () -> new Problem(
                    Types.NEVER_REPAIRED,
                    new Text("该条目不是因信用修复而终止，或者该修复已被撤销", "The entry has not ended by a repair that still stands"))));

    /** Looks at the entry before it moves, the act, and the circumstances. */
    @FunctionalInterface
    private interface Rule {
        Optional<Problem> refusal(Listing listing, ListingAct act, DecisionContext now);
    }

    private final Rule rule;

    ListingPolicy(Rule rule) {
        this.rule = rule;
    }

    @Override
    public Optional<Problem> refusal(Listing listing, ListingAct act, DecisionContext now) {
        return rule.refusal(listing, act, now);
    }

    private static Optional<Problem> refuseUnless(boolean fine, Supplier<Problem> refusal) {
        return fine ? Optional.empty() : Optional.of(refusal.get());
    }

    /** Names every field that states the class wrongly. */
    private static Optional<Problem> classRefusal(List<String> fields, Text reason) {
        return refuseUnless(fields.isEmpty(), () -> {
            var problem = new Problem(Types.CLASS_UNSUITABLE, reason);
            fields.forEach(field -> problem.with(field, "class", reason));
            return problem;
        });
    }

    /** An unknown basis is refused by its own policy. */
    private static Optional<Problem> onBasis(DecisionContext now, Function<LegalBasis, Optional<Problem>> rule) {
        return now.legalBasis().flatMap(rule);
    }

    /** Stable codes of the refusals. */
    static final class Types {

        static final ProblemType FOREIGN_ENTERPRISE =
                new ProblemType(403, "foreign-enterprise", new Text("不是本企业的条目", "Another enterprise's entry"));
        static final ProblemType CONDUCT_NOT_CLASSED = new ProblemType(
                422, "conduct-not-classed", new Text("缺少严重程度或行为终止日期", "Severity or end of conduct missing"));
        static final ProblemType CLASS_UNSUITABLE =
                new ProblemType(422, "class-unsuitable", new Text("严重程度与处罚不符", "Severity does not fit the penalties"));
        static final ProblemType WARNING_ONLY =
                new ProblemType(422, "warning-only", new Text("仅警告不予公示", "A warning only is not shown"));
        static final ProblemType BEYOND_REPAIR =
                new ProblemType(422, "beyond-repair", new Text("该处罚不可提前修复", "Not open to repair"));
        static final ProblemType DATE_UNSUITABLE =
                new ProblemType(422, "unsuitable-date", new Text("日期不合理", "Unsuitable date"));
        static final ProblemType DEFENCE_TERM_OVER =
                new ProblemType(422, "defence-term-over", new Text("陈述申辩期限已满", "Term for the defence over"));
        static final ProblemType DEFENCE_TERM_RUNNING =
                new ProblemType(422, "defence-term-running", new Text("陈述申辩期限未满", "Term for the defence running"));
        static final ProblemType DEFENCE_UNANSWERED =
                new ProblemType(422, "defence-unanswered", new Text("未答复陈述申辩", "Defence unanswered"));
        static final ProblemType NO_INTENT =
                new ProblemType(422, "no-intent", new Text("无主观故意，不予列入", "Lack of intent proven"));
        static final ProblemType CONSENT_MISSING =
                new ProblemType(422, "consent-missing", new Text("缺少上级同意", "Consent of the next level missing"));
        static final ProblemType RESPONSIBLE_PERSON_MISSING =
                new ProblemType(422, "responsible-person-missing", new Text("缺少责任人", "Actor responsible missing"));
        static final ProblemType REPAIR_NOTICE_MISSING =
                new ProblemType(422, "repair-notice-missing", new Text("未同时送达修复告知书", "Repair notice not served"));
        static final ProblemType CLASS_NOT_PUBLISHED =
                new ProblemType(422, "class-not-published", new Text("该类条目不公示", "Class not published"));
        static final ProblemType SUBJECT_NOT_PUBLISHED =
                new ProblemType(422, "subject-not-published", new Text("该主体不公示", "Subject not published"));
        static final ProblemType PUBLIC_NOTICE_RUNNING =
                new ProblemType(422, "public-notice-running", new Text("公示期未满", "Public notice running"));
        static final ProblemType REPAIR_TOO_EARLY =
                new ProblemType(422, "repair-too-early", new Text("未满最短公示期", "Minimum term not reached"));
        static final ProblemType CORRECTION_UNPROVEN =
                new ProblemType(422, "correction-unproven", new Text("缺少整改证明", "Correction not proven"));
        static final ProblemType PENALISED_AGAIN =
                new ProblemType(422, "penalised-again", new Text("又受较重处罚", "Penalised again"));
        static final ProblemType EXTENDED_BEFORE =
                new ProblemType(422, "extended-before", new Text("期限已延长过", "Extended before"));
        static final ProblemType REPAIR_DECISION_OVERDUE =
                new ProblemType(422, "repair-decision-overdue", new Text("修复决定已逾期", "Decision on repair overdue"));
        static final ProblemType RULING_PENDING =
                new ProblemType(422, "ruling-pending", new Text("裁定正在办理", "A ruling is pending"));
        static final ProblemType RULING_MISSING =
                new ProblemType(422, "ruling-missing", new Text("缺少法院裁定", "Court ruling missing"));
        static final ProblemType REPAIR_NOT_FINAL =
                new ProblemType(422, "repair-not-final", new Text("临时修复不能转为修复", "Temporary repair not final"));
        static final ProblemType LAW_SAYS_OTHERWISE =
                new ProblemType(422, "law-says-otherwise", new Text("法律、行政法规另有规定", "The law says otherwise"));
        static final ProblemType TERM_RUNNING = new ProblemType(422, "term-running", new Text("有效期未满", "Term running"));
        static final ProblemType ENTERPRISE_STANDS =
                new ProblemType(422, "enterprise-stands", new Text("企业未注销", "Enterprise not deregistered"));
        static final ProblemType STILL_SHARED =
                new ProblemType(422, "still-shared", new Text("共享尚未全部停止", "Still shared"));
        static final ProblemType MEASURES_STAND =
                new ProblemType(422, "measures-stand", new Text("措施尚未解除", "Measures not lifted"));
        static final ProblemType NOTICE_OBJECTION_OPEN =
                new ProblemType(422, "notice-objection-open", new Text("公示异议未答复", "Objection to the notice open"));
        static final ProblemType NOTICE_OBJECTION_UPHELD =
                new ProblemType(422, "notice-objection-upheld", new Text("公示异议成立", "Objection to the notice upheld"));
        static final ProblemType NOT_DISPLACED =
                new ProblemType(422, "not-displaced", new Text("不属于可以恢复的红榜条目", "No honour to be put back"));
        static final ProblemType UNCHANGEABLE = new ProblemType(422, "unchangeable", new Text("不能修改", "Cannot change"));
        static final ProblemType SEVERITY_UNSUITABLE =
                new ProblemType(422, "severity-unsuitable", new Text("严重程度与依据不符", "Class not carried by the basis"));
        static final ProblemType DECISION_IN_USE =
                new ProblemType(409, "decision-in-use", new Text("同一决定文书已有条目", "The decision carries another entry"));
        static final ProblemType CONSENT_NOT_FROM_ABOVE = new ProblemType(
                422, "consent-not-from-above", new Text("同意机关不是上一级机关", "Consent not from the next level"));
        static final ProblemType MEASURES_LIFTED =
                new ProblemType(422, "measures-lifted", new Text("措施已解除", "Measures lifted already"));
        static final ProblemType NEVER_REPAIRED =
                new ProblemType(422, "never-repaired", new Text("未曾修复", "Never repaired"));

        static final ProblemType SAME_PERSON =
                new ProblemType(403, "same-person", new Text("须由另一人办理", "Another person must do this"));
        static final ProblemType LEGAL_BASIS_NOT_IN_FORCE =
                new ProblemType(422, "legal-basis-not-in-force", new Text("设列依据无效力", "Legal basis not in force"));
        static final ProblemType LEGAL_BASIS_UNSUITABLE =
                new ProblemType(422, "legal-basis-unsuitable", new Text("设列依据不适用", "Legal basis unsuitable"));
        static final ProblemType MISSING_DECISION =
                new ProblemType(422, "missing-decision", new Text("决定文书不完整", "Decision document incomplete"));
        static final ProblemType TERM_OVER = new ProblemType(422, "term-over", new Text("有效期已满", "Term over"));
        static final ProblemType BLACK_LISTED =
                new ProblemType(409, "black-listed", new Text("企业在黑榜上", "The enterprise is black-listed"));

        private Types() {}
    }
}

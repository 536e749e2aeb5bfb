package cn.quality.standards.supervision;

import cn.quality.platform.act.Act;
import cn.quality.platform.act.Act.VersionCheck;
import cn.quality.platform.act.ActExecutor;
import cn.quality.platform.act.ActResult;
import cn.quality.platform.act.ActSubject;
import cn.quality.platform.http.Preconditions;
import cn.quality.platform.identifiers.UnifiedSocialCreditCode;
import cn.quality.platform.identity.Caller;
import cn.quality.platform.paging.Cursor;
import cn.quality.platform.paging.Page;
import cn.quality.platform.paging.PageRequest;
import cn.quality.platform.problem.Problem;
import cn.quality.platform.problem.ProblemType;
import cn.quality.platform.problem.ProblemTypes;
import cn.quality.platform.problem.Text;
import cn.quality.standards.Roles;
import cn.quality.standards.declarant.DeclarantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The acts on cases, each with the course of {@link ActExecutor}, and what officials, the enterprise and the public read. */
@ApplicationScoped
public class SupervisionService {

    static final ProblemType UNKNOWN_ENTERPRISE =
            new ProblemType(422, "unknown-enterprise", new Text("企业登记信息尚未到达", "The enterprise is not known yet"));
    static final ProblemType UNKNOWN_DECLARATION = new ProblemType(
            422, "unknown-declaration", new Text("没有该声明，或不属于该企业", "No such declaration of this enterprise"));
    static final ProblemType NOT_DRAWN =
            new ProblemType(422, "not-drawn", new Text("该声明不在抽查名单中", "The declaration is not on the drawn list"));

    /** How acts on cases are logged. */
    private static final ActSubject<SupervisionCase> CASE =
            ActSubject.of("supervision-case", SupervisionCase::id, SupervisionCase::version, item -> item.view());

    private final SupervisionRepository cases;
    private final SamplingRepository draws;
    private final CorrectionTermsRepository terms;
    private final DeclarantService declarants;
    private final ActExecutor executor;
    private final Caller caller;
    private final Clock clock;

    SupervisionService(
            SupervisionRepository cases,
            SamplingRepository draws,
            CorrectionTermsRepository terms,
            DeclarantService declarants,
            ActExecutor executor,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.draws = draws;
        this.terms = terms;
        this.declarants = declarants;
        this.executor = executor;
        this.caller = caller;
        this.clock = clock;
    }

    /** The case an act is on, with the headers of the act. */
    record On(UUID id, Preconditions preconditions) {}

    /** What makes a request for an act the same as another. */
    private record Request(UUID id, Object content) {}

    /** @throws Problem 422 {@code unknown-declaration}, {@code unknown-enterprise}, {@code not-drawn}, {@code unsuitable-day} */
    @Transactional
    SupervisionCaseView find(NewFinding.Checked sent, Preconditions preconditions) {
        var done = executor.perform(Act.making(CASE, SupervisionAct.FIND.logged(), () -> {
                    var found = SupervisionCase.find(finding(sent), context());
                    cases.persist(found);
                    return ActResult.changed(found)
                            .because(sent.facts())
                            .basedOn(sent.breach().basis());
                })
                .once(preconditions, sent));
        return view(done.id());
    }

    private Finding finding(NewFinding.Checked sent) {
        var declared = sent.declaration().map(id -> draws.declaration(id).orElseThrow(() -> unknownDeclaration(id)));
        declared.ifPresent(one -> {
            if (sent.uscc().filter(code -> !code.equals(one.uscc())).isPresent()) {
                throw unknownDeclaration(one.id());
            }
        });
        var uscc = UnifiedSocialCreditCode.read(
                declared.map(SamplingRepository.Declared::uscc).or(sent::uscc).orElseThrow());
        var declarant = declarants
                .find(uscc)
                .orElseThrow(() -> new Problem(
                        UNKNOWN_ENTERPRISE, Text.of("没有企业 %s 的登记信息", "nothing is known of enterprise %s", uscc)));
        var region = declarant.region();
        if (region == null) {
            throw new Problem(UNKNOWN_ENTERPRISE, Text.of("企业 %s 没有登记区划", "enterprise %s has no region", uscc));
        }
        sent.draw().ifPresent(draw -> {
            if (!draws.isDrawn(draw, sent.declaration().orElseThrow())) {
                throw new Problem(NOT_DRAWN, Text.of("声明不在抽查名单 %s 中", "the declaration is not on the list %s", draw));
            }
        });
        return new Finding(
                uscc.value(),
                declarant.name(),
                region,
                sent.declaration().orElse(null),
                sent.draw().orElse(null),
                declared.map(SamplingRepository.Declared::number).orElse(null),
                sent.subject(),
                sent.breach(),
                sent.facts(),
                sent.evidenceReference(),
                sent.evidenceSha256(),
                sent.foundOn());
    }

    private static Problem unknownDeclaration(UUID id) {
        return new Problem(UNKNOWN_DECLARATION, Text.of("没有该企业的声明 %s", "there is no declaration %s of it", id))
                .with("declaration", "unknown", Text.of("没有该声明", "there is none"));
    }

    /** @throws Problem 422 {@code unsuitable-day} */
    @Transactional
    SupervisionCaseView order(On on, Order order) {
        return act(
                on,
                SupervisionAct.ORDER,
                order.demands(),
                order,
                (item, now) -> item.order(order, terms.on(order.servedOn()), now));
    }

    /** @throws Problem 422 {@code unsuitable-day} */
    @Transactional
    SupervisionCaseView extend(On on, NewExtension.Checked sent) {
        return act(
                on,
                SupervisionAct.EXTEND,
                sent.reason(),
                sent,
                (item, now) -> item.extend(sent.until(), sent.reason(), terms.on(now.today()), now));
    }

    @Transactional
    SupervisionCaseView answer(On on, NewAnswer sent) {
        var answer = sent.checked(clock.instant());
        return act(on, SupervisionAct.ANSWER, answer.content(), sent, (item, now) -> item.answer(answer, now));
    }

    @Transactional
    SupervisionCaseView publicise(On on, String announcement) {
        return act(
                on,
                SupervisionAct.PUBLICISE,
                announcement,
                announcement,
                (item, now) -> item.publicise(announcement, now));
    }

    /** An act that needs nothing but words. */
    @Transactional
    SupervisionCaseView move(On on, SupervisionAct act, String words) {
        return act(on, act, words, words, (item, now) -> item.move(act, words, now));
    }

    private SupervisionCaseView act(
            On on,
            SupervisionAct act,
            String reason,
            Object content,
            BiFunction<SupervisionCase, DecisionContext, Optional<SupervisionEvent>> verb) {
        // What takes something from the public's sight waits for no version.
        var check = act == SupervisionAct.WITHDRAW || act == SupervisionAct.LIFT
                ? VersionCheck.IF_GIVEN
                : VersionCheck.REQUIRED;
        var done = executor.perform(Act.on(
                        CASE,
                        act.logged(),
                        () -> held(on.id()),
                        item -> ActResult.changed(item)
                                .event(verb.apply(item, context())
                                        .map(SupervisionEvent::outbound)
                                        .orElse(null))
                                .because(reason)
                                .basedOn(item.breach().basis())
                                .completedBy(cases::flush))
                .once(on.preconditions(), new Request(on.id(), content))
                .upon(on.preconditions(), check));
        return view(done.id());
    }

    /** To an enterprise a case of another, or one that is not decided, is none. */
    private SupervisionCase held(UUID id) {
        return cases.hold(id).filter(this::isKnownToCaller).orElseThrow(() -> unknown(id));
    }

    private boolean isKnownToCaller(SupervisionCase item) {
        return !caller.isEnterprise()
                || (item.uscc().equals(caller.requireEnterprise().value())
                        && !SupervisionRepository.INTERNAL.contains(item.state()));
    }

    private static Problem unknown(UUID id) {
        return new Problem(ProblemTypes.NOT_FOUND, Text.of("没有监督检查事项 %s", "there is no case %s", id));
    }

    private SupervisionCaseView view(UUID id) {
        return cases.findByIdOptional(id).orElseThrow().view(context());
    }

    /** @throws Problem 404; 403 {@code foreign-region} */
    @Transactional
    SupervisionCaseView read(UUID id) {
        var item = cases.findByIdOptional(id).filter(this::isKnownToCaller).orElseThrow(() -> unknown(id));
        if (!caller.isEnterprise() && !seesAll()) {
            caller.requireRegion(item.region().value());
        }
        return item.view(context());
    }

    /** An enterprise sees its own cases; officials those of their region, auditors and administrators all. */
    @Transactional
    Page<SupervisionCaseView> list(CaseFilter filter, PageRequest page) {
        var own = caller.isEnterprise() ? Optional.of(caller.requireEnterprise().value()) : Optional.<String>empty();
        var within = filter.region();
        if (own.isEmpty() && !seesAll()) {
            within = within.or(() -> caller.actor().region());
            caller.requireRegion(within.map(region -> region.value()).orElse("-"));
        }
        var now = context();
        var rows = cases.list(
                filter,
                own,
                within.map(region -> region.prefix()).orElse(""),
                now.today(),
                page.cursor().map(cursor -> cursor.uuid(0)),
                page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(item -> item.view(now));
    }

    /** What is public of it; empty when nothing is, or is no more. */
    @Transactional
    Optional<PublicityView> published(UUID id) {
        return cases.findByIdOptional(id)
                .filter(item -> item.state() == SupervisionState.PUBLICISED)
                .map(SupervisionCase::published);
    }

    @Transactional
    Page<PublicityView> published(Optional<UnifiedSocialCreditCode> uscc, PageRequest page) {
        var rows = cases.publicised(
                uscc.map(UnifiedSocialCreditCode::value), page.cursor().map(cursor -> cursor.uuid(0)), page.fetch());
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(SupervisionCase::published);
    }

    private boolean seesAll() {
        return Stream.of(Roles.AUDITOR, Roles.ADMINISTRATOR).anyMatch(caller::has);
    }

    private DecisionContext context() {
        var duties = EnumSet.noneOf(Duty.class);
        Stream.of(Duty.values()).filter(duty -> caller.has(duty.role())).forEach(duties::add);
        return new DecisionContext(caller.actor(), duties, clock.instant());
    }
}

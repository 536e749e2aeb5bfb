package cn.quality.standards.group;

import cn.quality.platform.problem.Text;
import cn.quality.standards.input.Flaws;
import cn.quality.standards.number.StandardNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The bodies of acts on group standards as they were sent. Each is checked as a whole: a refusal names all that is wrong. */
final class GroupInput {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_PEOPLE = 200;

    private GroupInput() {}

    @Schema(name = "GroupReason", description = "理由 (a reason)")
    record Reason(
            @Schema(required = true, examples = "示例：符合市场需要") @Nullable
            String reason) {

        String checked() {
            var flaws = new Flaws();
            var words = flaws.text(reason, "reason", LONGEST_TEXT);
            flaws.refuseIfAny();
            return words;
        }
    }

    /** @param revises the project of the edition it is to take the place of */
    @Schema(name = "NewGroupProposal", description = "提案 (what a body intends)")
    record NewProposal(
            @Schema(required = true, examples = "示例冷冻烤鳗") @Nullable
            String title,

            @Schema(examples = "Frozen roasted eel (sample)") @Nullable
            String titleEn,

            @Schema(required = true, examples = "示例：适用于冷冻烤鳗的生产与检验") @Nullable
            String scope,

            @Schema(required = true, examples = "示例：尚无相应的国家标准、行业标准") @Nullable
            String reason,

            @Nullable UUID revises) {

        GroupProject.Proposal checked() {
            var flaws = new Flaws();
            var proposal = new GroupProject.Proposal(
                    flaws.text(title, "title", LONGEST_TITLE),
                    flaws.optionalText(titleEn, "titleEn", LONGEST_TITLE),
                    flaws.text(scope, "scope", LONGEST_TEXT),
                    flaws.text(reason, "reason", LONGEST_TEXT),
                    revises);
            flaws.refuseIfAny();
            return proposal;
        }
    }

    /** @param until last day, whole; the shortest period that is lawful when left out */
    @Schema(name = "NewGroupConsultation", description = "公开征求意见 (a draft for public comments)")
    record NewConsultation(
            @Schema(required = true) @Nullable Document draft,

            @Schema(required = true) @Nullable List<@Nullable Participant> drafters,

            @Schema(examples = "2026-04-30") @Nullable LocalDate until) {

        record Checked(Document draft, List<Participant> drafters, Optional<LocalDate> until) {}

        Checked checked() {
            var flaws = new Flaws();
            var checked = new Checked(
                    Document.of(draft, "draft", flaws),
                    people(drafters, "drafters", flaws),
                    Optional.ofNullable(until));
            flaws.refuseIfAny();
            return checked;
        }
    }

    @Schema(name = "NewGroupExtension", description = "延长征求意见 (more time for comments)")
    record NewExtension(
            @Schema(required = true, examples = "2026-05-15") @Nullable
            LocalDate until,

            @Schema(required = true, examples = "示例：应有关方面要求延长") @Nullable
            String reason) {

        record Checked(LocalDate until, String reason) {}

        Checked checked() {
            var flaws = new Flaws();
            var checked = new Checked(day(until, "until", flaws), flaws.text(reason, "reason", LONGEST_TEXT));
            flaws.refuseIfAny();
            return checked;
        }
    }

    /** @param delegates numbered from 1 in this order, as ballots name them */
    @Schema(name = "NewGroupMeeting", description = "召开审查会 (a meeting of the technical review)")
    record NewMeeting(
            @Schema(required = true, examples = "2026-04-20") @Nullable
            LocalDate heldOn,

            @Schema(required = true) @Nullable List<@Nullable Participant> delegates) {

        record Checked(LocalDate heldOn, List<Participant> delegates) {}

        Checked checked() {
            var flaws = new Flaws();
            var invited = people(delegates, "delegates", flaws);
            for (int i = 0; i < invited.size(); i++) {
                for (int before = 0; before < i; before++) {
                    if (invited.get(i).isSamePersonAs(invited.get(before))) {
                        flaws.add("delegates[" + i + "]", "invited-twice", Text.of("同一代表重复", "invited twice"));
                    }
                }
            }
            var checked = new Checked(day(heldOn, "heldOn", flaws), invited);
            flaws.refuseIfAny();
            return checked;
        }
    }

    /**
     * What a meeting voted.
     *
     * @param attended numbers of the delegates who came
     * @param ballots of these; who gives none abstains
     */
    @Schema(name = "NewGroupVote", description = "表决记录 (what a meeting voted)")
    record NewVote(
            @Schema(required = true) @Nullable List<@Nullable Integer> attended,

            @Schema(required = true) @Nullable List<@Nullable NewBallot> ballots) {

        @Schema(name = "GroupBallot", description = "一票 (one vote)")
        record NewBallot(
                @Schema(required = true, examples = "1") @Nullable
                Integer delegate,

                @Schema(required = true) VoteCount.@Nullable Choice choice) {}

        record Checked(Set<Integer> attended, List<VoteCount.Ballot> ballots) {}

        Checked checked() {
            var flaws = new Flaws();
            var present = new LinkedHashSet<>(flaws.list(attended, "attended", MOST_PEOPLE));
            if (present.isEmpty()) {
                flaws.missing("attended");
            }
            var given = new ArrayList<VoteCount.Ballot>();
            var sent = flaws.list(ballots, "ballots", MOST_PEOPLE);
            for (int i = 0; i < sent.size(); i++) {
                var one = sent.get(i);
                var delegate = one.delegate();
                var choice = one.choice();
                if (delegate == null) {
                    flaws.missing("ballots[" + i + "].delegate");
                }
                if (choice == null) {
                    flaws.missing("ballots[" + i + "].choice");
                }
                if (delegate != null && choice != null) {
                    given.add(new VoteCount.Ballot(delegate, choice));
                }
            }
            flaws.refuseIfAny();
            return new Checked(present, given);
        }
    }

    @Schema(name = "NewGroupNumber", description = "团体标准编号 (the number of a group standard)")
    record NewNumber(
            @Schema(required = true, examples = "T/RZSLX 001-2026") @Nullable
            String number) {

        StandardNumber checked() {
            var flaws = new Flaws();
            var given = StandardNumber.of(number, "number", flaws);
            flaws.refuseIfAny();
            return given.orElseThrow();
        }
    }

    /**
     * How a standard is published.
     *
     * @param decision of the body, by which it is published
     * @param patents that it needs; an empty list states that the body knows of none
     */
    @Schema(name = "NewGroupPublication", description = "批准发布 (how a standard is published)")
    record NewPublication(
            @Schema(required = true) @Nullable Document decision,

            @Schema(required = true) @Nullable Document text,

            @Schema(required = true, examples = "2026-06-01") @Nullable
            LocalDate implementedOn,

            @Schema(required = true, examples = "本团体声明：本标准的技术要求不低于强制性国家标准") @Nullable
            String conformity,

            @Schema(required = true, description = "对照的强制性标准编号 Mandatory standards it was held against") @Nullable
            List<@Nullable String> mandatoryStandards,

            @Schema(required = true) @Nullable List<Publication.@Nullable Patent> patents) {

        /** @param mandatory by the field that named each */
        record Checked(Publication publication, Map<String, StandardNumber> mandatory) {}

        Checked checked(LocalDate today) {
            var flaws = new Flaws();
            var mandatory = new LinkedHashMap<String, StandardNumber>();
            if (mandatoryStandards == null) {
                flaws.missing("mandatoryStandards");
            }
            var named = flaws.list(mandatoryStandards, "mandatoryStandards", MOST_PEOPLE);
            for (int i = 0; i < named.size(); i++) {
                var field = "mandatoryStandards[" + i + "]";
                StandardNumber.of(named.get(i), field, flaws).ifPresent(number -> mandatory.put(field, number));
            }
            if (patents == null) {
                flaws.missing("patents");
            }
            var needed = new ArrayList<Publication.Patent>();
            var disclosed = flaws.list(patents, "patents", MOST_PEOPLE);
            for (int i = 0; i < disclosed.size(); i++) {
                var patent = disclosed.get(i);
                var field = "patents[" + i + "].";
                needed.add(new Publication.Patent(
                        flaws.text(patent.number(), field + "number", LONGEST_TITLE),
                        flaws.text(patent.holder(), field + "holder", LONGEST_TITLE),
                        flaws.text(patent.licence(), field + "licence", LONGEST_TITLE)));
            }
            var publication = new Publication(
                    Document.of(decision, "decision", flaws),
                    Document.of(text, "text", flaws),
                    today,
                    day(implementedOn, "implementedOn", flaws),
                    flaws.text(conformity, "conformity", LONGEST_TEXT),
                    mandatory.values().stream()
                            .map(StandardNumber::canonical)
                            .distinct()
                            .toList(),
                    List.copyOf(needed));
            flaws.refuseIfAny();
            return new Checked(publication, mandatory);
        }
    }

    /** @param order number of the order */
    @Schema(name = "NewGroupCorrectionOrder", description = "责令限期改正 (an order of correction)")
    record NewCorrectionOrder(
            @Schema(required = true, examples = "示例市监改〔2026〕1号") @Nullable
            String order,

            @Schema(required = true, examples = "示例：第5.2条低于强制性标准") @Nullable
            String reason,

            @Schema(required = true, examples = "2026-07-01") @Nullable
            LocalDate dueOn) {

        record Checked(String order, String reason, LocalDate dueOn) {}

        Checked checked() {
            var flaws = new Flaws();
            var checked = new Checked(
                    flaws.text(order, "order", LONGEST_TITLE),
                    flaws.text(reason, "reason", LONGEST_TEXT),
                    day(dueOn, "dueOn", flaws));
            flaws.refuseIfAny();
            return checked;
        }
    }

    /** @param reason needed unless the comment is taken over as it is */
    @Schema(name = "NewGroupAnswer", description = "意见处理 (what becomes of a comment)")
    record NewAnswer(
            @Schema(required = true) @Nullable CommentFate fate,

            @Schema(examples = "示例：限量已由强制性标准规定") @Nullable String reason) {

        record Checked(CommentFate fate, @Nullable String reason) {}

        Checked checked() {
            var flaws = new Flaws();
            var because = flaws.optionalText(reason, "reason", LONGEST_TEXT);
            if (fate == null) {
                flaws.missing("fate");
            } else if (fate.needsReason() && because == null) {
                flaws.add("reason", "required", Text.of("未全部采纳的应说明理由", "needed unless it is accepted as it is"));
            }
            flaws.refuseIfAny();
            return new Checked(fate == null ? CommentFate.REJECTED : fate, because);
        }
    }

    private static List<Participant> people(@Nullable List<@Nullable Participant> sent, String field, Flaws flaws) {
        var present = flaws.list(sent, field, MOST_PEOPLE);
        if (present.isEmpty()) {
            flaws.missing(field);
        }
        var people = new ArrayList<Participant>(present.size());
        for (int i = 0; i < present.size(); i++) {
            people.add(new Participant(
                    flaws.text(present.get(i).name(), field + "[" + i + "].name", LONGEST_TITLE),
                    flaws.text(present.get(i).organization(), field + "[" + i + "].organization", LONGEST_TITLE)));
        }
        return List.copyOf(people);
    }

    private static LocalDate day(@Nullable LocalDate sent, String field, Flaws flaws) {
        if (sent == null) {
            flaws.missing(field);
            return LocalDate.EPOCH;
        }
        return sent;
    }
}

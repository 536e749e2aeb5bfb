package cn.quality.credit.listing;

import cn.quality.credit.archive.NewPenalty;
import cn.quality.credit.rules.LegalBasis;
import cn.quality.credit.rules.RulesInForce;
import cn.quality.platform.clock.LegalDates;
import cn.quality.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that a policy may look at besides the entry itself, gathered before the act.
 *
 * @param rules rule packs and calendars as they are on file now
 * @param legalBasis the catalogue's current version of the entry's basis, if the catalogue has it
 * @param sameDecision another entry about the same enterprise on the same list that rests on the decision of this one
 * @param enterpriseClosedOn first day on which the enterprise no longer existed
 * @param blackListed whether the enterprise is on the black list at this moment
 * @param noticeObjectionOpen whether somebody who objected to the announced honour has no answer yet
 * @param noticeObjectionUpheld whether somebody was right to object to it
 * @param displacedWrongly whether the black entry for which the honour made way was taken down as wrong
 * @param newPenalties those that have come onto its file since the entry was published, for a decision on its repair
 * @param sharingStopped whether every subscriber that received the entry has acknowledged its end
 * @param listVersion number the published list has once this act is done
 */
record DecisionContext(
        Actor actor,
        Instant moment,
        RulesInForce rules,
        Optional<LegalBasis> legalBasis,
        Optional<UUID> sameDecision,
        Optional<LocalDate> enterpriseClosedOn,
        boolean blackListed,
        boolean noticeObjectionOpen,
        boolean noticeObjectionUpheld,
        boolean displacedWrongly,
        List<NewPenalty> newPenalties,
        boolean sharingStopped,
        long listVersion) {

    /** The legal date of the act. */
    LocalDate today() {
        return LegalDates.on(moment);
    }
}

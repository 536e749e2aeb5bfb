/**
 * The registries that the plans count: technical committees, technical standard alliances, experts, pilot and demonstration
 * projects, agricultural bases that enter <em>and leave</em> (能进能出), enterprises of good standardization practice.
 *
 * <p>One model for all. A {@link cn.quality.standards.registry.RegistryKind} is data, dated: the fields of an entry, the rule
 * of entry, the grounds of leaving. An entry is proposed by one person and decided upon by another, and so is leaving; the
 * table of {@code RegistryTransitions} is all that can happen. What the registry said on a day, as recorded at a moment, can
 * be read for ever.
 *
 * <p>To have left is adverse for an enterprise, and a person may withdraw. So of an entry about either that has ended the
 * public reads no name any more, nor why it ended; that a proposal or a review is under way is not public at all.
 *
 * <p>Invariants: an enterprise has at most one entry of a kind at a time; no person is listed without having agreed; nobody
 * decides upon what they proposed.
 */
@NullMarked
package cn.quality.standards.registry;

import org.jspecify.annotations.NullMarked;

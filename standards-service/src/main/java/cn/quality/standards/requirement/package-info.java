/**
 * What recommended standards demand of products, indicator by indicator with the clause, and what an enterprise's promises are
 * worth beside it. An enterprise may promise fewer or lower indicators than the recommended standard, but has to say so in its
 * declaration (企业标准化促进办法 art. 14); this feature finds out whether it has to.
 *
 * <p>Both the requirements and the vocabulary of characteristics are reference data, stored in versions and maintained by the
 * administrator. Enterprises write names freely, so a characteristic is found by any of its names.
 *
 * <p>Invariants: a name belongs to one characteristic; a requirement is of one edition of a recommended standard; what is
 * compared is of the same characteristic, method and condition, everything else is "not comparable".
 */
@NullMarked
package cn.quality.standards.requirement;

import org.jspecify.annotations.NullMarked;

package cn.quality.standards.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a number on a day to somebody who cites it.
 *
 * @param standard of the number; empty when the catalogue holds none, and for an undated number
 * @param succession how it is replaced, also when that is still to come
 * @param latest what to cite instead: the ends of its chain, when something replaces it as a whole
 * @param inForce of an undated number: the editions in force, several in a transition
 * @param supplements amendments and corrigenda to it
 * @param candidates what may have been meant, when the catalogue holds nothing under the number
 */
public record Currency(
        Optional<StandardRef> standard,
        Optional<Succession> succession,
        List<StandardRef> latest,
        List<StandardRef> inForce,
        List<StandardRef> supplements,
        List<StandardRef> candidates) {}

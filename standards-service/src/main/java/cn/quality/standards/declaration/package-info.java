/**
 * Self-declaration (企业标准自我声明公开): an enterprise makes public which standards it follows and, for a standard of its
 * own, what it promises and how that is tested (标准化法 2017 art. 27, 企业标准化促进办法 art. 12).
 *
 * <p>Nobody approves a declaration. It is public the moment it is made, and supervised afterwards, so everything that can
 * be judged by a machine is judged before: the form of the numbers, whether what is followed exists and is in force, that
 * each indicator has a test method. A declaration ends, it never disappears: 可获取、可追溯、防篡改 (art. 16).
 *
 * <p>Invariants: an enterprise has at most one public declaration of a standard; a closed enterprise has none.
 */
@NullMarked
package cn.quality.standards.declaration;

import org.jspecify.annotations.NullMarked;

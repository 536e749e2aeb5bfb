/**
 * The public pages, in Chinese and some in English as well, rendered on the server, without a script and without anything loaded from elsewhere.
 *
 * <p>The portal knows nothing itself: every page asks the services' public interfaces, as any other client would, through the
 * public cache ({@link cn.quality.gateway.portal.ServiceClient}), and says so where one does not answer; the rest of the page stays.
 *
 * <p>Rules of the field that show here: an enterprise is identified by its code, so a hit by name alone never says that the
 * enterprise is listed; only what is in force is shown, with its authority, document and legal basis; generated data is marked
 * 虚构数据 wherever it appears. Pages are never stored by a shared cache outside, so that what was withdrawn is gone at once, and
 * search engines are excluded from everything that names an enterprise.
 */
@NullMarked
package cn.quality.gateway.portal;

import org.jspecify.annotations.NullMarked;

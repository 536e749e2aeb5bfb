/**
 * What can be asked of the suite, and how: one API document put together from those of the services, pages that explain it in
 * Chinese and English, the events, and a page to try it out.
 *
 * <p>The services' committed documents are packed into the gateway when it is built, so nothing here depends on a service
 * being up, and there is no second copy that could be out of date. They are put together when first asked for
 * ({@link cn.quality.gateway.docs.Merger}), read into a {@link cn.quality.gateway.docs.Manual} for the pages, and cached.
 *
 * <p>Invariants: nothing of two services fuses because it has the same name; what can be downloaded is what the pages show;
 * every page but the one for trying out works without scripts; tokens are handed out only where samples are configured.
 */
@NullMarked
package cn.quality.gateway.docs;

import org.jspecify.annotations.NullMarked;

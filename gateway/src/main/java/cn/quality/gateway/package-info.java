/**
 * The one door of the suite and its public face.
 *
 * <p>Whatever arrives passes the same way: {@link cn.quality.gateway.edge} admits or refuses it and gives it a trace, then
 * either {@link cn.quality.gateway.routing} sends it on to the service that owns its prefix, or
 * {@link cn.quality.gateway.portal} answers with a page, or {@link cn.quality.gateway.health} reports how the parts are. What
 * nobody claims is a 404: the default is to deny.
 *
 * <p>The gateway stores webhooks in a database of its own ({@link cn.quality.gateway.store}) and needs it for nothing else; any
 * number of gateways may run side by side. It adds policy and takes
 * none away: the services check tokens and roles again themselves.
 */
@NullMarked
package cn.quality.gateway;

import org.jspecify.annotations.NullMarked;

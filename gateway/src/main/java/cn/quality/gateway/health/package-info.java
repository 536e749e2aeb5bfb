/**
 * {@code GET /health}: is the whole suite ready, and if not, which part and why. For people, load balancers and the launcher;
 * the gateway's own readiness is {@code /q/health/ready} and does not depend on any other part.
 */
@NullMarked
package cn.quality.gateway.health;

import org.jspecify.annotations.NullMarked;

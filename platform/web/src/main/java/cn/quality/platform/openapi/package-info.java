/**
 * What is the same in the API document of every service: how to show a token, and how a refusal looks.
 */
@NullMarked
package cn.quality.platform.openapi;

import org.jspecify.annotations.NullMarked;

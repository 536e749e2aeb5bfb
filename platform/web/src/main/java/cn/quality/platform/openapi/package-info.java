/**
 * The API document of every service: {@link cn.quality.platform.openapi.OperationTexts} gives each operation its words in
 * both languages from a file, {@link cn.quality.platform.openapi.ApiDescription} adds what is the same for all of them: how
 * to show a token, and how a refusal looks.
 */
@NullMarked
package cn.quality.platform.openapi;

import org.jspecify.annotations.NullMarked;

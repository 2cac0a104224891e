/** Characters before words: folding scripts and widths without moving a single offset. */
package io.duibiao.core.text;

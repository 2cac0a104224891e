/** How the jobs keep records in keyed and broadcast state: see {@code README.md} beside this. */
package io.duibiao.streaming.state;

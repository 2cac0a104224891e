/** What the main classes of the jobs have in common. */
package io.duibiao.streaming.job;

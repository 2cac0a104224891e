/** The catalog that changes while the jobs run: its records, checked and broadcast. */
package io.duibiao.streaming.catalog;

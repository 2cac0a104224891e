/** The extraction job: documents in, statements and rejected documents out. */
package io.duibiao.extraction;

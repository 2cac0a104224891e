/** The assessment job: statements in, assessments and alerts out. */
package io.duibiao.assessment;

/** Makes the saved objects for Kibana: data views, panels, searches and dashboards. */
package io.duibiao.kibana;

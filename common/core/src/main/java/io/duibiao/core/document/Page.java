package io.duibiao.core.document;

import java.time.Instant;
import java.util.List;

/**
 * A page taken apart.
 *
 * @param head the lines before the body: title line, session line, speaker and furniture; folded
 * @param body the paragraphs of the report as written
 * @param tail the lines after the body: footers; folded
 * @param title the title line, or null
 * @param heading what the page itself gives as its title, with the names of site and section; or
 *     null
 * @param publisher the publishing body (发布机构, 来源), or null
 * @param host the body that runs the site (主办单位, 版权所有), or null
 * @param publishedAt when it was published, or null
 * @param documentNumber the 索引号 or 文号, or null
 */
record Page(
    List<String> head,
    List<String> body,
    List<String> tail,
    String title,
    String heading,
    String publisher,
    String host,
    Instant publishedAt,
    String documentNumber) {}
